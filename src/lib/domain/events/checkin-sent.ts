import { HEADS_MOST } from './checkin';
import { TICKET_MOST } from './ticket';

/** How somebody was recognised. */
const hows = ['scanned', 'typed', 'listed', 'kiosk'] as const;
export type How = (typeof hows)[number];

/** One deed at a door, as a device tells it. */
export interface Deed {
	/** Made on the device: the same told twice counts once. */
	id: string;
	/** What was scanned or typed; empty for somebody who did not sign up. */
	text: string;
	heads: number;
	how: How;
	deviceAt: number;
	/** Somebody said knowingly that more come in than were signed up. */
	extra: boolean;
	/** It has happened already, without a line; otherwise the portal is asked whether it may. */
	done: boolean;
}

/** What the portal says to a deed. */
export interface DeedAnswer {
	id: string;
	/** `in`: it counts; `doubled`: it counts as the same ticket used twice; `no`: it was not let in. */
	said: 'in' | 'doubled' | 'no';
	reason?: string;
	detail?: Record<string, string | number>;
	/** Heads signed up and heads that came, where it is one of this date. */
	booked?: number;
	came?: number;
}

/** Deeds that are told at once. */
export const DEEDS_MOST = 40;

export const isDeedId = (text: unknown): text is string =>
	typeof text === 'string' && /^[\w-]{16,40}$/.test(text);

/** Reads what a device sent; null for anything that no device of ours sends. */
export function readDeeds(sent: unknown): Deed[] | null {
	const deeds = (sent as { deeds?: unknown } | null)?.deeds;
	if (!Array.isArray(deeds) || !deeds.length || deeds.length > DEEDS_MOST) return null;
	const read = deeds.map(readDeed);
	return read.every((deed) => deed !== null) ? read : null;
}

function readDeed(sent: unknown): Deed | null {
	if (typeof sent !== 'object' || sent === null) return null;
	const { id, text, heads, how, deviceAt, extra, done } = sent as Record<string, unknown>;
	const fits =
		isDeedId(id) &&
		typeof text === 'string' &&
		text.length <= TICKET_MOST &&
		typeof heads === 'number' &&
		Number.isInteger(heads) &&
		heads !== 0 &&
		Math.abs(heads) <= HEADS_MOST &&
		hows.includes(how as How) &&
		typeof deviceAt === 'number' &&
		Number.isFinite(deviceAt);
	if (!fits) return null;
	return {
		...{ id, text, heads, how: how as How, deviceAt },
		...{ extra: extra === true, done: done === true }
	};
}
