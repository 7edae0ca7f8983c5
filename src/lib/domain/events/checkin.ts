import { refuse, accept } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import type { BookingState } from './booking';
import { readBookingCode } from './booking-code';
import type { DoorWindow } from './checkin-window';
import { readTicket, ticketDoubt } from './ticket';
import type { Ticket } from './ticket';

/** Who is expected, as a door knows it; nothing names a person. */
export interface Expected {
	/** Version of the ticket that counts. */
	ticket: number;
	state: BookingState;
	heads: number;
	came: number;
	/** When the first of them came in. */
	since: number | null;
}

/** A date as its door knows it. */
export interface Door extends DoorWindow {
	occasion: string;
	/** Cancelled or postponed. */
	off: boolean;
}

/** What somebody showed: a signed ticket, or only its code. */
export interface Shown {
	code: string;
	ticket: Ticket | null;
}

/** Why something shown does not open a door; `already` and `too-many` can be overruled knowingly. */
type DoorTrouble =
	| 'not-ticket'
	| 'forged'
	| 'bad-code'
	| 'date-off'
	| 'too-early'
	| 'too-late'
	| 'other-date'
	| 'unknown'
	| 'not-confirmed'
	| 'old-ticket'
	| 'already'
	| 'too-many'
	| 'bad-heads'
	| 'nobody-in';

/** Most heads one pass may let in. */
export const HEADS_MOST = 10_000;

const no = (reason: DoorTrouble, detail?: Refusal['detail']) =>
	refuse({ field: 'code', reason, ...(detail ? { detail } : {}) });

/**
 * Reads what a camera saw or somebody typed.
 * @param keys public keys of the portal, 32 bytes each
 */
export function readShown(text: string, keys: readonly Uint8Array[]): Ruled<Shown> {
	if (text.includes(':')) {
		const read = readTicket(text, keys);
		if (!read.ok) return no(read.refusals[0]!.reason as DoorTrouble);
		return accept({ code: read.value.code, ticket: read.value });
	}
	const code = readBookingCode(text);
	return code ? accept({ code, ticket: null }) : no('bad-code');
}

/**
 * Why a door does not open for what was shown, but for heads; null when it does.
 * @param expected what is known of its code at this date; null where it is not on the list, be it that
 * there is none, or one of another date: a door does not tell which
 */
export function doorTrouble(
	{ ticket }: Shown,
	door: Door,
	expected: Expected | null,
	now: number
): Refusal | null {
	const trouble = (reason: DoorTrouble, detail?: Refusal['detail']): Refusal => ({
		field: 'code',
		reason,
		...(detail ? { detail } : {})
	});
	if (door.off) return trouble('date-off');
	if (now < door.opens) return trouble('too-early', { at: door.opens });
	if (now >= door.closes) return trouble('too-late', { at: door.closes });
	if (ticket) {
		const doubt = ticketDoubt(ticket, door.occasion, expected);
		return doubt && trouble(doubt);
	}
	if (!expected) return trouble('unknown');
	return expected.state === 'confirmed' ? null : trouble('not-confirmed');
}

interface Asking {
	/** Heads that come in; negative for those who go out again. */
	heads: number;
	/** Somebody said knowingly that more come in than were signed up. */
	extra: boolean;
}

/** Why so many heads are not let in; null when they are. */
export function headsTrouble(
	{ heads: booked, came, since }: Pick<Expected, 'heads' | 'came' | 'since'>,
	{ heads, extra }: Asking
): Refusal | null {
	const trouble = (reason: DoorTrouble, detail?: Refusal['detail']): Refusal => ({
		field: 'heads',
		reason,
		...(detail ? { detail } : {})
	});
	if (!Number.isInteger(heads) || heads === 0 || Math.abs(heads) > HEADS_MOST)
		return trouble('bad-heads', { max: HEADS_MOST });
	if (heads < 0) return -heads > came ? trouble('nobody-in', { came }) : null;
	if (extra || came + heads <= booked) return null;
	return came >= booked
		? trouble('already', { came, booked, ...(since === null ? {} : { at: since }) })
		: trouble('too-many', { came, booked, left: booked - came, asked: heads });
}

/** Heads of a sign-up that have not come yet. */
export const leftOf = ({ heads, came }: Pick<Expected, 'heads' | 'came'>): number =>
	Math.max(0, heads - came);
