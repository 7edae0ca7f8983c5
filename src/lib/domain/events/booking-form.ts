import { accuses } from '../accusation';
import { emailOf } from '../people/email';
import { accept, refuse } from '../refusal';
import type { Refusal, Ruled } from '../refusal';
import type { Admission, Question } from './admission';
import { hasSeats, seatsOf, zoneOf } from './seat';

/** A sign-up as it was typed. */
export interface TypedBooking {
	name: string;
	mail: string;
	phone: string;
	/** Name of the unit or group; empty for people who come by themselves. */
	group: string;
	heads: string;
	zone: string;
	seats: string[];
	/** By id of the question; a choice is the number of its option, a yes is `yes`. */
	answers: Record<string, string>;
	consent: boolean;
}

/** A sign-up whose form is right. */
export interface Booking {
	name: string;
	mail: string | null;
	phone: string | null;
	group: string | null;
	heads: number;
	zone: string;
	/** Chosen one by one; empty where the choice is left to us, or seats have no numbers. */
	seats: string[];
	answers: Record<string, string>;
}

export const bookingMost = { name: 60, mail: 254, phone: 24, group: 80, answer: 300 } as const;

const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
const line = (text: string): string => text.normalize('NFC').trim().replace(/ +/g, ' ');

/** A telephone number as people are told apart by it: digits, and + where it begins with one. */
export function phoneOf(typed: string): string | null {
	const text = typed.normalize('NFKC').trim();
	if (!/^\+?\d[\d ()-]{5,22}$/.test(text)) return null;
	const plain = text.replace(/[^\d+]/g, '').replace(/^(?:\+|00)86(?=1\d{10}$)/, '');
	return plain.length >= 7 && plain.length <= 16 ? plain : null;
}

/**
 * A mail address as one mailbox is told apart from another: what stands behind a plus is a label its
 * owner chose, and Google reads no dots. Mails go to the address as it was typed.
 */
export function mailboxOf(mail: string): string {
	const at = mail.lastIndexOf('@');
	const name = mail.slice(0, at).replace(/(?<=.)\+.*$/, '');
	const host = mail.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
	return `${host === 'gmail.com' ? name.replaceAll('.', '') : name}@${host}`;
}

/** A telephone number as one line is told apart from another, with or without what is dialled before it. */
export const lineOf = (phone: string): string =>
	phone
		.replace(/^(?:\+|00)/, '')
		.replace(/^86(?=0?[1-9]\d{8,10}$)/, '')
		.replace(/^0(?=\d{9,11}$)/, '');

/**
 * Everything about a sign-up that can be told from its form and the plan alone.
 * @param fold gives the simplified form of one character
 */
export function readBooking(
	typed: TypedBooking,
	plan: Admission,
	fold?: (char: string) => string
): Ruled<Booking> {
	const wrong: Refusal[] = [];
	const no = (field: string, reason: string, detail?: Refusal['detail']) =>
		void wrong.push({ field, reason, ...(detail ? { detail } : {}) });
	const text = (field: 'name' | 'group') => {
		const value = line(typed[field]);
		if (CONTROL.test(value)) no(field, 'control');
		else if (value.length > bookingMost[field]) no(field, 'too-long', { max: bookingMost[field] });
		return value;
	};
	const name = text('name');
	if (!name) no('name', 'missing');
	const group = text('group');
	const mail = typed.mail.trim() ? emailOf(typed.mail) : null;
	if (typed.mail.trim() && !mail) no('mail', 'bad-address');
	const phone = typed.phone.trim() ? phoneOf(typed.phone) : null;
	if (typed.phone.trim() && !phone) no('phone', 'bad-phone');
	if (plan.contact === 'mail' && !typed.mail.trim()) no('mail', 'missing');
	if (plan.contact === 'phone' && !typed.phone.trim()) no('phone', 'missing');
	if (plan.contact === 'either' && !typed.mail.trim() && !typed.phone.trim())
		no('mail', 'one-contact');
	const heads = readHeads(typed.heads, plan, no);
	const zone = zoneOf(plan, typed.zone);
	if (!zone.ok) wrong.push(...zone.refusals);
	const seats = readSeats(typed.seats, zone.ok ? zone.value : null, heads, no);
	const answers = readAnswers(plan.questions, typed.answers, no, fold);
	if (!typed.consent) no('consent', 'missing');
	if (wrong.length) return refuse(...wrong);
	return accept({
		...{ name, mail, phone, group: group || null, heads: heads!, seats, answers },
		zone: (zone.ok && zone.value?.id) || ''
	});
}

type No = (field: string, reason: string, detail?: Refusal['detail']) => void;

/** How many come, as typed; null when it is refused. */
function readHeads(typed: string, { mostHeads }: Admission, no: No): number | null {
	const text = typed.normalize('NFKC').trim();
	const heads = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
	if (!text) no('heads', 'missing');
	else if (!(heads >= 1)) no('heads', 'bad-number');
	else if (heads > mostHeads) no('heads', 'too-many-heads', { max: mostHeads, asked: heads });
	else return heads;
	return null;
}

function readSeats(
	typed: readonly string[],
	zone: { rows: Admission['zones'][number]['rows'] } | null,
	heads: number | null,
	no: No
): string[] {
	if (!zone || !hasSeats(zone) || !typed.length) return [];
	const known = seatsOf(zone);
	const chosen = new Set(typed);
	const seats = known.filter((seat) => chosen.has(seat));
	if (seats.length !== chosen.size) no('seats', 'unknown');
	else if (heads !== null && seats.length !== heads)
		no('seats', 'seats-heads', { seats: seats.length, heads });
	return seats;
}

/** The answers to an organizer’s questions; those nobody asked for are left out. */
function readAnswers(
	questions: readonly Question[],
	typed: Readonly<Record<string, string>>,
	no: No,
	fold?: (char: string) => string
): Record<string, string> {
	const answers: Record<string, string> = {};
	for (const { id, kind, options, required } of questions) {
		const field = `q.${id}`;
		const value = line(Object.hasOwn(typed, id) ? typed[id]! : '');
		if (!value) {
			if (required) no(field, 'missing');
			continue;
		}
		if (kind === 'line' && CONTROL.test(value)) no(field, 'control');
		else if (kind === 'line' && value.length > bookingMost.answer)
			no(field, 'too-long', { max: bookingMost.answer });
		else if (kind === 'line' && accuses(value, fold)) no(field, 'accusation');
		else if (kind === 'choice' && !(/^\d{1,2}$/.test(value) && Number(value) < options.length))
			no(field, 'unknown');
		else if (kind === 'yes' && value !== 'yes') no(field, 'unknown');
		else answers[id] = value;
	}
	return answers;
}
