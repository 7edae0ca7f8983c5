import { isDay } from '../day';
import { localMoment, openingsOn } from '../hours';
import type { Exception, Opening } from '../hours';
import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';
import { batchesOf } from './plan';
import type { VisitPlan } from './plan';

/** A stretch of one day in Asia/Shanghai: minutes after midnight, the end not included. */
export interface Slot {
	/** `YYYY-MM-DD`. */
	day: string;
	starts: number;
	ends: number;
}

/** What a slot is held by: an offer that still stands, or an agreed visit. */
export interface Held extends Slot {
	batches: number;
}

/** When a place is open. */
export interface Hours {
	week: readonly Opening[];
	exceptions: readonly Exception[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A moment of a day in Asia/Shanghai; 1440 is its end. China keeps UTC+08:00 all year. */
export const momentOf = (day: string, minute: number): number =>
	Date.parse(`${day}T00:00:00+08:00`) + minute * MINUTE;

/** The moment a slot starts; null before the first offer. */
export const startOf = (day: string | null, starts: number | null): number | null =>
	day === null || starts === null ? null : momentOf(day, starts);

/** The day so many days later (or earlier). */
export const dayAfter = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The slots of a day: one after another from each opening on, the last one ending before it closes.
 * A closed day has none, nor has a day there is none of (30 February).
 */
export function slotsOn(day: string, { week, exceptions }: Hours, length: number): Slot[] {
	if (!isDay(day) || !(length > 0)) return [];
	return openingsOn(day, week, exceptions).flatMap(({ opens, closes }) =>
		Array.from({ length: Math.max(0, Math.floor((closes - opens) / length)) }, (_, i) => ({
			day,
			starts: opens + i * length,
			ends: opens + (i + 1) * length
		}))
	);
}

/** Whether a place is open for the whole of a slot; hours may have changed since it was agreed. */
export const isOpenFor = ({ day, starts, ends }: Slot, { week, exceptions }: Hours): boolean =>
	openingsOn(day, week, exceptions).some(({ opens, closes }) => opens <= starts && ends <= closes);

/** Whether two stretches share a minute. */
export const meets = (a: Slot, b: Slot): boolean =>
	a.day === b.day && a.starts < b.ends && b.starts < a.ends;

/** The most batches that are there at once within a slot. */
export function peakIn(slot: Slot, held: readonly Held[]): number {
	const here = held.filter((one) => meets(one, slot));
	const minutes = [slot.starts, ...here.map(({ starts }) => Math.max(starts, slot.starts))];
	return Math.max(
		...minutes.map((minute) =>
			here
				.filter(({ starts, ends }) => starts <= minute && minute < ends)
				.reduce((sum, { batches }) => sum + batches, 0)
		)
	);
}

/** Batches still free in a slot, also beside visits agreed while slots were cut in another way. */
export const freeIn = (
	slot: Slot,
	held: readonly Held[],
	{ parallel }: Pick<VisitPlan, 'parallel'>
): number => Math.max(0, parallel - peakIn(slot, held));

/** How a slot is written in a form and in an address: `2026-11-25T0900`. */
export const slotKey = ({ day, starts }: Pick<Slot, 'day' | 'starts'>): string =>
	`${day}T${String(Math.floor(starts / 60)).padStart(2, '0')}${String(starts % 60).padStart(2, '0')}`;

/** Day and minute of a slot as written; null for anything else. */
export function readSlot(text: string): Pick<Slot, 'day' | 'starts'> | null {
	const [, day = '', hours, minutes] =
		/^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3])([0-5]\d)$/.exec(text) ?? [];
	return isDay(day) ? { day, starts: Number(hours) * 60 + Number(minutes) } : null;
}

/** What decides whether a slot can be had. */
export interface Ground {
	plan: VisitPlan;
	hours: Hours;
	/** The first day that lies far enough ahead: so many working days after today. */
	first: string;
	held: readonly Held[];
	now: number;
}

/**
 * The slot at a day and minute, if so many heads can come then.
 * @param by the office may go below its own cut-off and beyond the days ahead, nobody beyond the room
 */
export function slotFor(
	wish: Pick<Slot, 'day' | 'starts'>,
	heads: number,
	{ plan, hours, first, held, now }: Ground,
	by: 'group' | 'office'
): Ruled<Slot> {
	const slot = slotsOn(wish.day, hours, plan.slot).find(({ starts }) => starts === wish.starts);
	const no = (reason: string, detail?: Record<string, string | number>) =>
		refuse<Slot>({ field: 'slot', reason, ...(detail ? { detail } : {}) });
	if (!slot) return no('closed');
	if (momentOf(slot.day, slot.starts) <= now) return no('past');
	if (by === 'group') {
		if (slot.day < first) return no('cut-off', { days: plan.cutOff, first });
		if (slot.day > lastDay(now, plan)) return no('too-far', { days: plan.ahead });
	}
	const need = batchesOf(heads, plan.batch);
	return need <= freeIn(slot, held, plan) ? accept(slot) : no('full');
}

/** The last day that can be asked for. */
const lastDay = (now: number, { ahead }: Pick<VisitPlan, 'ahead'>): string =>
	dayAfter(localMoment(now).day, ahead);

/** A day with the slots that are free on it. */
export interface FreeDay {
	day: string;
	slots: (Slot & { /** Heads there is room for. */ room: number })[];
}

/**
 * The days from `from` on that have a free slot, in order, at most `count` of them.
 * @returns also the day where the next page begins; null when there is none
 */
export function freeDays(
	{ plan, hours, first, held, now }: Ground,
	{ from, count }: { from: string; count: number }
): { days: FreeDay[]; next: string | null } {
	const days: FreeDay[] = [];
	const last = lastDay(now, plan);
	for (let day = from > first ? from : first; day <= last; day = dayAfter(day, 1)) {
		const slots = slotsOn(day, hours, plan.slot)
			.filter((slot) => momentOf(day, slot.starts) > now)
			.map((slot) => ({
				...slot,
				room: Math.min(plan.largest, freeIn(slot, held, plan) * plan.batch)
			}))
			.filter(({ room }) => room > 0);
		if (!slots.length) continue;
		if (days.length === count) return { days, next: day };
		days.push({ day, slots });
	}
	return { days, next: null };
}

/** Until when a slot that is offered now is kept: the end of its last working day, never past its start. */
export const heldUntil = (slot: Slot, lastWorkingDay: string): number =>
	Math.min(momentOf(lastWorkingDay, 1440), momentOf(slot.day, slot.starts));
