import type { Refusal } from '../../refusal';
import { readMark, writeMark } from '../methods/mark';
import type { RoundPlan } from '../round';
import { COMMENT_MOST } from '../sheet';
import type { Sheet } from '../sheet';

/** A form as it came: the texts under a name. */
export interface Sent {
	get(name: string): string | null;
	all(name: string): string[];
}

/** What a juror typed, sign by sign, so that a refused form shows it again. */
export interface Typed {
	marks: Record<string, string>;
	verdict: string;
	rank: string;
	comment: string;
}

/** The texts of a sheet as a form shows them. */
export const typedOf = (plan: RoundPlan, sheet: Sheet | null): Typed => ({
	marks: Object.fromEntries(
		plan.criteria.map(({ id }) => {
			const mark = sheet && Object.hasOwn(sheet.marks, id) ? sheet.marks[id] : undefined;
			return [id, mark === undefined ? '' : writeMark(mark)];
		})
	),
	verdict: sheet?.verdict ?? '',
	rank: sheet?.rank === null || sheet?.rank === undefined ? '' : String(sheet.rank),
	comment: sheet?.comment ?? ''
});

/** What a form says, cut to what could have been typed: a comment of ten megabytes is no comment. */
export function readTyped(plan: RoundPlan, sent: Sent): Typed {
	const short = (name: string, most: number) => (sent.get(name) ?? '').slice(0, most);
	return {
		marks: Object.fromEntries(plan.criteria.map(({ id }) => [id, short(`marks.${id}`, 60)])),
		verdict: short('verdict', 10),
		rank: short('rank', 20),
		comment: short('comment', COMMENT_MOST * 10).replace(/\r\n?/g, '\n')
	};
}

/**
 * Reads what was typed as a sheet, with every reason against what cannot be one. Only criteria of the
 * round are looked at, so nothing else that a form carries gets in.
 */
export function readSheet(plan: RoundPlan, typed: Typed): { sheet: Sheet; refusals: Refusal[] } {
	const refusals: Refusal[] = [];
	const marks: Record<string, number> = {};
	for (const { id } of plan.criteria) {
		const read = readMark(typed.marks[id] ?? '', `marks.${id}`, plan.scale);
		if (!read.ok) refusals.push(...read.refusals);
		else if (read.value !== null) marks[id] = read.value;
	}
	const { verdict } = typed;
	if (verdict !== '' && verdict !== 'yes' && verdict !== 'no')
		refusals.push({ field: 'verdict', reason: 'unknown' });
	const place = typed.rank.normalize('NFKC').trim();
	if (place && !/^[1-9]\d{0,3}$/.test(place))
		refusals.push({ field: 'rank', reason: 'not-a-place' });
	const comment = clean(typed.comment);
	if (comment.length > COMMENT_MOST)
		refusals.push({ field: 'comment', reason: 'too-long', detail: { limit: COMMENT_MOST } });
	return {
		sheet: {
			marks,
			verdict: verdict === 'yes' || verdict === 'no' ? verdict : null,
			rank: /^[1-9]\d{0,3}$/.test(place) ? Number(place) : null,
			comment: comment.slice(0, COMMENT_MOST)
		},
		refusals
	};
}

/** Text of a person: no control characters but line breaks, no half characters. */
export const clean = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/g, ' ')
		.toWellFormed()
		.trim();

/** Whether two sheets say the same. */
export const sameSheet = (one: Sheet | null, other: Sheet | null): boolean =>
	sheetText(one) === sheetText(other);

/** A sheet as one text, the same for the same sheet; an empty one is like none. */
const sheetText = (sheet: Sheet | null): string => {
	const { marks = {}, verdict = null, rank = null, comment = '' } = sheet ?? {};
	const pairs = Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([pairs, verdict, rank, comment]);
};

/** A total in ten-thousandths of a point as people read it: exact, without idle zeros. */
export function totalText(units: number): string {
	const whole = Math.floor(units / 10_000);
	const rest = String(units % 10_000)
		.padStart(4, '0')
		.replace(/0+$/, '');
	return rest ? `${whole}.${rest}` : String(whole);
}
