import { accuses } from './accusation';
import { correctable, limits } from './correctable';
import type { Correctable } from './correctable';
import { personal } from './import/personal';
import { accept, refuse } from './refusal';
import type { Refusal, Ruled } from './refusal';

/** What a citizen says is wrong: the fact, what is right, and how they know. */
export interface Correction {
	field: Correctable;
	statement: string;
	evidence: string | null;
}

/** Where a person can be written to: an e-mail address, or a chat account named as such. */
const REACH =
	/[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:微信|wechat|vx|qq)(?:号|号码|账号)?\s*[:：是为]?\s*[a-z0-9_-]{5,}/i;
/** A line number with area code; an office may publish one, so it is only right as the fact “phone”. */
const LINE = /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/;

/**
 * Reads a correction as a form sent it. Refuses, all at once: an unknown fact, an empty or too long
 * text, a text that accuses somebody, a text with a number or account that belongs to a person.
 */
export function parseCorrection(
	form: { field: string; statement: string; evidence: string },
	fold?: (char: string) => string
): Ruled<Correction> {
	const refusals: Refusal[] = [];
	const field = correctable.find((known) => known === form.field);
	if (!field) refusals.push({ field: 'field', reason: 'choose' });
	const statement = tidy(form.statement);
	const evidence = tidy(form.evidence);
	if (!statement) refusals.push({ field: 'statement', reason: 'required' });
	for (const [name, text] of [
		['statement', statement],
		['evidence', evidence]
	] as const) {
		if (text.length > limits[name])
			refusals.push({
				field: name,
				reason: 'too-long',
				detail: { limit: limits[name], length: text.length }
			});
		// What is too long is not read further: looking for accounts in half a megabyte takes minutes.
		if (text.length > limits[name]) continue;
		const plain = text.normalize('NFKC');
		if (accuses(text, fold)) refusals.push({ field: name, reason: 'accusation' });
		else if (personal(text) || REACH.test(plain))
			refusals.push({ field: name, reason: 'personal' });
		else if (field !== 'phone' && LINE.test(plain))
			refusals.push({ field: name, reason: 'line-number' });
	}
	return refusals.length || !field
		? refuse(...refusals)
		: accept({ field, statement, evidence: evidence || null });
}

/** Line breaks as `\n`, no other control characters, no space around. */
function tidy(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n]/gu, ' ')
		.trim();
}

/** The number a citizen keeps of a correction: the random half of its id in two groups, `7F3K2-9QX1B`. */
export function referenceOf(id: string): string {
	const tail = id.slice(-10).toUpperCase();
	return `${tail.slice(0, 5)}-${tail.slice(5)}`;
}

/** What {@link referenceOf} gives, for reading it back from an address. */
export const referencePattern = /^[0-9A-V]{5}-[0-9A-V]{5}$/;
