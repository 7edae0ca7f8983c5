import type { signupRefusals as zh } from '../zh/signup-refusals';

export const signupRefusals: typeof zh = {
	gone: () => 'This date cannot be found; it may have been withdrawn.',
	off: () => 'The organizer has paused sign-up.',
	'not-open': () => 'Sign-up has not begun yet.',
	closed: () => 'Sign-up has closed. What you typed was not sent.',
	cancelled: () => 'This date is cancelled; nobody can sign up any more.',
	postponed: () => 'This date is postponed. Please sign up when the new time is known.',
	'per-contact': ({ max }) =>
		`This e-mail address or telephone number has signed up for this date already (at most ${max}). To change how many come, open the page of that sign-up.`,
	'again-too-often': () =>
		'This e-mail address or telephone number has signed up for this date and cancelled too often. To sign up again, please call the organizer.',
	full: ({ free }) =>
		Number(free) > 0
			? `Only ${free} seats are left, fewer than you ask for. Please come with fewer people or choose another date.`
			: 'All seats are taken and this date has no waiting list. Please look at other dates.',
	'too-many-heads': ({ max, asked }) =>
		`At most ${max} people in one sign-up; you asked for ${asked}.`,
	'bad-number': () => 'Please give a whole number, 1 or more.',
	missing: () => 'Please fill this in.',
	'one-contact': () =>
		'Please give an e-mail address or a telephone number, so that you can be told.',
	'bad-address': () =>
		'This is no address a mail can be sent to. Give one only, such as li@example.cn.',
	'bad-phone': () =>
		'This is no telephone number. Mobile numbers have 11 digits, others an area code.',
	'too-long': ({ max }) => `Too long: at most ${max} characters.`,
	control: () => 'There is a sign in it that cannot be used (a line break or something invisible).',
	accusation: () =>
		'Reports about discipline violations belong to 12388; they are not taken or kept here. Please write it otherwise.',
	unknown: () => 'Please choose one of those listed.',
	'seat-taken': ({ seats }) =>
		`${seats}: somebody else took this a moment ago. Please choose another; all else is still here.`,
	'seats-heads': ({ seats, heads }) =>
		`You chose ${seats} seats for ${heads} people. Please make them the same.`,
	'seats-zone': () => 'The seats you chose are not in the part of the hall you chose.',
	'no-more-seats': ({ free }) =>
		Number(free) > 0
			? `Only ${free} more seats are free, fewer than you ask for.`
			: 'There are no more seats to add (what falls free goes first to those who wait).',
	'offer-over': () => 'The time is over and the seats went to the next on the list.',
	'too-late': () => 'It is too late to cancel or change this yourself. Please call the organizer.',
	begun: () => 'The event has begun; nothing can be changed any more.',
	came: () => 'You have been let in; nothing can be changed any more.',
	ended: () => 'This sign-up has ended and cannot be changed.',
	'draw-sealed': () =>
		'The list of the draw is sealed and the number cannot change. You may still cancel.',
	'too-often': () => 'Too many forms came from this network. Please try again in a few minutes.'
};
