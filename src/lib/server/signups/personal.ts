import { createHash, createHmac, randomBytes } from 'node:crypto';
import { lineOf, mailboxOf } from '$lib/domain/events/booking-form';
import type { Booking } from '$lib/domain/events/booking-form';
import type { bookings } from '../db/schema';
import { keyFor, seal, unseal } from '../keys';

export type BookingRow = typeof bookings.$inferSelect;

/** The personal part of a sign-up; it lies sealed, and is deleted by its day. */
export interface Said {
	name: string;
	mail: string | null;
	phone: string | null;
	group: string | null;
	answers: Record<string, string>;
	/** The secret of its page, so that later mails can lead there. */
	link: string;
}

const contextOf = (id: string) => `booking:${id}`;

export const sealSaid = (id: string, said: Said): string =>
	seal(JSON.stringify(said), contextOf(id));

/** What was said in a sign-up; null after its day, or when it cannot be opened. */
export function saidIn({ id, sealed }: Pick<BookingRow, 'id' | 'sealed'>): Said | null {
	const text = sealed && unseal(sealed, contextOf(id));
	return text ? (JSON.parse(text) as Said) : null;
}

/**
 * A keyed mark of a contact, for one date only: it holds the limit per contact, and neither tells who
 * it is nor that the same person signed up elsewhere.
 */
const markOf = (kind: string, contact: string | null, occasionId: string): string | null =>
	contact &&
	createHmac('sha256', keyFor('booking mark'))
		.update(`${occasionId}\n${kind}\n${contact}`)
		.digest('base64url');

export const marksOf = (
	{ mail, phone }: Pick<Said, 'mail' | 'phone'>,
	occasionId: string
): { mailMark: string | null; phoneMark: string | null } => ({
	mailMark: markOf('mail', mail && mailboxOf(mail), occasionId),
	phoneMark: markOf('phone', phone && lineOf(phone), occasionId)
});

export const hashOfLink = (link: string): string => createHash('sha256').update(link).digest('hex');

/** What a link may look like; anything else opens nothing and is not looked up. */
export const isLink = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

/** A form carries one of these, so that sending it twice is one sign-up. */
export const newFormKey = (): string => randomBytes(18).toString('base64url');

/**
 * The secret of the page of a sign-up: 160 bits, written so that the log knows it for a secret. It
 * comes from the key of its form and all that was typed, so
 * that the same form sent twice leads to the same page, and a changed one is another sign-up. Without
 * a proper key it is chance alone.
 */
export function linkFor(formKey: string, occasionId: string, booking: Booking): string {
	if (!/^[\w-]{24}$/.test(formKey)) return randomBytes(20).toString('hex');
	return createHmac('sha256', keyFor('booking link'))
		.update(`${formKey}\n${occasionId}\n${JSON.stringify(booking)}`)
		.digest()
		.subarray(0, 20)
		.toString('hex');
}
