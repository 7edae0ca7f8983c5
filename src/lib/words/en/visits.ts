import type { visits as zh } from '../zh/visits';

const heads = (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`;

export const visits: typeof zh = {
	title: 'Group visits',
	titleFor: (name) => `Visit ${name}`,
	lead: 'Choose a free time, say how many come and how to reach you. No account is needed.',
	steps: {
		title: 'How it works',
		list: [
			'You send a request',
			'The place offers a time and tells you',
			'You open the link and confirm: the visit is agreed'
		]
	},
	rules: {
		title: 'Good to know',
		slot: (minutes) => `A visit takes ${minutes} minutes`,
		largest: (n) => `A group has at most ${heads(n)}`,
		batch: (n) => `Guided in batches of ${n}`,
		cutOff: (days) =>
			days ? `At least ${days} working ${days === 1 ? 'day' : 'days'} ahead` : 'Also for today',
		ahead: (days) => `Up to ${days} days ahead`,
		letter: (n) => `A letter with a seal from ${heads(n)} on`,
		note: 'From the place'
	},
	notOpen: 'Group visits cannot be requested here at present.',
	noSlots: 'There are no free times in the coming days.',
	noHours: 'This place has not published its opening hours yet, so no visit can be requested.',
	call: (phone) => `You may ask by telephone: ${phone}`,
	slots: 'When would you like to come',
	slotsHelp: 'These times are free now. The time the place offers you counts.',
	room: (n) => `room for ${n}`,
	later: 'Later days',
	earlier: 'Back to the nearest days',
	aboutGroup: 'Your group',
	aboutYou: 'How to reach you',
	kind: 'Kind of group',
	kinds: {
		unit: 'Office or company',
		school: 'School',
		community: 'Village or neighbourhood',
		family: 'Family or friends',
		other: 'Other'
	},
	group: 'Name of the group',
	groupHelp: 'For example the name of the office, school or village.',
	heads: 'How many come',
	headsHelp: (n) => `At most ${heads(n)}.`,
	liaison: 'Contact person',
	phone: 'Telephone',
	email: 'E-mail',
	reachHelp:
		'Telephone or e-mail, at least one. With an e-mail address you hear at once when a time is offered.',
	note: 'Anything the place should know (optional)',
	noteHelp: 'For example other times that suit you, or a wheelchair. At most 500 characters.',
	reports:
		'Reports about violations of discipline belong to 12388 (telephone, or www.12388.gov.cn). They are not taken and not kept here.',
	letter: 'Letter with a seal',
	letterOptional: 'Letter with a seal (optional)',
	letterHelp: 'PDF, JPEG or PNG, up to 5 MB. It can also be sent later.',
	letterFrom: (n) => `Needed from ${heads(n)} on. PDF, JPEG or PNG, up to 5 MB.`,
	agree: (days) =>
		`I agree that the place uses this name and contact to arrange the visit. They are deleted within ${days} days after it.`,
	send: 'Send the request',
	trap: 'Please leave this empty',
	problem: (n) =>
		`Not sent yet: ${n} ${n === 1 ? 'thing needs' : 'things need'} changing. What you typed is still here; choose the letter again.`,

	own: {
		title: 'Group visit',
		keep: 'Your request was received. Please keep this address (bookmark or screenshot): with it you follow, confirm or cancel. Do not pass it on.',
		mailed: 'The same link was sent to your e-mail address.',
		code: 'Number',
		codeHelp: 'Say this number when you call.',
		state: {
			asked: 'Waiting for a time',
			offered: 'Please confirm',
			confirmed: 'Agreed',
			declined: 'Not arranged',
			cancelled: 'Cancelled',
			came: 'Visited',
			missed: 'Did not come',
			lapsed: 'Not confirmed in time'
		},
		lead: {
			asked: 'The place will offer you a time and tell you.',
			offered: 'The place keeps this time for you. Please confirm before it is due.',
			confirmed: 'Please be on time. If you cannot come, cancel early, so that others can.',
			declined: 'We are sorry: this visit could not be arranged.',
			cancelled: 'This visit was cancelled.',
			came: 'Thank you for coming.',
			missed: 'The place noted that this visit did not take place.',
			lapsed:
				'It was not confirmed in time and the slot was given back. The place may offer another; you may also cancel and ask again.'
		},
		place: 'Place',
		when: 'Time',
		wish: 'Time you wished for',
		heads: 'How many come',
		people: heads,
		batches: (n, batch) => `in ${n} batches of up to ${batch}`,
		group: 'Group',
		due: 'Please confirm before',
		until: (when) => `${when} (China time)`,
		reason: 'Reason',
		letter: 'Letter',
		letterState: {
			none: 'none',
			waiting: 'received, the file is being checked',
			clear: 'received',
			found: 'the file had a virus and was not taken; please send another'
		},
		note: 'From the place',
		confirm: 'Confirm the visit',
		calendar: 'Add to calendar',
		changeTitle: 'Change how many come',
		change: 'Save',
		letterTitle: 'Send the letter',
		letterAgain: 'Send another letter',
		sendLetter: 'Send',
		cancelTitle: 'Cancel',
		cancelLead: 'The time is then given to others and cannot be had back.',
		cancelSure: 'I want to cancel this visit',
		cancel: 'Cancel the visit',
		deleted: 'Contact and letter were deleted on their day.',
		forget: (day) => `Contact and letter will be deleted on ${day}.`,
		done: {
			asked: 'The request was sent.',
			confirm: 'Confirmed: the visit is agreed.',
			heads: 'The number was changed.',
			letter: 'The letter was received.',
			cancel: 'Cancelled.'
		},
		toPlace: 'About the place',
		again: 'Request another visit',
		icsSummary: (place) => `Group visit: ${place}`,
		icsText: (code, n) => `Number ${code}, ${heads(n)}.`
	},

	refusal: {
		choose: () => 'Please choose one.',
		closed: () => 'The place is closed then. Please choose one of the times listed.',
		past: () => 'This time is over.',
		'cut-off': ({ days, first }) =>
			days
				? `Requests are needed ${days} working ${days === 1 ? 'day' : 'days'} ahead; the first possible day is ${first}.`
				: `This time is over; the first possible day is ${first}.`,
		'too-far': ({ days }) => `Only ${days} days ahead can be requested.`,
		full: () => 'There is not enough room left then. Choose another time or fewer people.',
		'bad-heads': () => 'Please say how many come, in digits, at least 1.',
		'too-many': ({ max }) =>
			`A group has at most ${max} people. For more, request several visits or call the place.`,
		missing: () => 'Please fill this in.',
		reach: () => 'Telephone or e-mail, at least one: otherwise nobody can reach you.',
		'bad-phone': () => 'Please give a telephone number that reaches you.',
		'bad-address': () => 'Please give one correct e-mail address.',
		'too-long': ({ max }) => `Too long: at most ${max} characters.`,
		accusation: () =>
			'Reports about violations are not taken here and were not kept. Please turn to 12388 or www.12388.gov.cn; if you only want to visit, leave this out and send again.',
		'letter-missing': ({ from }) => `Groups of ${from} and more need a letter with a seal.`,
		'letter-kind': () => 'Please choose a PDF, JPEG or PNG file.',
		'letter-size': () => 'The file is larger than 5 MB; please make it smaller.',
		'no-letter': () => 'Please choose a file.',
		agree: () => 'Without it the place cannot reach you, so the request cannot be sent.',
		'not-open': () => 'Group visits cannot be requested here at present.',
		'too-often': () => 'Too many requests; this one was not kept. Please try again in ten minutes.',
		gone: () => 'There is no such visit.',
		ended: () => 'This visit is over and cannot be changed.',
		'offer-over': () => 'It was due earlier; the time was given back.',
		'not-offered': () => 'No time has been offered yet; there is nothing to confirm.',
		begun: () => 'The visit has begun and cannot be changed. Please turn to the place.',
		sure: () => 'Please tick “I want to cancel this visit” first.'
	}
};
