import type { Admission, Question, SeatRow, Zone } from './admission';
import { admissionModes, contactRules } from './admission';
import { seatsOf } from './seat';

/** The texts of a form as it was sent. */
interface Sent {
	get: (name: string) => string | null;
	all: (name: string) => string[];
}

const MOST = 20_000;
const number = (text: string): number =>
	/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : text.trim() === '' ? 0 : NaN;

/** Hours in a form stand for minutes in a plan. */
const HOUR = 60;

/**
 * Rows as an organizer types them, one to a line: `一排 1-20` or `A 1-20 缺 7,8`. What is not
 * understood becomes a row without a name, which the law refuses.
 */
export function readRows(text: string): SeatRow[] {
	return text
		.slice(0, MOST)
		.normalize('NFKC')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => {
			const match =
				/^(\S{1,12})\s+(\d{1,4})\s*[-~–—至]\s*(\d{1,4})(?:\s*(?:缺|without|,|;)\s*([\d\s,、，]+))?$/.exec(
					line
				);
			if (!match) return { row: '', from: 0, to: 0, missing: [] };
			const missing = (match[4] ?? '')
				.split(/[^\d]+/)
				.filter(Boolean)
				.map(Number);
			return { row: match[1]!, from: Number(match[2]), to: Number(match[3]), missing };
		});
}

export const rowsText = (rows: readonly SeatRow[]): string =>
	rows
		.map(
			({ row, from, to, missing }) =>
				`${row} ${from}-${to}${missing.length ? ` 缺 ${missing.join(',')}` : ''}`
		)
		.join('\n');

/** How many lines for zones and questions a form has; more come with each saving. */
export const linesOf = (filled: number): number => filled + 2;

/**
 * Reads the form of a plan. Ids of zones and questions stay what they were; new ones get the next
 * number, so that no sign-up ever means another.
 */
export function readAdmission(sent: Sent, before: Admission | null): Admission {
	const text = (name: string) => (sent.get(name) ?? '').slice(0, MOST).trim();
	const pick = <T extends string>(name: string, from: readonly T[]): T =>
		(from as readonly string[]).includes(text(name)) ? (text(name) as T) : ('' as T);
	const known = [...(before?.zones ?? []), ...(before?.questions ?? [])].map(({ id }) => id);
	let last = Math.max(0, ...known.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)));
	const idOf = (field: string, letter: string) => {
		const id = text(field);
		return known.includes(id) ? id : `${letter}${++last}`;
	};
	const zones: Zone[] = [];
	for (let n = 0; n < 60 && sent.get(`zone.${n}.zh`) !== null; n++) {
		const zh = text(`zone.${n}.zh`);
		const rows = readRows(text(`zone.${n}.rows`));
		const typed = text(`zone.${n}.capacity`);
		if (!zh && !typed && !rows.length) continue;
		zones.push({
			id: idOf(`zone.${n}.id`, 'z'),
			name: { zh, en: text(`zone.${n}.en`) || null },
			// With rows the seats are counted, so nobody has to.
			capacity: typed ? number(typed) : seatsOf({ rows }).length,
			rows
		});
	}
	const questions: Question[] = [];
	for (let n = 0; n < 40 && sent.get(`question.${n}.zh`) !== null; n++) {
		const zh = text(`question.${n}.zh`);
		if (!zh) continue;
		const english = text(`question.${n}.optionsEn`).split('\n');
		questions.push({
			id: idOf(`question.${n}.id`, 'q'),
			label: { zh, en: text(`question.${n}.en`) || null },
			kind: pick(`question.${n}.kind`, ['line', 'choice', 'yes'] as const) || 'line',
			options: text(`question.${n}.options`)
				.split('\n')
				.map((one, at) => ({ zh: one.trim(), en: english[at]?.trim() || null }))
				.filter(({ zh: one }) => one),
			required: text(`question.${n}.required`) === 'yes'
		});
	}
	const opens = text('opensAt');
	return {
		mode: pick('mode', admissionModes),
		capacity: zones.length ? 1 : number(text('capacity')),
		zones,
		mostHeads: number(text('mostHeads')),
		perContact: number(text('perContact')),
		opensAt: opens ? Date.parse(`${opens.slice(0, 16)}:00+08:00`) : null,
		closesBefore: Math.round(number(text('closesBefore')) * HOUR),
		cancelBefore: Math.round(number(text('cancelBefore')) * HOUR),
		waiting: text('waiting') === 'yes',
		fillGaps: text('fillGaps') === 'yes',
		offerMinutes: Math.round(number(text('offerHours')) * HOUR),
		contact: pick('contact', contactRules),
		questions,
		reminders: text('reminders')
			.split(/[^\d]+/)
			.filter(Boolean)
			.map(Number),
		keepDays: number(text('keepDays'))
	};
}
