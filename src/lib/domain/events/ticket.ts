import { sha512 } from '@noble/hashes/sha2.js';
import { SIGNS } from '../certificates/code';
import { signedBy } from '../judging/log/ed25519';
import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';

/** What a ticket says. Nothing in it names a person. */
export interface Ticket {
	/** Code of the sign-up. */
	code: string;
	/** Id of the date it is for. */
	occasion: string;
	/** Version; a ticket issued anew makes those before it worthless. */
	version: number;
	heads: number;
	/** Id of the zone; empty for free seating. */
	zone: string;
	/** Seats of a seat plan, in order. */
	seats: string[];
}

/** Every signature is over this line and what follows it, so that none of another kind can stand in. */
const KIND = 'liantu ticket 1';
/** A ticket begins with this; capitals, digits and colons alone make the smallest QR code. */
const HEAD = 'LT1';
const SIGNATURE = 64;
/** Longest text of a ticket; the largest party with a seat plan stays far below. */
export const TICKET_MOST = 2400;

/** The text a ticket is signed over. */
const ticketText = ({ code, occasion, version, heads, zone, seats }: Ticket): string =>
	[KIND, code, occasion, version, heads, zone, ...seats].join('\n');

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const fieldsOf = (ticket: Ticket): string => ticketText(ticket).slice(KIND.length + 1);

/**
 * A ticket as its QR code carries it.
 * @param sign signs bytes with Ed25519
 */
export function writeTicket(ticket: Ticket, sign: (message: Uint8Array) => Uint8Array): string {
	const signature = sign(bytesOf(ticketText(ticket)));
	return [HEAD, base32(bytesOf(fieldsOf(ticket))), base32(signature)].join(':');
}

/** Why a text is no ticket of ours. */
type TicketTrouble = 'not-ticket' | 'forged';

/**
 * Reads a ticket without asking anybody: in the scanner of a browser with no network, too.
 * @param keys public keys of the portal, 32 bytes each
 */
export function readTicket(text: string, keys: readonly Uint8Array[]): Ruled<Ticket> {
	const no = (reason: TicketTrouble) => refuse({ field: 'ticket', reason });
	// A typed text may have small letters and gaps; the one in a QR code has none.
	const plain = text.length > TICKET_MOST ? '' : text.replace(/\s/g, '').toUpperCase();
	const [head, body, seal, ...more] = plain.split(':');
	const fields = body === undefined ? null : unbase32(body);
	const signature = seal === undefined ? null : unbase32(seal);
	if (head !== HEAD || more.length || !fields || signature?.length !== SIGNATURE)
		return no('not-ticket');
	const ticket = ticketFrom(fields);
	if (!ticket) return no('not-ticket');
	const message = bytesOf(ticketText(ticket));
	return keys.some((key) => signedBy(sha512, key, message, signature))
		? accept(ticket)
		: no('forged');
}

function ticketFrom(bytes: Uint8Array): Ticket | null {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
	const [code = '', occasion = '', version = '', heads = '', zone, ...seats] = text.split('\n');
	const whole = /^[1-9]\d{0,6}$/;
	if (!code || !occasion || zone === undefined || !whole.test(version) || !whole.test(heads))
		return null;
	return { code, occasion, version: Number(version), heads: Number(heads), zone, seats };
}

/** What speaks against letting somebody in with a ticket that is ours. */
type TicketDoubt = 'other-date' | 'old-ticket' | 'unknown' | 'not-confirmed';

/**
 * Holds a ticket against the list of a door.
 * @param booking what the list says about its code; null where there is none
 */
export function ticketDoubt(
	ticket: Ticket,
	occasion: string,
	booking: { ticket: number; state: string } | null
): TicketDoubt | null {
	if (ticket.occasion !== occasion) return 'other-date';
	if (!booking) return 'unknown';
	if (booking.state !== 'confirmed') return 'not-confirmed';
	return ticket.version === booking.ticket ? null : 'old-ticket';
}

function base32(bytes: Uint8Array): string {
	let text = '';
	let held = 0;
	let bits = 0;
	for (const byte of bytes) {
		held = ((held << 8) | byte) & 0xfff;
		bits += 8;
		for (; bits >= 5; bits -= 5) text += SIGNS[(held >> (bits - 5)) & 31];
	}
	return bits ? text + SIGNS[(held << (5 - bits)) & 31] : text;
}

/** The bytes of a text; null for other signs, and for bits at its end that stand for nothing. */
function unbase32(text: string): Uint8Array | null {
	const bytes: number[] = [];
	let held = 0;
	let bits = 0;
	for (const sign of text) {
		const value = SIGNS.indexOf(sign);
		if (value < 0) return null;
		held = ((held << 5) | value) & 0xfff;
		bits += 5;
		if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255);
	}
	return bits >= 5 || held & ((1 << bits) - 1) ? null : Uint8Array.from(bytes);
}
