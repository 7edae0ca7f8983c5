import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { bookingCodeFrom } from '$lib/domain/events/booking-code';
import { readBooking } from '$lib/domain/events/booking-form';
import type { Booking, TypedBooking } from '$lib/domain/events/booking-form';
import type { BookingState } from '$lib/domain/events/booking';
import { placing } from '$lib/domain/events/waiting';
import type { Locale } from '$lib/domain/locale';
import { tagOf } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { simplified } from '$lib/domain/search/simplified';
import { CONSENT_VERSION } from '$lib/domain/events/consent';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { given, prepared } from '../db/prepared';
import { bookings, newId } from '../db/schema';
import { write } from '../db/write';
import type { Stationery } from '../mail/ready';
import { countFor, move } from './counts';
import { groundOf, isPublic, shutNow } from './ground';
import type { Ground } from './ground';
import { findSeats, holdSeats } from './held-seats';
import { stationery, tell } from './letters';
import { hashOfLink, linkFor, marksOf, sealSaid } from './personal';
import type { BookingRow, Said } from './personal';
import { leastWaiting, nextTurn } from './waiting-list';

/** States in which a sign-up counts against the limit of its contact. */
const LIVE: BookingState[] = ['confirmed', 'waiting', 'offered', 'drawn'];

/**
 * So often somebody may sign up for one date and give it back: each time a mail goes out, and the
 * address may be somebody else's.
 */
export const AGAIN = 8;

/** What came of a sign-up. */
interface SignedUp {
	id: string;
	code: string;
	state: BookingState;
	/** The secret of its page. */
	link: string;
}

interface Asking {
	/** Of the form; the same form sent twice is one sign-up. */
	formKey: string;
	locale: Locale;
	/** The date as it was read a moment ago, where it was. */
	early?: Ground;
	synthetic?: boolean;
}

const before = prepared((tx) =>
	tx
		.select({ id: bookings.id, code: bookings.code, state: bookings.state })
		.from(bookings)
		.where(eq(bookings.linkHash, given('hash')))
);
const byMail = prepared((tx) =>
	tx
		.select({ id: bookings.id, state: bookings.state })
		.from(bookings)
		.where(and(eq(bookings.occasionId, given('occasion')), eq(bookings.mailMark, given('mark'))))
);
const byPhone = prepared((tx) =>
	tx
		.select({ id: bookings.id, state: bookings.state })
		.from(bookings)
		.where(and(eq(bookings.occasionId, given('occasion')), eq(bookings.phoneMark, given('mark'))))
);
const inserted = prepared((tx) =>
	tx.insert(bookings).values({
		id: given('id'),
		occasionId: given('occasionId'),
		eventId: given('eventId'),
		code: given('code'),
		state: given('state'),
		heads: given('heads'),
		zone: given('zone'),
		seats: given('seats'),
		sealed: given('sealed'),
		mailMark: given('mailMark'),
		phoneMark: given('phoneMark'),
		linkHash: given('linkHash'),
		turn: given('turn'),
		personId: given('personId'),
		locale: given('locale'),
		consentVersion: given('consentVersion'),
		consentAt: given('consentAt'),
		group: given('group'),
		synthetic: given('synthetic'),
		createdAt: given('createdAt'),
		updatedAt: given('updatedAt')
	})
);

/** How many sign-ups of one date a contact has already, and how many of them are live. */
export async function heldBy(
	tx: Tx,
	occasionId: string,
	{ mailMark, phoneMark }: Pick<BookingRow, 'mailMark' | 'phoneMark'>
): Promise<{ live: number; all: number }> {
	const found = new Map<string, BookingState>();
	if (mailMark)
		for (const { id, state } of await byMail(tx, { occasion: occasionId, mark: mailMark }))
			found.set(id, state);
	if (phoneMark)
		for (const { id, state } of await byPhone(tx, { occasion: occasionId, mark: phoneMark }))
			found.set(id, state);
	const live = [...found.values()].filter((state) => LIVE.includes(state)).length;
	return { live, all: found.size };
}

/**
 * Signs somebody up for a date: seats, a place on the waiting list or in the draw, or a refusal,
 * decided inside the write with the clock of `by`. Whatever takes time (reading the form, sealing,
 * texts of mails) is done before it, so that a race waits for nothing but the rows themselves.
 */
export async function signUp(
	db: Db,
	by: By,
	occasionId: string,
	typed: TypedBooking,
	{ formKey, locale, early: known, synthetic = false }: Asking
): Promise<Ruled<SignedUp>> {
	const early = known ?? (await groundOf(db, occasionId));
	if (!early || !isPublic(early, by.now)) return refuse({ field: '', reason: 'gone' });
	const read = readBooking(typed, early.plan, simplified);
	if (!read.ok) return read;
	const id = newId(by.now);
	const link = linkFor(formKey, occasionId, read.value);
	const { name, mail, phone, group, answers } = read.value;
	const said: Said = { name, mail, phone, group, answers, link };
	const prepared = {
		...{ id, link, said, locale, synthetic },
		linkHash: hashOfLink(link),
		sealed: sealSaid(id, said),
		marks: marksOf(said, occasionId),
		code: bookingCodeFrom(randomBytes(7)),
		texts: await stationery(db, ['signup-confirmed', 'signup-waiting', 'signup-entered'], [locale])
	};
	return write(db, async (tx) => {
		const [same] = await before(tx, { hash: prepared.linkHash });
		if (same) return accept({ ...same, link });
		const ground = (await groundOf(tx, occasionId))!;
		// The organizer may have changed the plan since the form was read.
		const again =
			ground.revision === early.revision ? read : readBooking(typed, ground.plan, simplified);
		return again.ok ? place(tx, by, ground, again.value, prepared) : again;
	});
}

interface Prepared {
	id: string;
	link: string;
	said: Said;
	linkHash: string;
	sealed: string;
	marks: { mailMark: string | null; phoneMark: string | null };
	code: string;
	locale: Locale;
	synthetic: boolean;
	texts: Stationery;
}

const mailFor = {
	confirmed: 'signup-confirmed',
	waiting: 'signup-waiting',
	drawn: 'signup-entered'
} as const;

async function place(
	tx: Tx,
	by: By,
	ground: Ground,
	booking: Booking,
	prepared: Prepared
): Promise<Ruled<SignedUp>> {
	const { occasion, event, plan } = ground;
	const shut = shutNow(ground, by.now);
	if (shut) return refuse({ field: '', reason: shut });
	const held = await heldBy(tx, occasion.id, prepared.marks);
	if (held.live >= plan.perContact)
		return refuse({ field: '', reason: 'per-contact', detail: { max: plan.perContact } });
	if (held.all - held.live >= AGAIN) return refuse({ field: '', reason: 'again-too-often' });
	const { zone, heads } = booking;
	const count = await countFor(tx, ground, zone);
	if (!count) return refuse({ field: 'zone', reason: 'unknown' });
	if (heads > count.capacity)
		return refuse({
			field: 'heads',
			reason: 'too-many-heads',
			detail: { max: count.capacity, asked: heads }
		});
	const free = count.capacity - count.taken;
	const state = placing(plan, { free, least: await leastWaiting(tx, ground, count), heads });
	if (!state)
		return refuse({ field: 'heads', reason: 'full', detail: { free: Math.max(0, free) } });
	const found =
		state === 'confirmed'
			? await findSeats(tx, ground, { zone, heads, chosen: booking.seats })
			: accept<string[]>([]);
	if (!found.ok) return found;
	const seats = found.value;
	const { id, code, link, linkHash, sealed, marks, locale, synthetic, texts } = prepared;
	const row = {
		...{ id, code, state, heads, zone, seats, sealed, linkHash, ...marks, synthetic },
		...{ occasionId: occasion.id, eventId: event.id },
		turn: state === 'waiting' ? await nextTurn(tx, occasion.id) : null,
		personId: by.who?.id ?? null,
		locale: tagOf(locale),
		...{ consentVersion: CONSENT_VERSION, consentAt: by.now },
		group: booking.group !== null,
		...{ createdAt: by.now, updatedAt: by.now }
	};
	await inserted(tx, row);
	await holdSeats(tx, occasion.id, row, seats);
	if (state === 'confirmed') await move(tx, occasion.id, count, { taken: heads });
	if (state === 'waiting') await move(tx, occasion.id, count, { waiting: heads });
	await tell(tx, texts, mailFor[state], ground, row as unknown as BookingRow, { now: by.now });
	await record(tx, by, {
		act: 'sign-up',
		noun: 'bookings',
		id,
		title: code,
		after: { occasion: occasion.id, state, heads, ...(zone ? { zone } : {}) }
	});
	return accept({ id, code, state, link });
}
