import type { StoredState } from './visit';

/** How much was asked for, agreed and held. */
export interface Numbers {
	asked: number;
	/** Agreed at last: confirmed, held, or not come. */
	agreed: number;
	came: number;
	/** Heads that came, as counted at the door. */
	heads: number;
	missed: number;
	/** Declined or called off. */
	ended: number;
}

/** Requests in numbers. */
export function numbersOf(rows: readonly { state: StoredState; came: number | null }[]): Numbers {
	const count = (...states: StoredState[]) =>
		rows.filter(({ state }) => states.includes(state)).length;
	return {
		asked: rows.length,
		agreed: count('confirmed', 'came', 'missed'),
		came: count('came'),
		heads: rows.reduce((sum, { state, came }) => sum + (state === 'came' ? (came ?? 0) : 0), 0),
		missed: count('missed'),
		ended: count('declined', 'cancelled')
	};
}
