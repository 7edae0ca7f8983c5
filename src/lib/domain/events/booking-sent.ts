import type { TypedBooking } from './booking-form';

/** The texts of a form as it was sent. */
interface Sent {
	get: (name: string) => string | null;
	all: (name: string) => string[];
}

/** Longest of any text that is looked at. */
const MOST = 2000;

/**
 * Reads a form of a sign-up; seats come as `zone/seat`.
 * @param questions ids of the questions of the plan
 * @returns the zone is empty and `elsewhere` set where seats of another one were chosen
 */
export function typedFrom(
	sent: Sent,
	questions: readonly string[]
): TypedBooking & { elsewhere: boolean } {
	const text = (name: string) => (sent.get(name) ?? '').slice(0, MOST);
	const seats = sent.all('seat').slice(0, 500);
	const zones = [...new Set(seats.map((seat) => seat.slice(0, Math.max(0, seat.indexOf('/')))))];
	const zone = text('zone') || (zones.length === 1 ? zones[0]! : '');
	return {
		...{ name: text('name'), mail: text('mail'), phone: text('phone'), group: text('group') },
		heads: text('heads') || '1',
		zone,
		seats: seats.map((seat) => seat.slice(seat.indexOf('/') + 1)),
		elsewhere: zones.some((one) => one !== zone),
		answers: Object.fromEntries(questions.map((id) => [id, text(`q.${id}`)])),
		consent: text('consent') === 'yes'
	};
}
