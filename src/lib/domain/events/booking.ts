/**
 * Where a sign-up stands: `confirmed` has seats; `waiting` is on the list; `offered` has seats held
 * until its offer ends; `drawn` waits for the draw; `cancelled` by the citizen, `refused` by the
 * organizer, `lapsed` when an offer ended or the draw went to others.
 */
export const bookingStates = [
	'confirmed',
	'waiting',
	'offered',
	'drawn',
	'cancelled',
	'refused',
	'lapsed'
] as const;
export type BookingState = (typeof bookingStates)[number];

/** States in which seats are taken. */
export const seated: readonly BookingState[] = ['confirmed', 'offered'];
