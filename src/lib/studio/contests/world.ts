import { getContext, setContext } from 'svelte';
import type { RowDeed } from '$lib/domain/contests/plan-draft';
import type { Locale } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import type { office } from '$lib/words/zh/contest-office';

export type OfficeWords = typeof office;

/** What the inputs of a plan’s form know of the form they stand in. */
interface World {
	words: OfficeWords;
	locale: Locale;
	/** True once scripts run. */
	readonly live: boolean;
	/** Sentences about the input of that name. */
	problems: (name: string) => string[];
	/** Categories of the plan, for what is asked of some of them. */
	categories: readonly { id: string; title: string }[];
	/** Where a row of a list is gone into further; null for nowhere. */
	linkOf: (list: string, id: string) => { href: string; text: string } | null;
	/** Adds, takes out or moves a row at once. */
	deed: (deed: RowDeed) => void;
}

const KEY = Symbol('plan form');
export const giveWorld = (world: World): void => {
	setContext(KEY, world);
};
export const useWorld = (): World => getContext<World>(KEY);

/** Id of the input of that name. */
export const idOf = (name: string): string => `p-${name.replaceAll('.', '-')}`;

/** A name without the numbers of its rows, as the words are listed. */
export const wordOf = (name: string): string =>
	name
		.split('.')
		.filter((part) => !/^\d+$/.test(part))
		.join('.');

/** What the words list under the longest end of a name: of `categories.channels` else of `channels`. */
export function listedUnder<T>(list: Readonly<Record<string, T>>, name: string): T | undefined {
	const parts = wordOf(name).split('.');
	for (let from = 0; from < parts.length; from++) {
		const found = list[parts.slice(from).join('.')];
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The label of an input; the name of one nobody named would be a mistake of ours. */
export const labelOf = ({ field }: OfficeWords, name: string): string =>
	listedUnder(field.label, name) ?? wordOf(name);

/** A refusal as a sentence. */
export const sentenceOf = ({ refusal }: OfficeWords, { reason, detail = {} }: Refusal): string =>
	(refusal[reason] ?? refusal['not-readable']!)(detail);
