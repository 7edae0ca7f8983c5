import type { Admission } from './admission';

/** What an organizer begins with: free seating in order of sign-up, a waiting list, a day’s reminder. */
export const newAdmission = (over: Partial<Admission> = {}): Admission => ({
	mode: 'order',
	capacity: 100,
	zones: [],
	mostHeads: 5,
	perContact: 1,
	opensAt: null,
	closesBefore: 0,
	cancelBefore: 0,
	waiting: true,
	fillGaps: false,
	offerMinutes: 24 * 60,
	contact: 'either',
	questions: [],
	reminders: [24],
	keepDays: 30,
	...over
});
