import { eq } from 'drizzle-orm';
import { readBooking } from '$lib/domain/events/booking-form';
import type { Booking, TypedBooking } from '$lib/domain/events/booking-form';
import { bestSeats, seatsOf } from '$lib/domain/events/seat';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { simplified } from '$lib/domain/search/simplified';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { bookings, seatDraws } from '../db/schema';
import { write } from '../db/write';
import { countFor, move } from './counts';
import { holdSeats, inZone, releaseSeats, seatedZone, takenOf } from './held-seats';
import { stationery } from './letters';
import { byLink, hasEnded } from './own';
import type { Own } from './own';
import { whyNotCancel } from './cancel';
import { marksOf, saidIn, sealSaid } from './personal';
import { heldBy } from './sign-up';
import { leastWaiting, moveList, nextTurn } from './waiting-list';

/** What may be changed; the part of the hall stays. */
type TypedChange = Omit<TypedBooking, 'zone' | 'consent'>;

/**
 * Changes a sign-up: names and answers, and how many come. More heads take free seats that nobody
 * waits for; fewer give theirs to those who do. A ticket with other heads or seats is a new version.
 */
export async function changeBooking(
	db: Db,
	by: By,
	link: string,
	typed: TypedChange
): Promise<Ruled<{ ticket: number }>> {
	const texts = await stationery(db, ['signup-offer']);
	return write(db, async (tx) => {
		const own = await byLink(tx, link);
		const said = own && saidIn(own.row);
		if (!own || !said) return refuse({ field: '', reason: 'gone' });
		const { row, ground } = own;
		if (hasEnded(row)) return refuse({ field: '', reason: 'ended' });
		const why = whyNotCancel(own, by.now);
		if (why) return refuse({ field: '', reason: why });
		const read = readBooking(
			// Seats that stand ticked as they were were not chosen: another number of heads finds its own.
			{
				...typed,
				seats: typed.seats.join() === row.seats.join() ? [] : typed.seats,
				zone: row.zone,
				consent: true
			},
			// Whoever was let in with more heads than the plan now allows keeps them.
			{ ...ground.plan, mostHeads: Math.max(ground.plan.mostHeads, row.heads) },
			simplified
		);
		if (!read.ok) return read;
		const booking = read.value;
		const marks = marksOf(booking, row.occasionId);
		const others = await othersOf(tx, own, marks);
		if (others >= ground.plan.perContact)
			return refuse({ field: '', reason: 'per-contact', detail: { max: ground.plan.perContact } });
		const done = await reseat(tx, own, booking);
		if (!done.ok) return done;
		const { seats, turn, freed } = done.value;
		const other = booking.heads !== row.heads || seats.join() !== row.seats.join();
		const ticket = row.ticket + (other && row.state === 'confirmed' ? 1 : 0);
		const { name, mail, phone, group, answers } = booking;
		await tx
			.update(bookings)
			.set({
				...{ heads: booking.heads, seats, turn, ticket, ...marks },
				sealed: sealSaid(row.id, { name, mail, phone, group, answers, link: said.link }),
				group: group !== null,
				updatedAt: by.now
			})
			.where(eq(bookings.id, row.id));
		// Last of all: it may be this very sign-up that now fits.
		const moved = freed ? await moveList(tx, ground, row.zone, { now: by.now, texts }) : [];
		await record(tx, by, {
			act: 'change',
			noun: 'bookings',
			id: row.id,
			title: row.code,
			before: { heads: row.heads, ticket: row.ticket },
			after: { heads: booking.heads, ticket, ...(moved.length ? { offered: moved } : {}) }
		});
		return accept({ ticket });
	});
}

/** Other live sign-ups of the contact as it is to be. */
async function othersOf(tx: Tx, { row }: Own, marks: ReturnType<typeof marksOf>): Promise<number> {
	const { live: all } = await heldBy(tx, row.occasionId, marks);
	const mine =
		(marks.mailMark !== null && marks.mailMark === row.mailMark) ||
		(marks.phoneMark !== null && marks.phoneMark === row.phoneMark);
	return mine ? all - 1 : all;
}

interface Reseated {
	seats: string[];
	turn: number | null;
	/** Whether somebody on the list may fit now. */
	freed: boolean;
}

/** Moves counts and seats from what a sign-up had to what it asks for; nothing is written when refused. */
async function reseat(
	tx: Tx,
	{ row, ground }: Own,
	{ heads, seats: chosen }: Booking
): Promise<Ruled<Reseated>> {
	const { id: occasionId } = ground.occasion;
	const more = heads - row.heads;
	const count = await countFor(tx, ground, row.zone);
	if (!count) return refuse({ field: 'heads', reason: 'full', detail: { free: 0 } });
	if (heads > count.capacity)
		return refuse({
			field: 'heads',
			reason: 'too-many-heads',
			detail: { max: count.capacity, asked: heads }
		});
	if (row.state === 'drawn') {
		const [draw] = await tx.select().from(seatDraws).where(eq(seatDraws.occasionId, occasionId));
		if (more && draw?.sealedAt) return refuse({ field: 'heads', reason: 'draw-sealed' });
		return accept({ seats: [], turn: row.turn, freed: false });
	}
	if (row.state === 'waiting') {
		// Asking for more goes to the end of the list: others did not ask for so many before.
		const turn = more > 0 ? await nextTurn(tx, occasionId) : row.turn;
		await move(tx, occasionId, count, { waiting: more });
		return accept({ seats: [], turn, freed: more !== 0 });
	}
	const free = count.capacity - count.taken;
	if (
		more > 0 &&
		(row.state === 'offered' || more > free || (await waitedFor(tx, ground, count, free)))
	)
		return refuse({
			field: 'heads',
			reason: 'no-more-seats',
			detail: { free: row.state === 'offered' ? 0 : Math.max(0, free) }
		});
	const seats = await otherSeats(tx, { row, ground }, heads, chosen);
	if (!seats.ok) return seats;
	await move(tx, occasionId, count, { taken: more });
	await releaseSeats(tx, row);
	await holdSeats(tx, occasionId, row, seats.value);
	return accept({ seats: seats.value, turn: row.turn, freed: more < 0 });
}

/** Whether free seats are for those who wait. */
async function waitedFor(
	tx: Tx,
	ground: Own['ground'],
	count: Parameters<typeof leastWaiting>[2],
	free: number
): Promise<boolean> {
	const least = await leastWaiting(tx, ground, count);
	return least !== null && !(ground.plan.fillGaps && least > free);
}

/** Seats for so many heads: those chosen, else the ones they have with more beside or fewer at the end. */
async function otherSeats(
	tx: Tx,
	{ row, ground }: Own,
	heads: number,
	chosen: readonly string[]
): Promise<Ruled<string[]>> {
	const zone = seatedZone(ground, row.zone);
	if (!zone) return accept([]);
	const taken = inZone(await takenOf(tx, ground.occasion.id), row.zone);
	const lost = chosen.filter((seat) => taken.has(seat) && !row.seats.includes(seat));
	if (lost.length)
		return refuse({ field: 'seats', reason: 'seat-taken', detail: { seats: lost.join(', ') } });
	if (chosen.length) return accept([...chosen]);
	const kept = row.seats.slice(0, heads);
	const added = bestSeats(zone, taken, heads - kept.length);
	if (!added) return refuse({ field: 'heads', reason: 'no-more-seats', detail: { free: 0 } });
	const all = new Set([...kept, ...added]);
	return accept(seatsOf(zone).filter((seat) => all.has(seat)));
}
