import type { BookingState } from './booking';
import type { Refusal } from '../refusal';
import type { Bilingual } from '../text';
import { mailLimits } from '../mail';

/** To whom of a date an organizer writes. */
export const noteTo = ['confirmed', 'waiting', 'everyone'] as const;
export type NoteTo = (typeof noteTo)[number];
export const isNoteTo = (text: string): text is NoteTo =>
	(noteTo as readonly string[]).includes(text);

/** States of those who get it; seats offered are seats. */
export const gets: Record<NoteTo, BookingState[]> = {
	confirmed: ['confirmed', 'offered'],
	waiting: ['waiting'],
	everyone: ['confirmed', 'waiting', 'offered', 'drawn']
};

/** What one value of a mail holds. */
export const NOTE_LIMIT = mailLimits.value;

// What turns the direction of a line, or is no sign at all; line ends become blanks.
const ODD = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Everything wrong with a text to those who signed up. */
export function noteWrong({ zh, en }: Bilingual): Refusal[] {
	const wrong: Refusal[] = [];
	if (zh.trim().length < 2) wrong.push({ field: 'text', reason: 'missing' });
	for (const [field, said] of [
		['text', zh],
		['textEn', en ?? '']
	] as const) {
		if (Array.from(said).length > NOTE_LIMIT)
			wrong.push({ field, reason: 'too-long', detail: { max: NOTE_LIMIT } });
		if (ODD.test(said)) wrong.push({ field, reason: 'control' });
	}
	return wrong;
}
