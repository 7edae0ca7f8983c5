import { readBookingCode } from './booking-code';
import { bookingStates } from './booking';
import type { BookingState } from './booking';

/** What the list of sign-ups is asked for. */
export interface ListQuery {
	/** Id of a date; empty for the next one. */
	date: string;
	state: BookingState | null;
	/** As typed. */
	code: string;
	/** From 1. */
	page: number;
}

/** Reads an address; what it cannot mean is left out. */
export function parseList(params: URLSearchParams): ListQuery {
	const page = params.get('page') ?? '';
	const date = params.get('date') ?? '';
	return {
		date: /^[a-z0-9]{20}$/.test(date) ? date : '',
		state: bookingStates.find((state) => state === params.get('state')) ?? null,
		code: (params.get('code') ?? '').slice(0, 40),
		page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1
	};
}

/** Writes a query as the end of an address. */
export function formatList({ date, state, code, page }: ListQuery): string {
	const text = new URLSearchParams({
		...(date ? { date } : {}),
		...(state ? { state } : {}),
		...(code ? { code } : {}),
		...(page > 1 ? { page: String(page) } : {})
	}).toString();
	return text && `?${text}`;
}

/** The code that is looked for; null for none, or one that nothing is called. */
export const wantedCode = ({ code }: Pick<ListQuery, 'code'>): string | null =>
	readBookingCode(code);
