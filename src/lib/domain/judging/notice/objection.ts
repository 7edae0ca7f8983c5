import { accuses } from '../../accusation';
import { isAddress } from '../../mail';
import type { Refusal } from '../../refusal';
import { objectionGrounds, objectionKinds } from './notice';
import type { ObjectionGround, ObjectionKind } from './notice';

/** An objection as it is typed; everything personal in it is sealed at once. */
export interface TypedObjection {
	/** Number of the entry it is about. */
	number: string;
	kind: string;
	ground: string;
	/** Real name of the person, or of the unit. */
	name: string;
	/** Who speaks for the unit. */
	liaison: string;
	phone: string;
	email: string;
	text: string;
}

/** An objection whose form is right. */
export interface Objection extends TypedObjection {
	kind: ObjectionKind;
	ground: ObjectionGround;
}

/** Longest texts in characters. */
export const objectionMost = { name: 60, liaison: 40, phone: 24, text: 2000 } as const;
/** Bytes of the scanned letter with the unit’s seal. */
export const LETTER_MOST = 5 * 1024 ** 2;

/**
 * Every reason against an objection as typed. Reports about discipline violations belong to 12388 and
 * are not stored here.
 * @param letter whether a letter with the unit’s seal came along
 */
export function objectionTrouble(
	typed: TypedObjection,
	letter: boolean,
	fold?: (char: string) => string
): Refusal[] {
	const trouble: Refusal[] = [];
	const no = (field: string, reason: string, detail?: Refusal['detail']) =>
		trouble.push({ field, reason, ...(detail ? { detail } : {}) });
	const kind = objectionKinds.find((one) => one === typed.kind);
	if (!kind) no('kind', 'unknown');
	if (!objectionGrounds.some((one) => one === typed.ground)) no('ground', 'unknown');
	if (!typed.number.trim()) no('number', 'missing');
	if (typed.name.trim().length < 2) no('name', 'real-name');
	if (kind === 'unit' && !typed.liaison.trim()) no('liaison', 'missing');
	if (kind === 'unit' && !letter) no('letter', 'missing');
	if (!/^[+\d][\d\s-]{5,22}$/.test(typed.phone.trim())) no('phone', 'bad-phone');
	if (!isAddress(typed.email.trim())) no('email', 'bad-address');
	for (const field of ['name', 'liaison', 'phone', 'text'] as const)
		if (typed[field].length > objectionMost[field])
			no(field, 'too-long', { max: objectionMost[field] });
	if (typed.text.trim().length < 10) no('text', 'too-short', { min: 10 });
	else if (accuses(typed.text, fold)) no('text', 'accusation');
	return trouble;
}

/** The alphabet of receipts: no 0, O, 1, I, L. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 16;

/** A receipt of 16 signs (79 bits) from random bytes, in groups of four. */
export function receiptFrom(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) {
		// Bytes beyond the last whole multiple would favour the first signs.
		if (byte >= 248) continue;
		text += SIGNS[byte % 31];
		if (text.length === LENGTH) break;
	}
	return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** A receipt as typed, without blanks and dashes; null when it cannot be one. */
export function readReceipt(text: string): string | null {
	const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
	return plain.length === LENGTH && [...plain].every((sign) => SIGNS.includes(sign))
		? plain.replace(/(.{4})(?=.)/g, '$1-')
		: null;
}
