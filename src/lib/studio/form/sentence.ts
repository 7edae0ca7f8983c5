import type { Field } from '$lib/domain/studio/field';
import type { Refusal } from '$lib/domain/refusal';
import { inputOf } from '$lib/domain/studio/form/input-of';
import type { FormWords } from './world';

/** The sentence for a refusal. */
export const sentence = (words: FormWords['form'], { reason, detail }: Refusal): string =>
	words.refusal[reason]?.(detail ?? {}) ?? words.wrong;

/** How many of these fields stand under each heading of a form. */
export function perGroup(
	fields: readonly Field[],
	names: readonly (string | null)[]
): Record<string, number> {
	const count: Record<string, number> = {};
	for (const name of names) {
		const group = fields.find((field) => field.name === name)?.group;
		if (group) count[group] = (count[group] ?? 0) + 1;
	}
	return count;
}

/** The sentences for every input something is said against, by its name. */
export function sentences(
	fields: readonly Field[],
	refusals: readonly Refusal[],
	words: FormWords['form']
): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	for (const refusal of refusals)
		(found[inputOf(fields, refusal.field).name] ??= []).push(sentence(words, refusal));
	return found;
}
