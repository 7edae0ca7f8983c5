import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bilingual } from '../text';
import type { Door, Expected } from './checkin';

/**
 * A row of the list a scanner carries: keyed mark of the code, version of its ticket, whether it is
 * confirmed, heads, heads that came, since when, whether it was used twice. It holds no name, no contact, and not the code.
 */
export type ListRow = readonly [
	mark: string,
	ticket: number,
	confirmed: 0 | 1,
	heads: number,
	came: number,
	since: number | null,
	doubled: 0 | 1
];

/** Numbers of a date, for everybody who stands at its door. */
export interface DoorNumbers {
	/** Heads with a confirmed sign-up. */
	expected: number;
	came: number;
	walkins: number;
}

/** The same for a part of the hall. */
interface ZoneNumbers {
	id: string;
	name: Bilingual;
	expected: number;
	came: number;
}

/** Numbers of a date with those of the parts of its hall; none for free seating. */
export type ZonedNumbers = DoorNumbers & { zones: ZoneNumbers[] };

/** What a scanner needs to decide without a line. */
export interface DoorList {
	door: Door;
	/** Public keys of tickets, base64. */
	keys: string[];
	/** Key of the marks, base64; another for every date. */
	salt: string;
	rows: ListRow[];
	/** Whether people come in who did not sign up. */
	walkins: boolean;
	numbers: DoorNumbers;
	/** When it was made, by the clock of the portal. */
	now: number;
	/** Changes with the list. */
	mark: string;
}

const text64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
export const bytes64 = (text: string): Uint8Array =>
	Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** What stands for a code on the list of a date: 96 bits of a keyed hash. */
export const codeMark = (salt: Uint8Array, code: string): string =>
	text64(hmac(sha256, salt, new TextEncoder().encode(code)).slice(0, 12));

/** The row of the list as the law of the door reads it. */
export const expectedFrom = ([, ticket, confirmed, heads, came, since]: ListRow): Expected => ({
	ticket,
	state: confirmed ? 'confirmed' : 'cancelled',
	heads,
	came,
	since
});
