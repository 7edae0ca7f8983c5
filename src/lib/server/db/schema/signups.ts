import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { Admission } from '../../../domain/events/admission';
import type { DrawList } from '../../../domain/events/draw';
import { bookingStates } from '../../../domain/events/booking';
import { events, occasions } from './events';
import { id, listed, moment, stamps } from './parts';
import { people } from './people';

/** How one signs up for an event; no row, no sign-up. */
export const admissions = sqliteTable('admissions', {
	eventId: text()
		.primaryKey()
		.references(() => events.id, { onDelete: 'cascade' }),
	plan: text({ mode: 'json' }).$type<Admission>().notNull(),
	/** False while the organizer has switched it off. */
	open: integer({ mode: 'boolean' }).notNull().default(true),
	revision: integer().notNull().default(1),
	...stamps
});

/** How many heads one part of one date has room for, and how many are taken: what decides a race. */
export const seatCounts = sqliteTable(
	'seat_counts',
	{
		occasionId: text()
			.notNull()
			.references(() => occasions.id, { onDelete: 'cascade' }),
		/** Id of a zone; empty for free seating. */
		zone: text().notNull().default(''),
		capacity: integer().notNull(),
		taken: integer().notNull().default(0),
		waiting: integer().notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.occasionId, t.zone] }),
		check('seat_counts_sane', sql.raw('taken >= 0 AND waiting >= 0 AND taken <= capacity'))
	]
);

/** Sign-ups. Name, contacts and answers are sealed, and deleted by their day; numbers stay. */
export const bookings = sqliteTable(
	'bookings',
	{
		id: id(),
		occasionId: text()
			.notNull()
			.references(() => occasions.id, { onDelete: 'restrict' }),
		eventId: text()
			.notNull()
			.references(() => events.id, { onDelete: 'restrict' }),
		/** What is read over the telephone and printed under the QR code; never given twice. */
		code: text().notNull(),
		state: text({ enum: bookingStates }).notNull(),
		heads: integer().notNull(),
		zone: text().notNull().default(''),
		/** Seats of a seat plan, such as `A-12`. */
		seats: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		/** Sealed JSON of name, mail, phone, answers; null after its day. */
		sealed: text(),
		/** Keyed hashes of mail and phone: they hold the limit per contact and say nothing by themselves. */
		mailMark: text(),
		phoneMark: text(),
		/** SHA-256 of the secret in the one-time link. */
		linkHash: text().notNull(),
		/** Raised when a ticket is issued anew; an older one is not let in. */
		ticket: integer().notNull().default(1),
		/** Place on the waiting list or in the draw, ascending. */
		turn: integer(),
		offeredUntil: moment(),
		personId: text().references(() => people.id, { onDelete: 'set null' }),
		locale: text({ enum: ['zh-CN', 'en'] })
			.notNull()
			.default('zh-CN'),
		consentVersion: text(),
		consentAt: moment(),
		/** Group name for a group (单位或团队), kept sealed with the rest; only that it is one is known here. */
		group: integer({ mode: 'boolean' }).notNull().default(false),
		/** Heads that came, counted at the door. */
		came: integer().notNull().default(0),
		endedAt: moment(),
		synthetic: integer({ mode: 'boolean' }).notNull().default(false),
		...stamps
	},
	(t) => [
		uniqueIndex('bookings_code').on(t.code),
		uniqueIndex('bookings_link').on(t.linkHash),
		index('bookings_occasion').on(t.occasionId, t.state, t.turn),
		index('bookings_event').on(t.eventId, t.createdAt),
		index('bookings_mail').on(t.occasionId, t.mailMark),
		index('bookings_phone').on(t.occasionId, t.phoneMark),
		index('bookings_person').on(t.personId),
		index('bookings_offers')
			.on(t.offeredUntil)
			.where(sql`offered_until IS NOT NULL`),
		check('bookings_state_known', sql.raw(`state IN (${listed(bookingStates)})`)),
		check('bookings_heads', sql.raw('heads >= 1 AND came >= 0'))
	]
);

/** Single seats of a seat plan that are taken. */
export const takenSeats = sqliteTable(
	'taken_seats',
	{
		occasionId: text()
			.notNull()
			.references(() => occasions.id, { onDelete: 'cascade' }),
		seat: text().notNull(),
		bookingId: text()
			.notNull()
			.references(() => bookings.id, { onDelete: 'cascade' })
	},
	(t) => [
		primaryKey({ columns: [t.occasionId, t.seat] }),
		index('taken_seats_booking').on(t.bookingId)
	]
);

/** Doors to one date without an account: a scanner for helpers, a kiosk, a big screen. */
export const gates = sqliteTable(
	'gates',
	{
		id: id(),
		occasionId: text()
			.notNull()
			.references(() => occasions.id, { onDelete: 'cascade' }),
		kind: text({ enum: ['scanner', 'kiosk', 'screen'] }).notNull(),
		name: text().notNull(),
		/** SHA-256 of the secret in its address. */
		keyHash: text().notNull(),
		madeBy: text().references(() => people.id, { onDelete: 'set null' }),
		madeAt: moment().notNull(),
		revokedAt: moment()
	},
	(t) => [uniqueIndex('gates_key').on(t.keyHash), index('gates_occasion').on(t.occasionId)]
);

/** Who came: one row for each time heads of a sign-up were let in, or let out again by mistake (negative). */
export const checkins = sqliteTable(
	'checkins',
	{
		/** Made on the scanning device, so that what is synced twice counts once. */
		id: text().primaryKey(),
		bookingId: text()
			.notNull()
			.references(() => bookings.id, { onDelete: 'cascade' }),
		occasionId: text()
			.notNull()
			.references(() => occasions.id, { onDelete: 'cascade' }),
		heads: integer().notNull(),
		/** When the device says it happened, and when the portal heard of it. */
		deviceAt: moment().notNull(),
		at: moment().notNull(),
		how: text({ enum: ['scanned', 'typed', 'listed', 'kiosk'] }).notNull(),
		gateId: text().references(() => gates.id, { onDelete: 'set null' }),
		personId: text().references(() => people.id, { onDelete: 'set null' }),
		/** True when somebody said knowingly that more come in than were signed up. */
		extra: integer({ mode: 'boolean' }).notNull().default(false),
		/** True when it was let in although all its heads had come before (found at a later sync). */
		doubled: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(t) => [
		index('checkins_occasion').on(t.occasionId, t.at),
		index('checkins_booking').on(t.bookingId)
	]
);

/**
 * The draw of a date: first the list is sealed, then the seed follows from its hash, the log up to
 * there and the words of the public chance that was named before.
 */
export const seatDraws = sqliteTable('seat_draws', {
	occasionId: text()
		.primaryKey()
		.references(() => occasions.id, { onDelete: 'cascade' }),
	/** Public chance named while people still signed up; null for none. */
	chance: text(),
	list: text({ mode: 'json' }).$type<DrawList>(),
	listHash: text(),
	/** The audit tree at the sealing: so many records, and their root (base64). */
	size: integer(),
	root: text(),
	sealedAt: moment(),
	words: text(),
	seed: text(),
	drawnAt: moment()
});

/** Mails to all who signed up for a date, sent in pieces: what is left goes on after a restart. */
export const signupMails = sqliteTable(
	'signup_mails',
	{
		id: id(),
		occasionId: text()
			.notNull()
			.references(() => occasions.id, { onDelete: 'cascade' }),
		kind: text({
			enum: [
				...(['reminder', 'cancelled', 'postponed', 'moved', 'restored'] as const),
				// What an organizer wrote, to those with seats, those who wait, or all of them.
				...(['note-confirmed', 'note-waiting', 'note-everyone'] as const)
			]
		}).notNull(),
		whyZh: text(),
		whyEn: text(),
		/** Goes to sign-ups made before this moment, from it on. */
		dueAt: moment().notNull(),
		/** Sign-up up to which it has gone, by id. */
		reached: text().notNull().default(''),
		doneAt: moment()
	},
	(t) => [
		uniqueIndex('signup_mails_once').on(t.occasionId, t.kind, t.dueAt),
		index('signup_mails_open')
			.on(t.dueAt)
			.where(sql`done_at IS NULL`)
	]
);
