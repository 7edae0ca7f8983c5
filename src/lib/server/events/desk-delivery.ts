import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { deliveryOf, noneDelivered } from '$lib/domain/events/delivery';
import type { Delivered, Delivery, DeliveryQuery } from '$lib/domain/events/delivery';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { refusedThing } from '../audit/refused';
import type { Db, Reader } from '../db/open';
import { bookings, occasions, outbox, signupMails } from '../db/schema';
import { afterCommit, write } from '../db/write';
import { nudge } from '../mail/nudge';
import { deskEvent } from './desk';

/** Mails of one page. */
export const DELIVERY_PAGE = 50;

const failed = and(eq(outbox.state, 'failed'), isNotNull(outbox.body))!;
const where: Record<Delivery, SQL> = {
	waiting: inArray(outbox.state, ['waiting', 'sending']),
	handed: eq(outbox.state, 'sent'),
	failed,
	'given-up': or(eq(outbox.state, 'dropped'), and(eq(outbox.state, 'failed'), isNull(outbox.body)))!
};

/**
 * What became of the mails to those who signed up for an event, without a name or an address: a mail is
 * called by the code of its sign-up. Those of the outbox alone are known; it is swept in time.
 */
export async function deliveriesOf(db: Reader, eventId: string, { state, page }: DeliveryQuery) {
	const mine = eq(bookings.eventId, eventId);
	const readable = sql<boolean>`${outbox.body} IS NOT NULL`.mapWith(Boolean);
	const counted = await db
		.select({
			...{ state: outbox.state, mailing: outbox.mailingId },
			...{ readable, n: sql<number>`count(*)`.mapWith(Number) }
		})
		.from(bookings)
		.innerJoin(outbox, eq(outbox.bookingId, bookings.id))
		.where(mine)
		.groupBy(outbox.state, outbox.mailingId, sql`${outbox.body} IS NOT NULL`);
	const counts = noneDelivered();
	const byMailing: Record<string, Delivered> = {};
	for (const one of counted) {
		const stands = deliveryOf(one.state, one.readable);
		counts[stands] += one.n;
		if (one.mailing) (byMailing[one.mailing] ??= noneDelivered())[stands] += one.n;
	}
	const rows = await db
		.select({
			...{ id: outbox.id, template: outbox.template, mailing: signupMails.kind },
			...{ code: bookings.code, date: bookings.occasionId, startsAt: occasions.startsAt },
			...{ state: outbox.state, readable, attempts: outbox.attempts, nextAt: outbox.nextAt },
			...{ sentAt: outbox.sentAt, lastError: outbox.lastError, createdAt: outbox.createdAt }
		})
		.from(bookings)
		.innerJoin(outbox, eq(outbox.bookingId, bookings.id))
		.innerJoin(occasions, eq(occasions.id, bookings.occasionId))
		.leftJoin(signupMails, eq(signupMails.id, outbox.mailingId))
		.where(and(mine, state ? where[state] : undefined))
		.orderBy(desc(outbox.id))
		.limit(DELIVERY_PAGE)
		.offset((page - 1) * DELIVERY_PAGE);
	const total = state ? counts[state] : Object.values(counts).reduce((sum, n) => sum + n, 0);
	return {
		...{ counts, byMailing, total },
		rows: rows.map(({ state, readable, ...row }) => ({
			...row,
			state: deliveryOf(state, readable)
		}))
	};
}

/**
 * Sends mails again that the server refused: one, or all of the event. The form sent twice finds none
 * that failed and is refused, so that it is recorded once.
 */
export async function sendAgainHere(
	db: Db,
	by: By,
	eventId: string,
	which: { mail: string } | 'all'
): Promise<Ruled<{ mails: number }>> {
	return write(db, async (tx) => {
		const event = await deskEvent(tx, by.who, eventId);
		if (!event?.mayReach) {
			await refusedThing(tx, by, 'events', eventId, 'send-again');
			return refuse({ field: '', reason: 'gone' });
		}
		const mine = tx.select({ id: bookings.id }).from(bookings).where(eq(bookings.eventId, eventId));
		const sent = await tx
			.update(outbox)
			.set({ state: 'waiting', nextAt: by.now, attempts: 0, lastError: null })
			.where(
				and(
					failed,
					inArray(outbox.bookingId, mine),
					which === 'all' ? undefined : eq(outbox.id, which.mail)
				)
			)
			.returning({ id: outbox.id });
		if (!sent.length) return refuse({ field: '', reason: 'none-failed' });
		await record(tx, by, {
			...{ act: 'send-again', noun: 'events', id: eventId, title: event.title.zh },
			after: which === 'all' ? { mails: sent.length } : { mails: 1, mail: which.mail }
		});
		afterCommit(nudge);
		return accept({ mails: sent.length });
	});
}
