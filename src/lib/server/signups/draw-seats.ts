import { and, asc, eq } from 'drizzle-orm';
import { drawCodeOf, drawList, drawSeats, drawSeed } from '$lib/domain/events/draw';
import type { DrawList } from '$lib/domain/events/draw';
import { capacitiesOf } from '$lib/domain/events/seat';
import { accept } from '$lib/domain/refusal';
import type { Reader, Tx } from '../db/open';
import { bookings, seatDraws } from '../db/schema';
import { digest } from '../judging/results';
import type { Stationery } from '../mail/ready';
import { countFor, move } from './counts';
import type { Ground } from './ground';
import { findSeats, holdSeats } from './held-seats';
import { tell } from './letters';
import type { BookingRow } from './personal';
import { moveList } from './waiting-list';

/** Those who take part in the draw of a date. */
export const drawnRows = (tx: Reader, occasionId: string): Promise<BookingRow[]> =>
	tx
		.select()
		.from(bookings)
		.where(and(eq(bookings.occasionId, occasionId), eq(bookings.state, 'drawn')))
		.orderBy(asc(bookings.id));

/** The list as it stands: seats that somebody has already are not drawn. */
export async function listOf(
	tx: Tx,
	ground: Ground,
	rows: readonly BookingRow[]
): Promise<DrawList> {
	const zones: DrawList['zones'] = [];
	for (const { zone } of capacitiesOf(ground.plan, ground.occasion.capacity)) {
		const count = (await countFor(tx, ground, zone))!;
		zones.push({ id: zone, capacity: count.capacity - count.taken });
	}
	return drawList({
		occasion: ground.occasion.id,
		zones,
		fillGaps: ground.plan.fillGaps,
		lines: rows.map(({ id, heads, zone }) => ({ code: drawCodeOf(id, digest), heads, zone }))
	});
}

/** Whether there are enough seats for all. */
export const fits = ({ zones, lines }: DrawList): boolean =>
	zones.every(
		({ id, capacity }) =>
			lines.reduce((sum, { zone, heads }) => sum + (zone === id ? heads : 0), 0) <= capacity
	);

interface Clock {
	now: number;
	letters: Stationery;
}

/** Draws with everything that is public, and writes down what came of it. */
export async function draw(
	tx: Tx,
	ground: Ground,
	ask: { list: DrawList; size: number; root: string; words: string },
	clock: Clock
): Promise<{ seed: string; offered?: string[] }> {
	const seed = drawSeed(ask, digest);
	const rows = await drawnRows(tx, ground.occasion.id);
	await apply(tx, ground, rows, drawSeats(ask.list, seed), clock);
	await tx
		.update(seatDraws)
		.set({ words: ask.words, seed, drawnAt: clock.now })
		.where(eq(seatDraws.occasionId, ground.occasion.id));
	// Whoever cancelled after the sealing left seats that the draw gave to nobody.
	const offered: string[] = [];
	for (const { id } of ask.list.zones)
		offered.push(...(await moveList(tx, ground, id, { now: clock.now, texts: clock.letters })));
	return { seed, ...(offered.length ? { offered } : {}) };
}

/** Gives seats to those drawn, and the others their place on the list; who cancelled meanwhile is gone. */
export async function apply(
	tx: Tx,
	ground: Ground,
	rows: readonly BookingRow[],
	drawn: ReturnType<typeof drawSeats>,
	{ now, letters }: Clock
): Promise<void> {
	const byCode = new Map(rows.map((row) => [drawCodeOf(row.id, digest), row]));
	for (const { code, seated, turn, zone } of drawn) {
		const row = byCode.get(code);
		let count = row && (await countFor(tx, ground, zone));
		if (!row || !count) continue;
		const seats = seated
			? await findSeats(tx, ground, { zone, heads: row.heads, chosen: [] })
			: accept<string[]>([]);
		const state = seated && seats.ok ? 'confirmed' : ground.plan.waiting ? 'waiting' : 'lapsed';
		await tx
			.update(bookings)
			.set({
				state,
				seats: seats.ok ? seats.value : [],
				turn: state === 'waiting' ? turn : null,
				endedAt: state === 'lapsed' ? now : null,
				updatedAt: now
			})
			.where(eq(bookings.id, row.id));
		if (state === 'confirmed' && seats.ok) {
			await holdSeats(tx, ground.occasion.id, row, seats.value);
			count = await move(tx, ground.occasion.id, count, { taken: row.heads });
		} else if (state === 'waiting')
			await move(tx, ground.occasion.id, count, { waiting: row.heads });
		const template = state === 'confirmed' ? 'signup-confirmed' : 'signup-lost';
		await tell(tx, letters, template, ground, row, { now });
	}
}
