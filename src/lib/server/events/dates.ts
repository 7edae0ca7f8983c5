import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { seated } from '$lib/domain/events/booking';
import type { Occasion } from '$lib/domain/events/when';
import type { Refusal } from '$lib/domain/refusal';
import type { Reader, Tx } from '../db/open';
import { bookings, events, newId, occasions } from '../db/schema';

/** People who are signed up, or wait to be, for each date of an event. */
const awaited = async (reader: Reader, eventId: string) =>
	reader
		.select({ key: occasions.key, people: sql<number>`count(*)` })
		.from(bookings)
		.innerJoin(occasions, eq(occasions.id, bookings.occasionId))
		.where(
			and(
				eq(bookings.eventId, eventId),
				inArray(bookings.state, [...seated, 'waiting', 'drawn']),
				eq(occasions.standing, 'scheduled')
			)
		)
		.groupBy(occasions.key);

/**
 * Refuses to drop dates people are signed up for: such a date is cancelled or postponed first, which
 * tells them.
 */
export async function lostDates(
	reader: Reader,
	eventId: string,
	laid: readonly Occasion[]
): Promise<Refusal[]> {
	const kept = new Set(laid.map(({ key }) => key));
	const lost = (await awaited(reader, eventId)).filter(({ key }) => !kept.has(key));
	return lost.map(({ key, people }) => ({
		field: 'when',
		reason: 'signed-up',
		detail: { day: `${key.slice(0, 4)}-${key.slice(4, 6)}-${key.slice(6, 8)}`, count: people }
	}));
}

/**
 * Brings the dates of an event to what was laid out: a date that stays keeps its id, one that is gone
 * goes, unless somebody ever signed up for it.
 * @param laid null takes all of them out of the public
 */
export async function keepDates(
	tx: Tx,
	eventId: string,
	laid: readonly Occasion[] | null,
	now: number
): Promise<void> {
	const mine = eq(occasions.eventId, eventId);
	if (!laid) {
		await tx.update(occasions).set({ publishedAt: null }).where(mine);
		return;
	}
	const before = new Map(
		(await tx.select().from(occasions).where(mine)).map((row) => [row.key, row])
	);
	for (const { key, startsAt, endsAt } of laid) {
		const stood = before.get(key);
		if (!stood) {
			await tx
				.insert(occasions)
				.values({ id: newId(now), eventId, key, startsAt, endsAt, publishedAt: now });
			continue;
		}
		// A date that was postponed or moved stands at its own time; the form only knows the first plan.
		const own = stood.standing !== 'scheduled' || stood.startsAt !== startsAt;
		const moved = !own && stood.endsAt !== endsAt;
		const times = own ? {} : { startsAt, endsAt };
		await tx
			.update(occasions)
			.set({
				...times,
				publishedAt: stood.publishedAt ?? now,
				sequence: moved ? stood.sequence + 1 : stood.sequence
			})
			.where(eq(occasions.id, stood.id));
	}
	const gone = and(
		mine,
		laid.length
			? notInArray(
					occasions.key,
					laid.map(({ key }) => key)
				)
			: undefined,
		eq(occasions.standing, 'scheduled')
	);
	const held = tx
		.select({ id: bookings.occasionId })
		.from(bookings)
		.where(eq(bookings.eventId, eventId));
	await tx.delete(occasions).where(and(gone, sql`${occasions.id} NOT IN ${held}`));
	await tx
		.update(occasions)
		.set({ publishedAt: null })
		.where(and(gone, sql`${occasions.publishedAt} IS NOT NULL`));
	await spanAnew(tx, eventId);
}

/** Start of the first date and end of the last, as lists of events know them; a cancelled one counts. */
export async function spanAnew(tx: Tx, eventId: string): Promise<void> {
	const [span] = await tx
		.select({
			startsAt: sql<number | null>`min(${occasions.startsAt})`,
			endsAt: sql<number | null>`max(coalesce(${occasions.endsAt}, ${occasions.startsAt}))`
		})
		.from(occasions)
		.where(and(eq(occasions.eventId, eventId), sql`${occasions.publishedAt} IS NOT NULL`));
	if (span?.startsAt == null) return;
	await tx
		.update(events)
		.set({ startsAt: span.startsAt, endsAt: span.endsAt })
		.where(eq(events.id, eventId));
}
