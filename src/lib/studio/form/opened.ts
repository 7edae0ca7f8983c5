import type { Locale } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import type { Content, Target } from '$lib/domain/studio/field';
import type { Noun } from '$lib/domain/studio/noun';
import type { Option } from './world';

/** What was typed and not saved. */
interface TypedBefore {
	content: Content;
	base: number;
	at: number;
}

/** A form as the server opens it. */
export interface Opened {
	noun: Noun;
	/** Null for a new thing. */
	id: string | null;
	/** The id a new thing will have; empty for one that stands. */
	fresh: string;
	locale: Locale;
	/** The newest version and what it says. */
	base: number;
	content: Content;
	/** Unsaved typing of this person that waits to be continued or dropped. */
	typed: TypedBefore | null;
	/** The same, being continued. */
	resumed: TypedBefore | null;
	/** Why nothing can be changed; null when it can. */
	closed: string | null;
	offered: Partial<Record<Target, Option[]>>;
	others: { name: string; typing: boolean }[];
	/** What the last save said, for the notice. */
	saved: {
		number: number;
		same: boolean;
		created: boolean;
		restored: number | null;
		taken: string[];
	} | null;
	now: number;
	paths: {
		self: string;
		save: string;
		discard: string;
		autosave: string;
		choices: string;
		library: string;
		/** Null where there is no page to show. */
		preview: string | null;
		/** Null for a new thing. */
		history: string | null;
		diff: string | null;
	};
}

/** What a form that could not be saved is answered. */
export interface Answered {
	refusals: Refusal[];
	conflict: { number: number; name: string | null; fields: string[]; theirs: Content } | null;
	content: Content;
	base: number;
	taken: string[];
}
