import type { signupOffice as zh } from '../zh/signup-office';

export const signupOffice: typeof zh = {
	title: 'Sign-up',
	lead: 'How people sign up, how many seats there are, and what is asked. What people were promised when they signed up is not taken away.',
	none: 'Nobody can sign up for this event yet. Once this is saved, its public page has a form.',
	events: 'Events',
	event: 'Back to the event',
	join: 'Open the public form',
	counts: (n) =>
		`${n.signUps} sign-up${n.signUps === 1 ? ' stands' : 's stand'}: ${n.heads} people have seats, ${n.waiting} wait${n.drawn ? `, ${n.drawn} await the draw` : ''}.`,
	how: 'How seats are given',
	mode: { order: 'In order of sign-up', draw: 'By a public draw after sign-up has closed' },
	modeHelp:
		'A draw: once sign-up has closed the list is sealed and drawn with a public seed, so that anybody can work it out again. If there are enough seats, everybody gets one.',
	open: 'Sign-up is open',
	capacity: 'Seats for each date (people)',
	capacityHelp: 'Leave it empty with parts of the hall: theirs are added up.',
	zones: 'Parts of the hall and seats',
	zonesHelp:
		'Leave empty for free seating. For numbered seats write one row to a line, such as “A 1-20” or “A 1-20 without 7,8”; seats are counted for you. Places for wheelchairs may be a part of their own.',
	zone: (n) => `Part ${n}`,
	zoneName: 'Chinese name',
	zoneNameEn: 'English name',
	zoneCapacity: 'Seats',
	zoneRows: 'Rows of seats',
	limits: 'Limits',
	mostHeads: 'Most people in one sign-up',
	perContact: 'Most sign-ups of one address or number for one date',
	contact: 'What contact is asked for',
	contacts: {
		either: 'E-mail or telephone',
		mail: 'E-mail is needed',
		phone: 'Telephone is needed'
	},
	times: 'Times',
	opensAt: 'When sign-up begins (Beijing time)',
	opensAtHelp: 'Empty: when the event is published.',
	closesBefore: 'Hours before the start at which it closes',
	cancelBefore: 'Hours before the start from which nobody cancels by themselves',
	list: 'Waiting list',
	waiting: 'Keep a waiting list once all seats are taken',
	fillGaps: 'Seats too few for a group in front go to the next whom they fit',
	fillGapsHelp:
		'Off: strictly in order. No group is passed over, and single seats may stay free longer.',
	offerHours: 'Hours in which an offer from the list must be taken',
	questions: 'Questions',
	questionsHelp:
		'Ask only what the event needs, and no identity numbers. Answers are kept encrypted and deleted on their day.',
	question: (n) => `Question ${n}`,
	label: 'Chinese',
	labelEn: 'English',
	kind: 'Answered by',
	kinds: { line: 'a line of text', choice: 'choosing from a list', yes: 'a tick' },
	options: 'Choices, one to a line',
	optionsEn: 'Choices in English, one to a line',
	required: 'Must be answered',
	after: 'Reminders and deletion',
	reminders: 'Hours before the start at which reminders are mailed, with commas',
	keepDays: 'Days after each date on which its personal details are deleted',
	save: 'Save',
	preview: 'Look at it first',
	previewTitle: 'The form as the public sees it',
	previewLead: 'Only to look at; it cannot be sent.',
	saved: 'Saved.',
	problem: 'Not saved. Please look at what is marked.',
	draw: 'Draw',
	drawNone:
		'Before sign-up closes you may name a public chance (the numbers of a lottery draw, for example), and after it type what it turned out to be. If none is named, the portal draws by itself once sign-up has closed.',
	chance: 'The public chance',
	chanceHelp: 'Leave no room for doubt: which draw, of which day, written how.',
	nameChance: 'Name it',
	words: 'What it turned out to be',
	run: 'Draw',
	drawn: 'Drawn.',
	sealed: (when) => `The list was sealed on ${when}.`,
	drawPage: 'The public page of the draw',
	refusal: {
		gone: () => 'This event cannot be found, or is not yours to change.',
		'changed-meanwhile': () => 'Somebody else changed this a moment ago. Please open it again.',
		unknown: () => 'Please choose one of those listed.',
		missing: () => 'Please fill this in.',
		'bad-range': ({ min, max }) => `Please give a whole number from ${min} to ${max}.`,
		'too-many': ({ max }) => `Too many: at most ${max}.`,
		'too-long': ({ max }) => `Too long: at most ${max} characters.`,
		twice: () => 'Two are the same.',
		rows: () =>
			'The rows cannot be read. One row to a line, such as “A 1-20”, and what is missing behind it: “A 1-20 without 7,8”.',
		'rows-twice': () => 'Two rows have the same name.',
		'rows-capacity': ({ seats, capacity }) =>
			`The rows have ${seats} seats, not ${capacity}. You may leave the number empty.`,
		options: ({ min, max }) => `A list has ${min} to ${max} choices.`,
		'below-signups': ({ taken, capacity, date }) =>
			`On ${date}, ${taken} people have seats already; there cannot be only ${capacity}.`,
		'below-waiting': ({ most, capacity, date }) =>
			`On ${date}, a party of ${most} is waiting for seats: there cannot be only ${capacity}.`,
		'zone-used': ({ taken, date }) =>
			`On ${date}, ${taken} people have seats in a part you removed.`,
		'seats-used': ({ date }) => `On ${date}, somebody has a seat that you removed.`,
		unseated: ({ date }) =>
			`On ${date}, people have signed up without numbered seats, so there can be none now.`,
		'mode-used': () => 'People have signed up already; how seats are given cannot change.',
		'keep-longer': ({ max }) =>
			`People signed up under the promise of ${max} days; their details cannot be kept longer.`,
		'draw-early': ({ hours }) =>
			`With a draw, sign-up closes at least ${hours} hours before the start, so that everybody can be told.`,
		'no-draw': () => 'Seats of this event are not drawn.',
		closed: () => 'Sign-up has closed; nothing can be named any more.',
		'not-sealed': () => 'The list is not sealed yet.',
		drawn: () => 'It has been drawn already.'
	}
};
