import { accuses } from '../accusation';
import { isAddress } from '../mail';
import type { Refusal } from '../refusal';
import { groupKinds } from './visit';
import type { GroupKind } from './visit';

/** A request as a group types it; name, contacts and note are sealed at once. */
export interface TypedRequest {
	/** `2026-11-25T0900`. */
	slot: string;
	kind: string;
	/** Name of the unit, school, village or family. */
	group: string;
	heads: string;
	/** Who speaks for the group. */
	liaison: string;
	phone: string;
	email: string;
	note: string;
	agreed: boolean;
}

/** Longest texts in characters. */
export const requestMost = { group: 60, liaison: 40, phone: 24, email: 254, note: 500 } as const;

/** What a group said of itself; nobody but the manager of the place reads it, and it is deleted by its date. */
export interface GroupSaid {
	group: string;
	liaison: string;
	phone: string;
	email: string;
	note: string;
}

/** A whole number of heads; NaN for anything else, and for more than anybody could count at a door. */
export const headsOf = (text: string): number =>
	/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : NaN;

/** Why a group of this size cannot come; null when it can. */
export function headsTrouble(heads: number, largest: number): Refusal | null {
	if (!(heads >= 1)) return { field: 'heads', reason: 'bad-heads' };
	return heads > largest ? { field: 'heads', reason: 'too-many', detail: { max: largest } } : null;
}

/** What is asked of a group at a place. */
export interface Asked {
	largest: number;
	letterFrom: number | null;
	/** Whether a letter came along. */
	letter: boolean;
}

/**
 * Every reason against a request as typed, but for the slot. Reports about discipline violations
 * belong to 12388 and are not stored here.
 */
export function requestTrouble(
	typed: TypedRequest,
	{ largest, letterFrom, letter }: Asked,
	fold?: (char: string) => string
): Refusal[] {
	const trouble: Refusal[] = [];
	const no = (field: string, reason: string, detail?: Refusal['detail']) =>
		trouble.push({ field, reason, ...(detail ? { detail } : {}) });
	if (!typed.slot) no('slot', 'choose');
	if (!kindOf(typed.kind)) no('kind', 'choose');
	const heads = headsOf(typed.heads);
	const many = headsTrouble(heads, largest);
	if (many) trouble.push(many);
	if (typed.group.trim().length < 2) no('group', 'missing');
	if (!typed.liaison.trim()) no('liaison', 'missing');
	const [phone, email] = [typed.phone.trim(), typed.email.trim()];
	if (!phone && !email) no('phone', 'reach');
	if (phone && !/^[+\d][\d\s-]{5,22}$/.test(phone)) no('phone', 'bad-phone');
	if (email && !isAddress(email)) no('email', 'bad-address');
	for (const field of ['group', 'liaison', 'note'] as const) {
		if (typed[field].length > requestMost[field])
			no(field, 'too-long', { max: requestMost[field] });
		else if (accuses(typed[field], fold)) no(field, 'accusation');
	}
	// Of a group that cannot come anyway no letter is asked.
	if (letterFrom !== null && heads >= letterFrom && !many && !letter)
		no('letter', 'letter-missing', { from: letterFrom });
	if (!typed.agreed) no('agreed', 'agree');
	return trouble;
}

/** The kind of group a word names. */
export const kindOf = (text: string): GroupKind | undefined =>
	groupKinds.find((kind) => kind === text);
