import type { Json } from '../field';

/** Readings of single inputs; what cannot be read is given back as typed, for the shape to refuse. */

/** A text as typed, null when there is nothing but blanks. */
export const textOf = (typed: string): string | null => (typed.trim() === '' ? null : typed);

/** A text in two languages, null when both are blank. */
export function pairOf(zh: string, en: string): Json {
	if (!zh.trim() && !en.trim()) return null;
	return { zh, en: textOf(en) };
}

/** `1,200`, `１２` and `3.5` as numbers. */
export function numberOf(typed: string): Json {
	const plain = typed.normalize('NFKC').replace(/[\s,_]/g, '');
	if (plain === '') return null;
	return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : typed;
}

/** `2024年3月5日`, `2024/3/5`, `2024.03` and `20240305` as ISO 8601 days, months and years. */
export function dayOf(typed: string): Json {
	const plain = typed.normalize('NFKC').replace(/\s/g, '');
	if (plain === '') return null;
	const match =
		/^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
		/^(\d{4})年?(?:[-/.年]?(\d{1,2})月?(?:[-/.月]?(\d{1,2})[日号]?)?)?$/.exec(plain);
	if (!match) return typed;
	return match
		.slice(1)
		.filter((part): part is string => part !== undefined)
		.map((part) => part.padStart(2, '0'))
		.join('-');
}

/** China keeps UTC+08:00 all year. */
const OFFSET = 8 * 3_600_000;

/** `2026-11-22T09:00` in Asia/Shanghai as milliseconds since the epoch. */
export function momentOf(typed: string): Json {
	const plain = typed.trim().replace(' ', 'T');
	if (plain === '') return null;
	const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(plain) ? Date.parse(`${plain}Z`) : NaN;
	return Number.isNaN(at) ? typed : at - OFFSET;
}

/** A moment as `<input type="datetime-local">` takes it. */
export const momentText = (at: number): string =>
	new Date(at + OFFSET).toISOString().slice(0, at % 60_000 ? 19 : 16);
