import type { Shown, Told } from '$lib/domain/audit/told';
import type { audit } from '$lib/words/zh/audit';
import type { fields } from '$lib/words/zh/fields';

/** The rooms of words a record is told in; a page loads them in its `+page.ts`. */
export type AuditWords = typeof audit & {
	/** Names of fields by noun, where the page has them. */
	ofNoun?: typeof fields;
};

/** What is shown of a value. */
export function textOf(words: AuditWords, shown: Shown): string {
	if (!shown) return words.empty;
	if ('hidden' in shown) return `〔${words.hidden[shown.hidden]}〕`;
	return words.values[shown.text] ?? shown.text;
}

/** Who acted, in words. */
export function whoOf(words: AuditWords, { who, machine }: Told): string {
	if (who) return who.name ?? words.gone;
	if (machine) return words.portalPart(words.machines[machine] ?? machine);
	return words.stranger;
}

/** What it was done to, in words. */
export function thingOf(words: AuditWords, told: Told): string {
	const title = told.title && 'text' in told.title ? told.title.text : null;
	return words.thing(told.noun, title ?? (told.noun === 'people' ? null : told.id));
}

/** A record as one sentence. */
export const sentenceOf = (words: AuditWords, told: Told): string =>
	words.sentence({
		who: whoOf(words, told),
		act: told.act,
		noun: told.noun,
		it: thingOf(words, told)
	});

/** The name of a changed field. */
export function fieldOf(words: AuditWords, noun: string, field: string): string {
	if (!field) return words.whole;
	const [, name = field, tongue] = /^(.+)\.(zh|en)$/.exec(field) ?? [];
	const named = words.ofNoun as Record<string, Record<string, { label: string }>> | undefined;
	const label = named?.[noun]?.[name]?.label ?? words.fields[name] ?? name;
	return tongue ? words.inTongue(label, tongue as 'zh' | 'en') : label;
}
