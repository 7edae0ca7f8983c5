import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { templateNames } from '../../../domain/mail';
import { id, listed, moment } from './parts';
import { bookings, signupMails } from './signups';

/** What may become of a mail. `failed` waits for the operator; `dropped` is never sent. */
export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const;

/**
 * Mails of the portal, written in the transaction of the act they tell of. The body lies sealed,
 * since most carry a link that opens an account, and is erased once sent or after a day.
 */
export const outbox = sqliteTable(
	'outbox',
	{
		id: id(),
		to: text().notNull(),
		template: text({ enum: templateNames }).notNull(),
		locale: text({ enum: ['zh', 'en'] }).notNull(),
		subject: text().notNull(),
		/** Sealed text; null once erased. */
		body: text(),
		state: text({ enum: mailStates }).notNull().default('waiting'),
		attempts: integer().notNull().default(0),
		/** Not tried before this moment. */
		nextAt: moment().notNull(),
		sentAt: moment(),
		/** Why the last attempt failed, as one of our own words and a reply code; never the server’s text. */
		lastError: text(),
		/** Sign-up it tells of: its organizers see what became of it, and it goes when the sign-up's day comes. */
		bookingId: text().references(() => bookings.id, { onDelete: 'set null' }),
		/** Which of the mails to all who signed up it is one of; null for what its own act sent. */
		mailingId: text().references(() => signupMails.id, { onDelete: 'set null' }),
		createdAt: moment().notNull()
	},
	(t) => [
		index('outbox_due').on(t.state, t.nextAt),
		index('outbox_booking')
			.on(t.bookingId)
			.where(sql`booking_id IS NOT NULL`),
		check('outbox_state_known', sql.raw(`state IN (${listed(mailStates)})`))
	]
);
