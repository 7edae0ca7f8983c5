import type { venuesOffice as zh } from '../zh/venues-office';

type Detail = Record<string, string | number>;
const count = (n: number) => n.toLocaleString('en-GB');
const things = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

export const venuesOffice = {
	title: 'Venue requests',
	lead: 'An event at a place somebody else manages cannot be published before they agree.',
	total: (n) => things(n, 'request', 'requests'),
	shelves: 'By state',
	shelf: {
		waiting: 'For you to answer',
		sent: 'Asked by you',
		others: 'For others to answer',
		over: 'Answered here'
	},
	none: {
		waiting: 'No request waits for your answer.',
		sent: 'You have not asked for a venue. Submitting an event at a place of somebody else asks by itself.',
		others: 'No request waits for anybody else.',
		over: 'No request has been answered yet.'
	},
	state: {
		asked: 'Waiting for an answer',
		granted: 'Agreed',
		partly: 'Agreed in part',
		declined: 'Declined',
		withdrawn: 'Withdrawn'
	},
	overridden: 'Decided by an operator',
	column: {
		event: 'Event',
		place: 'Place',
		when: 'When',
		heads: 'Expected',
		state: 'State',
		asked: 'Asked'
	},
	people: (n) => things(n, 'person', 'people'),
	unknown: 'Not said',
	more: (n) => `and so on, ${count(n)} dates`,
	clash: (n) => things(n, 'date clashes', 'dates clash'),
	nobody: 'a closed account',

	one: {
		pageTitle: (name) => `Venue request: ${name}`,
		place: 'Place',
		heads: 'Expected',
		planned: (n) => `${things(n, 'seat', 'seats')} for each date`,
		by: 'Asked by',
		asked: 'Asked at',
		answeredBy: 'Answered by',
		answered: 'Answered at',
		withdrawn: 'Withdrawn at',
		note: 'What the asker says',
		why: 'Answer',
		noManager: 'Nobody manages this place: organizers and operators answer.',
		toEvent: 'See the event',
		dates: 'Dates asked for',
		agreed: 'Agreed',
		notAgreed: 'Not agreed',
		clashes: 'Here at the same time:',
		kind: { event: 'Event', asked: 'Another venue request', visit: 'Group visit' },
		visit: (heads) => `A group of ${count(heads)}`,
		free: 'Nothing else found at this time',
		answer: {
			title: 'Answer',
			lead: 'The event can be published once you agree. The asker is told by mail, and the answer stands.',
			pick: 'Agree to which dates',
			label: 'To the asker',
			help: 'Say why when you decline, or agree to some dates only. 300 characters at most.',
			grant: 'Agree',
			grantPicked: 'Agree to the dates ticked',
			decline: 'Decline'
		},
		override: {
			title: 'Decide as an operator',
			lead: 'Only where the manager does not answer or declined, and the event has to take place here. Both sides are told the reason, and it is recorded.',
			label: 'Reason (needed)',
			send: 'Decide to use this place'
		},
		tell: {
			title: 'Add to the request',
			lead: 'Tell the manager how many people are expected, and what is needed.',
			send: 'Save'
		},
		again: {
			title: 'Ask again',
			lead: 'Asks once more for the dates the event has now. When you change the dates, submitting the event asks by itself.',
			send: 'Ask again'
		},
		fields: {
			heads: 'People expected (optional)',
			note: 'To the manager (optional)',
			noteHelp: 'For example time needed to set up, or sound. 300 characters at most.'
		},
		withdraw: {
			title: 'Withdraw the request',
			lead: 'The event cannot be published at this place then; submitting it again asks anew.',
			send: 'Withdraw the request'
		},
		past: 'Earlier requests',
		none: 'There is nothing for you to do here now.',
		done: {
			grant: 'Agreed; the asker is told.',
			decline: 'Declined; the asker is told.',
			override: 'Decided; both sides are told.',
			withdraw: 'The request is withdrawn.',
			again: 'Asked again; the manager is told.',
			tell: 'Saved.'
		} as Record<string, string>
	},

	wrong: 'Not saved:',
	refusal: {
		gone: () => 'There is no such request, or its event or place is gone.',
		'not-yours': () => 'You do not manage this place and cannot answer.',
		answered: () => 'Somebody has answered this request; see the result.',
		withdrawn: () => 'This request was withdrawn; no answer is needed.',
		'still-open': () => 'The request still waits for an answer.',
		'nothing-wanted': () =>
			'The event has no date to ask for here now: its dates or its venue may have changed, or are over.',
		choose: () => 'Tick at least one date; to agree to none, press “Decline” and say why.',
		missing: () => 'Say why, so that the asker knows what to do.',
		'too-long': ({ max }: Detail) => `Too long: ${max} characters at most.`,
		'bad-heads': ({ max }: Detail) => `Write the number of people in digits, 1 to ${max}.`
	}
} satisfies typeof zh;
