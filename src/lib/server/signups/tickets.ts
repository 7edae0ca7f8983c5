import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Ruled } from '$lib/domain/refusal';
import { readTicket, writeTicket } from '$lib/domain/events/ticket';
import type { Ticket } from '$lib/domain/events/ticket';
import type { bookings } from '../db/schema';
import { keyFor } from '../keys';

/** DER head before the 32 bytes of an Ed25519 private key (RFC 8410), and length of that of a public one. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = 12;

let made: { from: Buffer; secret: KeyObject; open: Uint8Array } | null = null;

/**
 * The key that signs tickets, derived from the sealing key: nothing more has to be kept or backed up,
 * and it signs nothing else.
 */
function key() {
	const from = keyFor('ticket');
	if (made?.from === from) return made;
	const secret = createPrivateKey({
		key: Buffer.concat([PRIVATE, from]),
		format: 'der',
		type: 'pkcs8'
	});
	const open = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(PUBLIC);
	return (made = { from, secret, open });
}

/** Public keys by which a door knows our tickets, base64; they may be shown to everybody. */
export const ticketKeys = (): string[] => [Buffer.from(key().open).toString('base64')];

/** The ticket of a sign-up that is confirmed, as its QR code carries it. */
export const ticketFor = ({
	code,
	occasionId,
	ticket,
	heads,
	zone,
	seats
}: Pick<
	typeof bookings.$inferSelect,
	'code' | 'occasionId' | 'ticket' | 'heads' | 'zone' | 'seats'
>): string =>
	writeTicket({ code, occasion: occasionId, version: ticket, heads, zone, seats }, (message) =>
		sign(null, message, key().secret)
	);

/** Reads a ticket with our own key. */
export const ownTicket = (text: string): Ruled<Ticket> => readTicket(text, [key().open]);
