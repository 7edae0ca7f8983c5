import type { FilmLimits } from '../films/limits';
import type { Bilingual } from '../text';

/** Who may enter: persons for themselves, units by recommendation. */
export const channels = ['person', 'unit'] as const;
export type Channel = (typeof channels)[number];

/** The levels a unit's entry may have to be recommended by, from below. */
export const chainLevels = ['town', 'district', 'city'] as const;
export type ChainLevel = (typeof chainLevels)[number];

/** What a contest is judged on: films that are sent in, or speeches that are held. */
export const contestKinds = ['film', 'speech'] as const;

/** What an entry is made of. */
export const materialKinds = [
	'film',
	'poster',
	'stills',
	'script',
	'form',
	'captions',
	'file'
] as const;
export type MaterialKind = (typeof materialKinds)[number];

export interface Material {
	/** Stays the same when an edition is copied; answers and files refer to it. */
	id: string;
	kind: MaterialKind;
	title: Bilingual;
	help: Bilingual | null;
	required: boolean;
	/** How many files at most. */
	max: number;
	/** Bytes of one file; of a film the category's limits decide. */
	maxBytes: number;
	/** Whether the jury sees it. */
	jury: boolean;
}

export const questionKinds = [
	'text',
	'long',
	'number',
	'choice',
	'choices',
	'yes',
	'file'
] as const;

export interface Question {
	id: string;
	kind: (typeof questionKinds)[number];
	label: Bilingual;
	help: Bilingual | null;
	required: boolean;
	/** Ids of the categories it is asked in; null for all. */
	categories: string[] | null;
	/** For choices: what may be chosen. */
	options: { id: string; label: Bilingual }[];
	/** Characters, or files. */
	max: number | null;
	/** Personal data: shown to the office only, deleted by its date. */
	personal: boolean;
	jury: boolean;
}

/** A text an entrant agrees to. A change of words is a new version; who agreed to which is kept. */
export interface Statement {
	key: string;
	title: Bilingual;
	text: Bilingual;
	required: boolean;
	/** Asked only of entries with somebody under fourteen. */
	guardian: boolean;
}

export interface Category {
	id: string;
	/** Short, for numbers: `W`, `V`. */
	code: string;
	title: Bilingual;
	about: Bilingual | null;
	/** Null where no film is sent (a speech contest). */
	film: FilmLimits | null;
	materials: Material[];
	channels: Channel[];
	/** Entries it may take in all; null for any number. */
	quota: number | null;
	/** For those at universities (a division of its own). */
	university: boolean;
}

export interface Round {
	id: string;
	title: Bilingual;
	from: number | null;
	until: number | null;
}

/** Moments in ms since the epoch; they are typed and shown in Asia/Shanghai. */
export interface Dates {
	opensAt: number | null;
	closesAt: number | null;
	/** Minutes after closing in which a draft begun before, with its film under way, may be submitted. */
	graceMinutes: number;
	/** Until when a returned entry may be corrected. */
	correctUntil: number | null;
	rounds: Round[];
	noticeFrom: number | null;
	noticeUntil: number | null;
	resultsAt: number | null;
}

/** Days after the edition ends for which each kind of personal data is kept. */
export const keptFields = ['contact', 'crew', 'guardian', 'answers', 'drafts', 'films'] as const;
export type KeptField = (typeof keptFields)[number];

/** Everything an organizer decides about one edition, as one document. */
export interface Plan {
	call: { title: Bilingual; text: Bilingual | null };
	categories: Category[];
	questions: Question[];
	statements: Statement[];
	/** Kinds of use of AI an entrant may declare; empty when it is not asked. */
	aiKinds: AiKind[];
	channels: {
		person: { open: boolean; perPerson: number | null };
		unit: {
			open: boolean;
			perUnit: number | null;
			chain: ChainLevel[];
			/** How many entries each body of a level may recommend. */
			quotas: Partial<Record<ChainLevel, number>>;
		};
	};
	/** Crew roles offered, in order, with how many of them at least. */
	crew: { id: string; title: Bilingual; min: number }[];
	dates: Dates;
	/** As `{edition}-{category}-{n:4}`; see `numbering.ts`. */
	numbering: string;
	/** Bytes all unfinished and finished uploads of one account may take in this edition. */
	quotaBytes: number;
	/** Days an upload that nobody continues stays. */
	uploadDays: number;
	retention: Partial<Record<KeptField, number>>;
	/** `never`, or per entry after the results where its people agreed and the office released it. */
	showing: 'never' | 'per-entry';
	eligibility: { twoPersons: boolean };
}

/** Kinds of use of AI, as declared and labelled. */
export const aiKinds = [
	'script',
	'picture',
	'video',
	'voice',
	'music',
	'face',
	'translation',
	'other'
] as const;
export type AiKind = (typeof aiKinds)[number];
