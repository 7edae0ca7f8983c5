import { and, eq, lt, or, sql } from 'drizzle-orm';
import { drawCodeOf } from '$lib/domain/events/draw';
import { spokenCode } from '$lib/domain/events/booking-code';
import { spokenSeats } from '$lib/domain/events/seat';
import type { Locale } from '$lib/domain/locale';
import type { Reader } from '../db/open';
import { bookings, events, seatDraws } from '../db/schema';
import { digest } from '../judging/results';
import { whyNotCancel } from './cancel';
import { groundOf, isPublic, shutNow, windowHere } from './ground';
import { inZone, takenOf, seatedZone } from './held-seats';
import { whenText, whereText } from './letters';
import { byLink, hasEnded } from './own';
import type { Own } from './own';
import { saidIn } from './personal';
import { ticketPng } from './ticket-paper';

/** An address as a page shows it to whoever knows it anyway: `w***@example.cn`. */
const veiled = (mail: string): string => mail.replace(/^(.).*(?=@)/, '$1***');

/** The code of a ticket as part of its page: a finger held on it saves it, without the network. */
const ticketPicture = async (own: Own): Promise<string> =>
	`data:image/png;base64,${(await ticketPng(own)).toString('base64')}`;

/** Everything the page of a sign-up shows; null for a link that opens nothing. */
export async function bookingPage(
	db: Reader,
	link: string,
	{ now, locale }: { now: number; locale: Locale }
) {
	const own = await byLink(db, link);
	if (!own) return null;
	const { row, ground } = own;
	const { occasion, event, plan } = ground;
	const said = saidIn(row);
	const zone = plan.zones.find(({ id }) => id === row.zone);
	const ended = hasEnded(row);
	// Whose offer ran out sees so at once, whether or not the clock has come round.
	const over = row.state === 'offered' && (row.offeredUntil ?? 0) <= now;
	const state = over ? ('lapsed' as const) : row.state;
	const seated = !ended && seatedZone(ground, row.zone);
	const [draw] =
		plan.mode === 'draw'
			? await db.select().from(seatDraws).where(eq(seatDraws.occasionId, occasion.id))
			: [];
	return {
		code: spokenCode(row.code),
		state,
		heads: row.heads,
		zone: zone?.name ?? null,
		seats: spokenSeats(row.seats),
		came: row.came,
		event: { ...event, public: isPublic(ground, now) },
		standing: event.standing === 'scheduled' ? occasion.standing : event.standing,
		occasion: {
			key: occasion.key,
			startsAt: occasion.startsAt,
			when: whenText(occasion, locale),
			where: whereText(ground, locale)
		},
		window: windowHere(ground),
		ticket:
			state === 'confirmed' && occasion.standing !== 'cancelled'
				? { version: row.ticket, qr: await ticketPicture(own) }
				: null,
		offeredUntil: state === 'offered' ? row.offeredUntil : null,
		turn: state === 'waiting' ? await turnOf(db, row) : null,
		drawCode: plan.mode === 'draw' ? drawCodeOf(row.id, digest) : null,
		drawSealed: !!draw?.sealedAt,
		whyNot: ended || over ? 'ended' : whyNotCancel(own, now),
		again: (ended || over) && shutNow(ground, now) === null,
		said: said && {
			...{ name: said.name, mail: said.mail ?? '', phone: said.phone ?? '' },
			...{ group: said.group ?? '', answers: said.answers }
		},
		mailed: said?.mail ? veiled(said.mail) : null,
		plan: {
			mode: plan.mode,
			mostHeads: Math.max(plan.mostHeads, row.heads),
			contact: plan.contact,
			questions: plan.questions
		},
		plot: seated
			? {
					...{ id: seated.id, name: seated.name, rows: seated.rows, free: 0, own: row.seats },
					taken: [...inZone(await takenOf(db, occasion.id), row.zone)].filter(
						(seat) => !row.seats.includes(seat)
					)
				}
			: null
	};
}

/** From 1: how far in front somebody stands on the list of their part of the hall. */
async function turnOf(
	db: Reader,
	{ id, occasionId, zone, turn }: typeof bookings.$inferSelect
): Promise<number> {
	const [row] = await db
		.select({ n: sql<number>`count(*)`.mapWith(Number) })
		.from(bookings)
		.where(
			and(
				eq(bookings.occasionId, occasionId),
				eq(bookings.state, 'waiting'),
				eq(bookings.zone, zone),
				or(lt(bookings.turn, turn ?? 0), and(eq(bookings.turn, turn ?? 0), lt(bookings.id, id)))
			)
		);
	return (row?.n ?? 0) + 1;
}

/** The sign-ups somebody made while signed in, the next date first. */
export async function mine(db: Reader, personId: string, locale: Locale) {
	const rows = await db
		.select({ booking: bookings, title: { zh: events.titleZh, en: events.titleEn } })
		.from(bookings)
		.innerJoin(events, eq(events.id, bookings.eventId))
		.where(eq(bookings.personId, personId));
	const all = await Promise.all(
		rows.map(async ({ booking, title }) => {
			const ground = await groundOf(db, booking.occasionId);
			const said = saidIn(booking);
			return {
				...{ id: booking.id, code: spokenCode(booking.code), title, state: booking.state },
				heads: booking.heads,
				link: said?.link ?? null,
				startsAt: ground?.occasion.startsAt ?? 0,
				when: ground ? whenText(ground.occasion, locale) : '',
				where: ground ? whereText(ground, locale) : ''
			};
		})
	);
	return all.sort((a, b) => a.startsAt - b.startsAt);
}
