import { accept } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import type { Plan } from './plan';
import { isRefuseReason, isReturnReason } from './reasons';

/** What the office may say about an entry that waits. */
const eligibilityVerdicts = ['pass', 'return', 'refuse'] as const;
type EligibilityVerdict = (typeof eligibilityVerdicts)[number];

/** Everything the office does about eligibility; the last two change what was said. */
export const eligibilityDeeds = [...eligibilityVerdicts, 'reopen', 'extend'] as const;
export type EligibilityDeed = (typeof eligibilityDeeds)[number];

export const isVerdict = (deed: EligibilityDeed): deed is EligibilityVerdict =>
	eligibilityVerdicts.some((one) => one === deed);

/** A decision as it was typed; nothing of it is believed. */
export interface TypedDecision {
	deed: EligibilityDeed;
	reasons: readonly string[];
	note: string;
	/** Last day of the correction, `YYYY-MM-DD`; empty for what the edition says. */
	due: string;
}

/** A decision that may be made. */
export interface Decision {
	deed: EligibilityDeed;
	reasons: string[];
	/** For the people of the entry to read. */
	note: string | null;
	/** Until when something is asked of them, ms since the epoch; null when nothing is. */
	dueAt: number | null;
}

/** Longest note in characters: a mail carries it whole. */
export const NOTE_LIMIT = 400;
/** Days of a correction when neither the officer nor the edition says. */
const CORRECT_DAYS = 7;
const MOST_DAYS = 90;

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

/** The day of Asia/Shanghai in which a moment lies. */
const dayOf = (at: number): string => new Date(at + SHANGHAI).toISOString().slice(0, 10);
/** The last minute of a day in Asia/Shanghai; null for no day of the calendar. */
const endOfDay = (day: string): number | null => {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:00+08:00`) : NaN;
	return Number.isFinite(at) && dayOf(at) === day ? at : null;
};

/** Until when a correction is asked when the officer does not say: the edition’s day, or a week from now. */
export const usualDue = ({ dates }: Pick<Plan, 'dates'>, now: number): number =>
	dates.correctUntil !== null && dates.correctUntil > now + DAY
		? dates.correctUntil
		: endOfDay(dayOf(now + CORRECT_DAYS * DAY))!;

/** The same as a day, as a form asks for it. */
export const dueDay = (at: number): string => dayOf(at);

/** Whether a reason may be given for a deed. */
const fits = (deed: EligibilityDeed, reason: string): boolean =>
	deed === 'return' ? isReturnReason(reason) : deed === 'refuse' && isRefuseReason(reason);

/** A decision as it was typed, or everything that is wrong with it. */
export function readDecision(
	typed: TypedDecision,
	plan: Pick<Plan, 'dates'>,
	now: number
): Ruled<Decision> {
	const { deed } = typed;
	const refusals: Refusal[] = [];
	const reasons = [...new Set(typed.reasons)].filter((reason) => fits(deed, reason));
	const note = typed.note.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
	const asksReason = deed === 'return' || deed === 'refuse';
	if (asksReason && !reasons.length) refusals.push({ field: 'reasons', reason: 'required' });
	// “Other” says nothing by itself, and who decided again owes a word why.
	if ((reasons.includes('other') || deed === 'reopen') && !note)
		refusals.push({ field: 'note', reason: 'required' });
	const length = Array.from(note).length;
	if (length > NOTE_LIMIT)
		refusals.push({ field: 'note', reason: 'too-long', detail: { limit: NOTE_LIMIT, length } });
	let dueAt: number | null = null;
	if (deed === 'return' || deed === 'extend') {
		dueAt = typed.due ? endOfDay(typed.due) : usualDue(plan, now);
		if (dueAt === null) refusals.push({ field: 'due', reason: 'not-date' });
		else if (dueAt <= now) refusals.push({ field: 'due', reason: 'past' });
		else if (dueAt > now + MOST_DAYS * DAY)
			refusals.push({ field: 'due', reason: 'too-late', detail: { days: MOST_DAYS } });
		// The edition’s own moment, when its day was left as it was offered.
		const usual = usualDue(plan, now);
		if (dueAt !== null && typed.due === dayOf(usual)) dueAt = usual;
	}
	return refusals.length
		? { ok: false, refusals }
		: accept({ deed, reasons, note: note || null, dueAt });
}

/** What an officer said of a version, where two have to say the same. */
interface Opinion {
	personId: string;
	verdict: EligibilityVerdict;
	reasons: string[];
	note: string | null;
}

/** Whether what one officer says now stands, after what others said of the same version. */
export function standsWith(
	mine: Opinion,
	others: readonly Opinion[]
): { reasons: string[]; note: string | null; with: string } | null {
	const same = others.find(
		({ personId, verdict }) => personId !== mine.personId && verdict === mine.verdict
	);
	if (!same) return null;
	const notes = [...new Set([same.note, mine.note].filter(Boolean))];
	return {
		reasons: [...new Set([...same.reasons, ...mine.reasons])],
		note: notes.join('\n') || null,
		with: same.personId
	};
}

/** A text of which only the beginning and the end are shown until somebody asks: `138****0000`. */
export function masked(text: string): string {
	const signs = Array.from(text.trim());
	if (signs.length === 0) return '';
	const at = signs.indexOf('@');
	if (at > 0) return `${signs[0]}***${signs.slice(at).join('')}`;
	if (signs.length < 3) return `${signs[0]}*`;
	const kept = signs.length >= 8 ? 3 : 1;
	return `${signs.slice(0, kept).join('')}${'*'.repeat(Math.min(4, signs.length - kept))}${
		signs.length >= 8 ? signs.slice(-4).join('') : ''
	}`;
}
