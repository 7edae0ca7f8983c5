import type { Missing } from '$lib/domain/contests/missing';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { entry } from '$lib/words/zh/entry';

type Words = typeof entry;
type Labels = Record<string, { zh: string; en?: string | null }>;

/** What a field is called. */
export function fieldText(field: string, words: Words, labels: Labels, locale: Locale): string {
	if (labels[field]) return say(labels[field], locale);
	const member = /^crew\.(\d+)\./.exec(field);
	if (member) return words.fields.member(Number(member[1]) + 1);
	return (words.fields as Record<string, unknown>)[field] as string;
}

/** Why a field keeps the entry from being submitted. */
export const whyText = (
	{ field, reason, detail }: Missing,
	words: Words,
	labels: Labels,
	locale: Locale
): string =>
	words.missing[reason]?.({
		...detail,
		...(reason === 'statement' ? { title: fieldText(field, words, labels, locale) } : {})
	}) ?? words.problem;
