import { newest, readKept } from '../domain/judging/desk/draft';
import type { Kept } from '../domain/judging/desk/draft';

/**
 * Where a device keeps sheets the server does not have: under the account and the task, so that nobody
 * else who signs in at this device finds them, and signing out clears them (Clear-Site-Data).
 */
const nameOf = (me: string, round: string, code: string): string => `jury ${me} ${round} ${code}`;

export function loadKept(me: string, round: string, code: string): Kept | null {
	try {
		return readKept(localStorage.getItem(nameOf(me, round, code)));
	} catch {
		return null;
	}
}

/** @returns whether the device could keep it */
export function storeKept(me: string, round: string, code: string, kept: Kept): boolean {
	try {
		if (newest(kept)) localStorage.setItem(nameOf(me, round, code), JSON.stringify(kept));
		else localStorage.removeItem(nameOf(me, round, code));
		return true;
	} catch {
		return false;
	}
}

/** Codes of a round whose sheets lie only here. */
export function keptCodes(me: string, round: string): string[] {
	const before = nameOf(me, round, '');
	try {
		return Object.keys(localStorage)
			.filter((name) => name.startsWith(before))
			.map((name) => name.slice(before.length))
			.sort();
	} catch {
		return [];
	}
}
