import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { BookingState } from '$lib/domain/events/booking';
import { decideDate, whyWrong } from '$lib/domain/events/standing';
import type { Asked, DateDeed, DateStand } from '$lib/domain/events/standing';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { refusedThing } from '../audit/refused';
import type { Db, Reader, Tx } from '../db/open';
import { bookings, events, occasions } from '../db/schema';
import { touchContent, write } from '../db/write';
import { tellSignedUp } from '../signups/tell';
import type { Told } from '../signups/tell';
import { againstMove } from '../venues/move';
import { datesOf, deskEvent } from './desk';
import type { DateRow } from './desk';
import { spanAnew } from './dates';

/** Every date still to come, and the event itself. */
export const WHOLE = 'all';
const kinds: Record<DateDeed, Told> = {
	...{ cancel: 'cancelled', postpone: 'postponed', move: 'moved', restore: 'restored' }
};
const LIVE: BookingState[] = ['confirmed', 'waiting', 'offered', 'drawn'];

interface Decided {
	dates: DateRow[];
	after: ({ id: string } & DateStand)[];
	signUps: number;
	mails: number;
}

/** What a deed would do and whom it would tell; nothing is changed. */
export async function lookAhead(
	db: Reader,
	by: By,
	eventId: string,
	asked: Asked & { deed: DateDeed; date: string }
): Promise<Ruled<Decided>> {
	const event = await deskEvent(db, by.who, eventId);
	if (!event?.mayWrite || !event.public) return refuse({ field: '', reason: 'gone' });
	const all = await datesOf(db, eventId);
	const { deed, date } = asked;
	const whole = date === WHOLE;
	if (whole && deed === 'move') return refuse({ field: 'date', reason: 'move-each' });
	const meant = all.filter(({ id }) => whole || id === date);
	if (!meant.length) return refuse({ field: 'date', reason: 'gone' });
	if (!whole && deed === 'restore' && event.standing !== 'scheduled')
		return refuse({ field: '', reason: 'event-off' });
	const wrong = whyWrong(asked.why);
	if (wrong.length) return refuse(...wrong);
	const after: Decided['after'] = [];
	let last: Ruled<Decided> | null = null;
	for (const row of meant) {
		const ruled = decideDate(row, deed, asked, by.now);
		if (ruled.ok) after.push({ id: row.id, ...ruled.value });
		else last = ruled;
	}
	// Of the whole event, dates that are over or stand so already are left as they are.
	if (!after.length || (!whole && last)) return last ?? refuse({ field: '', reason: 'gone' });
	const ids = after.map(({ id }) => id);
	const live = and(inArray(bookings.occasionId, ids), inArray(bookings.state, LIVE));
	const [told] = await db
		.select({
			signUps: sql<number>`count(*)`.mapWith(Number),
			mails: sql<number>`count(${bookings.mailMark})`.mapWith(Number)
		})
		.from(bookings)
		.where(live);
	return accept({
		dates: meant.filter(({ id }) => ids.includes(id)),
		...{ after, signUps: told?.signUps ?? 0, mails: told?.mails ?? 0 }
	});
}

/** Cancels, postpones, moves or restores dates, and tells those who signed up. */
export async function changeDates(
	db: Db,
	by: By,
	eventId: string,
	asked: Asked & { deed: DateDeed; date: string }
): Promise<Ruled<{ signUps: number; dates: number }>> {
	return write(db, async (tx) => {
		const event = await deskEvent(tx, by.who, eventId);
		if (!event?.mayWrite) {
			await refusedThing(tx, by, 'events', eventId, asked.deed);
			return refuse({ field: '', reason: 'gone' });
		}
		const ruled = await lookAhead(tx, by, eventId, asked);
		if (!ruled.ok) return ruled;
		const { dates, after } = ruled.value;
		const [to] = after;
		const no =
			asked.deed === 'move' && to
				? await againstMove(tx, by, eventId, [to.startsAt, to.endsAt])
				: null;
		if (no) return refuse(no);
		const why = { zh: asked.why.zh.trim(), en: asked.why.en?.trim() || null };
		const restored = asked.deed === 'restore';
		for (const { id, standing, startsAt, endsAt } of after)
			await tx
				.update(occasions)
				.set({
					...{ standing, startsAt, endsAt, standingAt: by.now },
					...{ whyZh: restored ? null : why.zh, whyEn: restored ? null : why.en },
					sequence: sql`${occasions.sequence} + 1`
				})
				.where(eq(occasions.id, id));
		await standWhole(tx, eventId, asked, why, by.now);
		await spanAnew(tx, eventId);
		const ids = after.map(({ id }) => id);
		const signUps = await tellSignedUp(tx, ids, kinds[asked.deed], why, by.now);
		await touchContent(tx);
		const stood = ({ id, standing, startsAt, endsAt }: (typeof after)[number] | DateRow) => ({
			...{ id, standing, startsAt, endsAt }
		});
		await record(tx, by, {
			act: asked.deed === 'restore' ? 'restore-dates' : asked.deed,
			...{ noun: 'events', id: eventId, title: event.title.zh },
			before: { dates: dates.map(stood) },
			after: { dates: after.map(stood), signUps },
			why: why.zh
		});
		return accept({ signUps, dates: after.length });
	});
}

/**
 * The event as a whole: off or put off when that was asked of all its dates, and standing again as
 * soon as one of them does.
 */
async function standWhole(
	tx: Tx,
	eventId: string,
	{ deed, date }: { deed: DateDeed; date: string },
	why: { zh: string; en: string | null },
	now: number
): Promise<void> {
	const up = deed === 'restore' || deed === 'move';
	if (date !== WHOLE && !up) return;
	const standing =
		deed === 'cancel' ? 'cancelled' : deed === 'postpone' ? 'postponed' : 'scheduled';
	await tx
		.update(events)
		.set({
			...{ standing, standingAt: now, updatedAt: now },
			...{ standingWhyZh: up ? null : why.zh, standingWhyEn: up ? null : why.en }
		})
		.where(and(eq(events.id, eventId), isNotNull(events.publishedAt)));
}
