import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from '../keys';
import { newToken } from './tokens';

/** As many accounts as one device is remembered for; the office's shared one keeps the latest. */
const ACCOUNTS = 5;

const mark = (device: string, personId: string): string =>
	createHmac('sha256', keyFor('device'))
		.update(`${device} ${personId}`)
		.digest('base64url')
		.slice(0, 22);

function read(cookie: string | undefined): { device: string; marks: string[] } | null {
	if (!cookie || !/^[a-z2-7]{40}(\.[\w-]{22}){1,5}$/.test(cookie)) return null;
	const [device = '', ...marks] = cookie.split('.');
	return { device, marks };
}

/**
 * The device's own name when it has signed in to this account before, else null. The cookie names
 * nobody and opens nothing: it only decides which budget of guesses is spent.
 */
export function knownDevice(cookie: string | undefined, personId: string): string | null {
	const held = read(cookie);
	const own = held && Buffer.from(mark(held.device, personId));
	return held?.marks.some((one) => timingSafeEqual(Buffer.from(one), own!)) ? held.device : null;
}

/** The cookie of a device that has just signed in to this account. */
export function remembered(cookie: string | undefined, personId: string): string {
	const held = read(cookie);
	const device = held?.device ?? newToken();
	const own = mark(device, personId);
	const others = (held?.marks ?? []).filter((one) => one !== own);
	return [device, own, ...others.slice(0, ACCOUNTS - 1)].join('.');
}
