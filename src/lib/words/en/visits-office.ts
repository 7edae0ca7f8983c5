import type { visitsOffice as zh } from '../zh/visits-office';

const count = (n: number) => n.toLocaleString('en');
const people = (n: number) => `${count(n)} ${n === 1 ? 'person' : 'people'}`;

/** Long because it is one table of words. */
export const visitsOffice: typeof zh = {
	title: 'Visits',
	total: (n) => `${count(n)} ${n === 1 ? 'request' : 'requests'}`,
	tabs: { inbox: 'Requests', calendar: 'Calendar', places: 'Plans of places', export: 'Export' },
	shelf: {
		waiting: 'Waiting for you',
		offered: 'Waiting for the group',
		coming: 'Coming',
		unmarked: 'To be marked',
		over: 'Over'
	},
	none: {
		waiting: 'No request waits.',
		offered: 'No offer waits for an answer.',
		coming: 'No group is coming.',
		unmarked: 'No visit is to be marked.',
		over: 'Nothing is over yet.'
	},
	state: {
		asked: 'New',
		offered: 'Waiting for the group',
		confirmed: 'Agreed',
		declined: 'Declined',
		cancelled: 'Cancelled',
		came: 'Came',
		missed: 'Did not come',
		lapsed: 'Not confirmed in time'
	},
	kind: {
		unit: 'Office or company',
		school: 'School',
		community: 'Village or neighbourhood',
		family: 'Family or friends',
		other: 'Other'
	},
	place: 'Place',
	allPlaces: 'All places',
	show: 'Show',
	column: {
		group: 'Group',
		place: 'Place',
		when: 'Time',
		heads: 'Heads',
		state: 'State',
		asked: 'Asked'
	},
	people,
	wished: 'wish',
	deleted: '(deleted on its day)',
	due: (when) => `due ${when}`,
	letter: { waiting: 'letter being scanned', clear: 'letter', found: 'letter with a virus' },
	guidesOf: (names) => `Guides: ${names}`,
	guidesMissing: (n) => (n === 1 ? '1 guide is missing' : `${n} guides are missing`),

	one: {
		title: (code) => `Visit ${code}`,
		back: 'Back to requests',
		kind: 'Kind',
		heads: 'Heads',
		batches: (n, batch) => `in ${n} batches of ${batch}`,
		wish: 'Wished for',
		slot: 'Slot',
		place: 'Place',
		asked: 'Asked',
		due: 'Answer due',
		closed:
			'By its present hours the place is closed then. Offer another slot, or call it off and say why.',
		contact: 'Contact',
		phone: 'Telephone',
		email: 'E-mail',
		note: 'Note',
		gone: 'Contact and letter were deleted on their day.',
		forget: (day) => `Contact and letter are deleted on ${day}`,
		viewed: 'That you opened this page stands on the record.',
		letter: 'Letter',
		letterNone: 'none',
		letterGet: 'Download the letter',
		letterWaiting: 'being scanned; it can be downloaded afterwards',
		letterFound: 'a virus was found; it cannot be downloaded',
		ended: { group: 'by the group', office: 'by the office' },
		reason: 'Reason',
		came: (n) => `${people(n)} came`,

		offer: {
			title: 'Offer a slot',
			again: 'Offer another slot',
			lead: 'The room is kept for the group, which is asked to confirm in time.',
			leadAgain: 'The group has to confirm anew; the former slot is free at once.',
			label: 'Slot',
			choose: 'Please choose',
			wishMark: 'wished for',
			wishGone: 'What the group wished for is full or closed by now.',
			none: 'No free slot is large enough for this group. Change the plan, or decline with a reason.',
			send: 'Offer and tell the group'
		},
		confirm: {
			title: 'Confirm for the group',
			lead: 'If the group said yes over the telephone, note it here.',
			send: 'Note as confirmed'
		},
		many: {
			title: 'Change how many come',
			lead: 'If the group telephoned, note it here. More people still need room in the slot.',
			send: 'Save'
		},
		guides: {
			title: 'Guides',
			lead: (n) => `This group comes in ${n} ${n === 1 ? 'batch' : 'batches'}.`,
			busy: 'leads another group then',
			none: 'No guides are listed for this place yet.',
			toList: 'Add some',
			send: 'Save guides'
		},
		decline: {
			title: 'Decline',
			lead: 'The group is told why.',
			label: 'Reason',
			send: 'Decline and tell the group'
		},
		cancel: {
			title: 'Call it off',
			lead: 'The group is told why; the room is free at once.',
			label: 'Reason',
			send: 'Call off and tell the group'
		},
		mark: {
			title: 'Mark the visit',
			lead: 'More or fewer may have come than were announced.',
			label: 'How many came',
			came: 'They came',
			missed: 'Nobody came'
		},
		noMail: 'The group left no e-mail address: please call.',
		done: {
			offer: 'The slot was offered.',
			confirm: 'Noted as confirmed.',
			heads: 'The number was changed.',
			guides: 'Guides were saved.',
			decline: 'Declined.',
			cancel: 'The visit was called off.',
			came: 'Marked.',
			missed: 'Marked as not come.'
		}
	},

	calendar: {
		title: 'Calendar of visits',
		month: 'Month',
		week: 'Week',
		before: { month: 'Month before', week: 'Week before' },
		after: { month: 'Next month', week: 'Next week' },
		today: 'Today',
		none: 'No visits in this time.',
		weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
		closed: 'closed',
		holiday: (name) => name,
		free: (heads) => `room for ${heads}`,
		full: 'full',
		total: (visits, heads) =>
			`${count(visits)} ${visits === 1 ? 'visit' : 'visits'}, ${people(heads)}`,
		weekOf: (from, to) => `${from} to ${to}`,
		choosePlace: 'Choose a place to see how much room each slot has.'
	},

	places: {
		title: 'Plans of places',
		lead: 'Which places take groups, and how. Opening hours are changed with the place itself.',
		open: 'Takes requests',
		shut: 'Paused',
		never: 'No plan',
		edit: 'Change the plan',
		make: 'Start taking requests',
		none: 'There is no place of yours.'
	},

	plan: {
		title: 'Plan of visits',
		open: 'Takes requests of groups',
		openHelp: 'The page of the place then leads to the form.',
		number: {
			slot: 'Minutes of one visit',
			batch: 'Heads in a batch (one guide leads it)',
			parallel: 'Batches in one slot at the same time',
			largest: 'Heads of the largest group',
			cutOff: 'Working days ahead',
			ahead: 'Days ahead that can be requested',
			hold: 'Working days the group has to confirm',
			letterFrom: 'Heads from which a letter is needed (empty: never)'
		},
		room: (heads) => `This way one slot has room for ${people(heads)}.`,
		zh: 'What groups should know (Chinese)',
		en: 'What groups should know (English, optional)',
		noteHelp: 'Where to meet, parking, lockers. Shown with the form and after confirming.',
		save: 'Save the plan',
		hours: 'Opening hours',
		hoursLead:
			'Slots follow one another from the opening on; days that differ are laid out as they differ.',
		noHours: 'This place has no opening hours yet, so there are no slots. Publish them first.',
		toHours: 'Change them with the place',
		preview: 'Slots that can be requested next',
		previewNone: 'No slot can be requested in the coming days.',
		toPublic: 'The form as the public sees it',
		guides: 'Guides',
		guidesLead: 'Only the name used at work. Only staff see this list.',
		noGuides: 'No guides yet.',
		name: 'Name',
		add: 'Add',
		remove: (name) => `Remove ${name}`,
		removeShort: 'Remove',
		done: {
			plan: 'The plan was saved.',
			add: 'The guide was added.',
			remove: 'The guide was removed.'
		}
	},

	export: {
		title: 'Export by month',
		lead: 'All requests of a month, also declined and cancelled ones, by the day of the visit (or the day wished for).',
		month: 'Month',
		persons: 'With contacts, telephone, e-mail and notes',
		personsHelp: 'Only where it is needed. The export stands on the record.',
		xlsx: 'Export XLSX',
		csv: 'Export CSV',
		numbers: 'The month in numbers',
		file: (month) => `visits-${month}`,
		caption: (month) => `Visits in ${month} by place`,
		columns: {
			place: 'Place',
			asked: 'Requests',
			agreed: 'Agreed',
			came: 'Visits',
			heads: 'Heads',
			missed: 'Did not come',
			ended: 'Declined or cancelled'
		},
		sum: 'Total'
	},

	wrong: 'Not saved:',
	refusal: {
		choose: () => 'Please choose one.',
		closed: () => 'The place is closed then. Please choose one of the slots listed.',
		past: () => 'This time is over.',
		full: () => 'This slot has no room for the group. Please choose another.',
		'too-many': ({ max }) =>
			`A group here has at most ${max} people; change the plan of the place first.`,
		missing: () => 'Please fill this in.',
		'too-long': ({ max }) => `Too long: at most ${max} characters.`,
		'bad-heads': () => 'Please say how many, in digits, at least 1.',
		busy: ({ name }) => `${name} leads another group then.`,
		gone: () => 'There is no such request, or it is not yours.',
		ended: () => 'This request is over and cannot be changed.',
		'offer-over': () => 'The group did not confirm in time; offer a slot again.',
		'not-offered': () => 'No slot has been offered yet.',
		begun: () => 'The visit has begun: mark whether the group came.',
		'not-yet': () => 'The visit has not begun yet.',
		refused: () => 'Only the group can do this.',
		'not-open': () => 'This place has no plan of visits.',
		'bad-number': ({ min, max }) => `Please give a whole number from ${min} to ${max}.`,
		'beyond-slot': ({ room }) =>
			`One slot has room for ${room} (heads of a batch times batches); a group cannot be larger.`,
		'below-held': ({ day, time, need }) =>
			`On ${day} at ${time} ${need} batches are promised already; change that visit first.`,
		'chinese-first': () => 'Please write the Chinese text first.',
		'there-already': () => 'This name is on the list already.',
		'guides-full': ({ max }) => `At most ${max}.`,
		'not-scanned': () => 'The letter was not scanned yet, or has a virus.',
		month: () => 'There is no such month.'
	}
};
