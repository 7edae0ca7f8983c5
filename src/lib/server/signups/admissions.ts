import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Admission } from '$lib/domain/events/admission';
import { admissionTrouble, settled } from '$lib/domain/events/admission-law';
import type { BookingState } from '$lib/domain/events/booking';
import { capacitiesOf, hasSeats, seatsOf } from '$lib/domain/events/seat';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { admissions, bookings, events, occasions, seatCounts } from '../db/schema';
import { touchContent, write } from '../db/write';
import { maySetUp } from '../events/runs';
import type { Stationery } from '../mail/ready';
import { groundOf } from './ground';
import { inZone, takenOf } from './held-seats';
import { stationery, whenText } from './letters';
import { moveList } from './waiting-list';

const LIVE: BookingState[] = ['confirmed', 'waiting', 'offered', 'drawn'];

/** How one signs up for an event; null where nobody does. */
export async function admissionOf(db: Reader, eventId: string) {
	const [row] = await db.select().from(admissions).where(eq(admissions.eventId, eventId));
	return row ?? null;
}

/**
 * Keeps the plan of an event. What people were promised stays: no capacity below those who have
 * seats, no seat taken away, no other mode while a draw is awaited, no longer keeping of their data.
 * More seats go to those who wait at once.
 */
export async function saveAdmission(
	db: Db,
	by: By,
	eventId: string,
	typed: Admission,
	{ open, revision }: { open: boolean; revision: number }
): Promise<Ruled<{ revision: number }>> {
	const plan = settled(typed);
	const texts = await stationery(db, ['signup-offer']);
	return write(db, async (tx) => {
		if (!(await maySetUp(tx, by, eventId, 'save'))) return refuse({ field: '', reason: 'gone' });
		const [event] = await tx.select().from(events).where(eq(events.id, eventId));
		if (!event) return refuse({ field: '', reason: 'gone' });
		const before = await admissionOf(tx, eventId);
		if ((before?.revision ?? 0) !== revision)
			return refuse({ field: '', reason: 'changed-meanwhile' });
		const wrong = admissionTrouble(plan);
		if (!wrong.length && before) wrong.push(...(await broken(tx, eventId, before.plan, plan)));
		if (!wrong.length) wrong.push(...(await below(tx, eventId, plan)));
		if (wrong.length) return refuse(...wrong);
		const next = (before?.revision ?? 0) + 1;
		const values = { plan, open, revision: next, updatedAt: by.now };
		await tx
			.insert(admissions)
			.values({ eventId, createdAt: by.now, ...values })
			.onConflictDoUpdate({ target: admissions.eventId, set: values });
		const offered = await recount(tx, eventId, { now: by.now, texts });
		await touchContent(tx);
		await record(tx, by, {
			act: 'save',
			noun: 'admissions',
			id: eventId,
			title: event.titleZh,
			...(before ? { before: { plan: before.plan, open: before.open } } : {}),
			after: { plan, open, ...(offered.length ? { offered } : {}) }
		});
		return accept({ revision: next });
	});
}

const liveIn = (eventId: string, states: BookingState[]) =>
	and(eq(bookings.eventId, eventId), inArray(bookings.state, states));

/** What was promised to those who signed up already and the new plan would not keep. */
async function broken(
	tx: Tx,
	eventId: string,
	before: Admission,
	plan: Admission
): Promise<Refusal[]> {
	const wrong: Refusal[] = [];
	const live = await tx.$count(bookings, liveIn(eventId, LIVE));
	if (live && plan.mode !== before.mode) wrong.push({ field: 'mode', reason: 'mode-used' });
	// Also who cancelled left a name, and was told when it goes.
	const known = and(eq(bookings.eventId, eventId), isNotNull(bookings.sealed));
	if (plan.keepDays > before.keepDays && (await tx.$count(bookings, known)))
		wrong.push({ field: 'keepDays', reason: 'keep-longer', detail: { max: before.keepDays } });
	return wrong;
}

/** Dates on which more heads have seats than the plan would have room for, or seats it has no more. */
async function below(tx: Tx, eventId: string, plan: Admission): Promise<Refusal[]> {
	const dates = await tx.select().from(occasions).where(eq(occasions.eventId, eventId));
	const wrong: Refusal[] = [];
	const waits = await waitingBy(tx, eventId);
	for (const occasion of dates) {
		const room = new Map(
			capacitiesOf(plan, occasion.capacity).map(({ zone, capacity }) => [zone, capacity])
		);
		const counts = await tx.select().from(seatCounts).where(eq(seatCounts.occasionId, occasion.id));
		const date = whenText(occasion, 'zh');
		for (const { zone, taken, waiting } of counts) {
			const n = plan.zones.findIndex(({ id }) => id === zone);
			const field = zone && n >= 0 ? `zone.${n}` : zone ? 'zones' : 'capacity';
			const capacity = room.get(zone);
			if (capacity === undefined && (taken > 0 || waiting > 0))
				wrong.push({ field: 'zones', reason: 'zone-used', detail: { taken, date } });
			else if (capacity !== undefined && capacity < taken)
				wrong.push({ field, reason: 'below-signups', detail: { taken, capacity, date } });
		}
		for (const { occasionId, zone, most, heads } of waits) {
			if (occasionId !== occasion.id) continue;
			const n = plan.zones.findIndex(({ id }) => id === zone);
			const capacity = room.get(zone);
			if (capacity === undefined) {
				if (!wrong.some(({ reason }) => reason === 'zone-used'))
					wrong.push({ field: 'zones', reason: 'zone-used', detail: { taken: heads, date } });
			} else if (capacity < most)
				wrong.push({
					field: n >= 0 ? `zone.${n}` : 'capacity',
					...{ reason: 'below-waiting', detail: { most, capacity, date } }
				});
		}
		const seats = await takenOf(tx, occasion.id);
		plan.zones.forEach((zone, n) => {
			const held = inZone(seats, zone.id);
			const count = counts.find((one) => one.zone === zone.id);
			const known = new Set(seatsOf(zone));
			if ([...held].some((seat) => !known.has(seat)))
				wrong.push({ field: `zone.${n}`, reason: 'seats-used', detail: { date } });
			// Whoever signed up for a place without a number has none in a plan of seats.
			else if (hasSeats(zone) && (count?.taken ?? 0) > held.size)
				wrong.push({ field: `zone.${n}`, reason: 'unseated', detail: { date } });
		});
	}
	return wrong;
}

/**
 * Parties that wait for seats or for the draw, by date and part: the largest must have room one day, or
 * it would bar the list for everybody behind it, and its part may not vanish before the draw.
 */
const waitingBy = (tx: Reader, eventId: string) =>
	tx
		.select({
			...{ occasionId: bookings.occasionId, zone: bookings.zone },
			most: sql<number>`max(${bookings.heads})`.mapWith(Number),
			heads: sql<number>`sum(${bookings.heads})`.mapWith(Number)
		})
		.from(bookings)
		.where(liveIn(eventId, ['waiting', 'drawn']))
		.groupBy(bookings.occasionId, bookings.zone);

/**
 * Brings the counts of all dates of an event to its plan, and offers what is free to those who wait.
 * Call it in the transaction that lays out dates or changes the capacity of one.
 * @returns codes of the sign-ups that were offered seats
 * @throws when a capacity is below those who have seats: ask {@link capacityTrouble} before
 */
async function recount(
	tx: Tx,
	eventId: string,
	{ now, texts }: { now: number; texts: Stationery }
): Promise<string[]> {
	const admission = await admissionOf(tx, eventId);
	if (!admission) return [];
	const offered: string[] = [];
	const dates = await tx.select().from(occasions).where(eq(occasions.eventId, eventId));
	for (const occasion of dates) {
		const room = capacitiesOf(admission.plan, occasion.capacity);
		for (const { zone, capacity } of room)
			await tx
				.insert(seatCounts)
				.values({ occasionId: occasion.id, zone, capacity })
				.onConflictDoUpdate({
					target: [seatCounts.occasionId, seatCounts.zone],
					set: { capacity: sql`excluded.capacity` }
				});
		const kept = room.map(({ zone }) => zone);
		for (const { zone } of await tx
			.select({ zone: seatCounts.zone })
			.from(seatCounts)
			.where(eq(seatCounts.occasionId, occasion.id)))
			if (!kept.includes(zone))
				await tx
					.delete(seatCounts)
					.where(and(eq(seatCounts.occasionId, occasion.id), eq(seatCounts.zone, zone)));
		const ground = await groundOf(tx, occasion.id);
		if (ground)
			for (const zone of kept) offered.push(...(await moveList(tx, ground, zone, { now, texts })));
	}
	return offered;
}

/** Why a date can not have this capacity of its own; null when it can (null for the plan’s). */
export async function capacityTrouble(
	tx: Reader,
	occasionId: string,
	capacity: number | null
): Promise<Refusal | null> {
	const ground = await groundOf(tx, occasionId);
	if (!ground) return null;
	const room = capacitiesOf(ground.plan, capacity);
	const counts = await tx.select().from(seatCounts).where(eq(seatCounts.occasionId, occasionId));
	const date = whenText(ground.occasion, 'zh');
	for (const { zone, taken } of counts) {
		const one = room.find((each) => each.zone === zone);
		if (one && one.capacity < taken)
			return {
				field: 'capacity',
				reason: 'below-signups',
				detail: { taken, capacity: one.capacity, date }
			};
	}
	for (const { occasionId: of, zone, most } of await waitingBy(tx, ground.event.id)) {
		const one = of === occasionId && room.find((each) => each.zone === zone);
		if (one && one.capacity < most)
			return {
				field: 'capacity',
				reason: 'below-waiting',
				detail: { most, capacity: one.capacity, date }
			};
	}
	return null;
}
