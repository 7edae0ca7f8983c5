import type { eventOffice as zh } from '../zh/event-office';

type Detail = Record<string, string | number>;
const s = (n: number) => (n === 1 ? '' : 's');

export const eventOffice = {
	tabs: {
		label: 'This event',
		event: 'Edit event',
		dates: 'Dates and changes',
		admission: 'Sign-up settings',
		signups: 'Sign-ups',
		mails: 'Write to people',
		door: 'Check-in'
	},
	dates: {
		title: 'Dates and changes',
		lead: 'Cancel, postpone or move a date. Public pages and calendars change at once, and those who signed up get a mail; look at its text and the count before it goes.',
		list: (n: number) => `All dates (${n})`,
		none: 'This event has no dates yet; it gets them when it is published.',
		standing: { scheduled: 'Takes place', postponed: 'Postponed', cancelled: 'Cancelled' },
		wholeIs: 'That holds for the whole event.',
		awaited: (signUps: number, heads: number) =>
			signUps ? `${signUps} sign-up${s(signUps)}, ${heads} people` : 'no sign-ups',
		mayNot: 'You may look at the dates of this event, but not change them.',
		notPublic: 'The event is not public; change its dates in the event itself.',
		allOver: 'All dates are over and cannot be changed any more.',
		change: 'Change',
		problem: 'Nothing was changed. Please look at what is marked.',
		which: 'Which date',
		whole: 'The whole event (all dates that are not over)',
		what: 'What happens',
		deed: {
			cancel: 'Cancel: sign-ups end and no seats are kept',
			postpone: 'Postpone, new time open: sign-ups stay, no new ones for now',
			move: 'Move to a new time: sign-ups stay',
			restore:
				'Let it take place after all (sign-ups that ended when it was cancelled do not come back)'
		},
		newTime: 'New time (Beijing time)',
		newTimeHelp: 'Only for “Move to a new time”.',
		from: 'Start',
		to: 'End (may stay empty)',
		whyZh: 'Reason (Chinese)',
		whyEn: 'Reason (English)',
		whyHelp: {
			whyZh: 'Stands on public pages and in the mail; nothing personal, please.',
			whyEn: 'Left empty, English mails and pages show the Chinese reason.'
		},
		look: 'Look at it first',
		ahead: 'Please check before it goes',
		aheadCount: (dates: string[], signUps: number, mails: number) =>
			`${dates.length} date${s(dates.length)} (${dates.slice(0, 3).join('; ')}${dates.length > 3 ? ' …' : ''}), ${signUps} sign-up${s(signUps)}; ${mails} left a mail address and get this mail.`,
		noMails: 'Nobody gets a mail; tell those without an address in another way.',
		send: (mails: number) => (mails ? `Change it and send ${mails} mail${s(mails)}` : 'Change it'),
		done: {
			cancel: (n: number, told: number) =>
				`Cancelled ${n} date${s(n)}; ${told} sign-up${s(told)} are being told.`,
			postpone: (n: number, told: number) =>
				`Postponed ${n} date${s(n)}; ${told} sign-up${s(told)} are being told.`,
			move: (n: number, told: number) =>
				`Moved ${n} date${s(n)}; ${told} sign-up${s(told)} are being told.`,
			restore: (n: number, told: number) =>
				`${n} date${s(n)} take place again; ${told} sign-up${s(told)} are being told.`
		},
		publicPage: 'Open the public page',
		refusal: {
			gone: () => 'There is no such date, or it is not yours to change.',
			missing: () => 'Please fill this in.',
			'too-long': ({ max }: Detail) => `Too long: at most ${max} characters.`,
			over: () => 'This date is over and cannot be changed.',
			begun: () => 'Its start has gone by; move it to a new time instead.',
			stands: () => 'This date takes place as planned.',
			cancelled: () => 'This date is cancelled. Let it take place again first.',
			postponed: () => 'This date is postponed already.',
			'event-off': () => 'The whole event is cancelled or postponed; restore the whole event.',
			'move-each': () => 'Move dates one by one.',
			'no-time': () => 'Please give a day and time there is.',
			past: () => 'The new time has gone by.',
			far: () => 'The new time is too far away: three years at most.',
			'end-before-start': () => 'The end must be after the start.',
			'venue-asked': () =>
				'Not moved: the manager of the venue has not agreed to this time. They are asked now; come back once they agree.',
			'venue-open': () =>
				'The venue request for this time still waits for an answer. Come back once it is agreed.',
			'venue-declined': () => 'The manager of the venue declined this time. Choose another.',
			'same-time': () => 'That is the time it has already.'
		} as Record<string, (d: Detail) => string>
	},
	signups: {
		title: 'Sign-ups',
		lead: 'Who signed up and who waits, date by date. Names and contacts are opened only when needed, and each opening is recorded.',
		date: 'Date',
		state: 'State',
		all: 'All',
		code: 'Code',
		find: 'Find',
		states: {
			confirmed: 'Confirmed',
			waiting: 'Waiting',
			offered: 'Seat offered',
			drawn: 'Awaits the draw',
			cancelled: 'Cancelled',
			refused: 'Cancelled by the organizer',
			lapsed: 'Lapsed'
		},
		total: (n: number, heads: number) => `${n} sign-up${s(n)}, ${heads} people`,
		none: 'No sign-ups like this.',
		noDates: 'This event has no dates yet.',
		table: 'Sign-ups',
		columns: {
			turn: 'Place in line',
			code: 'Code',
			state: 'State',
			heads: 'People',
			came: 'Came',
			zone: 'Zone',
			seats: 'Seats',
			at: 'Signed up',
			name: 'Name',
			mail: 'Mail',
			phone: 'Phone',
			group: 'Group',
			date: 'Date',
			answers: 'Answers'
		},
		seatCounts: 'Seats',
		seatCount: (zone: string, taken: number, capacity: number, waiting: number) =>
			`${zone ? `${zone}: ` : ''}${taken} of ${capacity} seats taken, ${waiting} people waiting`,
		group: 'group',
		show: 'Show names and contacts',
		shown: 'Names and contacts are shown; this was recorded.',
		hide: 'Hide them',
		mayNotReach: 'You see numbers and order, not names and contacts.',
		deleted: 'deleted on its day',
		refuse: 'Cancel this sign-up',
		refuseWhy: 'Reason (stands in the mail to them)',
		confirm: 'Cancel it',
		refused: (code: string) => `Sign-up ${code} is cancelled; those waiting were asked in order.`,
		export: 'Export',
		persons: 'With names, contacts and answers',
		personsHelp: 'An export is recorded. Delete the list when it is no longer needed.',
		xlsx: 'Download XLSX',
		csv: 'Download CSV',
		file: 'sign-ups',
		refusal: {
			gone: () => 'There is no such sign-up, or it is not yours to change.',
			missing: () => 'Please give a reason.',
			'too-long': ({ max }: Detail) => `Too long: at most ${max} characters.`,
			came: () => 'Somebody has checked in with it already.'
		} as Record<string, (d: Detail) => string>
	},
	mails: {
		title: 'Write to people',
		lead: 'To those who signed up for a date, one by one through the outbox; they do not see each other.',
		date: 'Date',
		to: 'To whom',
		audience: {
			confirmed: 'Those with seats',
			waiting: 'Those who wait',
			everyone: 'Everybody who is signed up'
		},
		text: 'Text (Chinese)',
		textEn: 'Text (English)',
		textHelp: (max: number) =>
			`At most ${max} characters, one paragraph. Subject, greeting, time, place and the link to their page are filled in.`,
		textEnHelp: 'For those who signed up in English; left empty, they get the Chinese text.',
		look: 'Look at it first',
		ahead: 'Please check before it goes',
		aheadCount: (signUps: number, mails: number) =>
			`To ${signUps} sign-up${s(signUps)}; ${mails} left a mail address and get this mail.`,
		noMails: 'Nobody gets it: there is no such sign-up, or none left an address.',
		send: (mails: number) => `Send ${mails} mail${s(mails)}`,
		sent: (mails: number) => `Handed to the outbox: ${mails} mail${s(mails)}.`,
		past: 'Sent before',
		none: 'Nothing was sent to the people of this event yet.',
		kinds: {
			reminder: 'Reminder',
			cancelled: 'Cancellation',
			postponed: 'Postponement',
			moved: 'New time',
			restored: 'Takes place again',
			'note-confirmed': 'To those with seats',
			'note-waiting': 'To those who wait',
			'note-everyone': 'To everybody signed up'
		} as Record<string, string>,
		columns: { at: 'Time', kind: 'Kind', date: 'Date', state: 'Progress' },
		laid: 'All in the outbox',
		writing: 'Going into the outbox',
		due: 'Not due yet',
		outbox: 'See deliveries in the outbox',
		mayNot: 'You may not write to these people; ask the organizer of the event.',
		refusal: {
			gone: () => 'There is no such date, or it is not yours.',
			missing: () => 'Please fill this in.',
			'too-long': ({ max }: Detail) => `Too long: at most ${max} characters.`,
			nobody: () => 'Nobody would get this mail.',
			often: () => 'The same mail was sent a moment ago; please wait a minute.',
			control: () => 'There are invisible control characters in the text; please delete them.'
		} as Record<string, (d: Detail) => string>
	}
} satisfies typeof zh;
