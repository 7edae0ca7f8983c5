import type { results as zh } from '../zh/results';

/** Notices, objections and results as the public reads them. */
export const results: typeof zh = {
	contests: 'Contests',
	noticeTitle: 'Public notice',
	noticeLead: (edition) =>
		`Entries proposed for a prize of ${edition}. Whoever objects may say so while the notice runs.`,
	resultsTitle: 'Results',
	resultsLead: (edition) => `Prizes of ${edition}.`,
	notYet: 'There is no notice now.',
	noResults: 'The results are not final yet.',
	toResults: 'See the final results',
	toNotice: 'See the notice',
	period: 'Period',
	from: (when) => `published ${when}`,
	until: (when) => `until ${when}`,
	over: 'The period is over',
	final: (when) => `Made final on ${when}`,
	counted: {
		'working-days': (n) => (n === 1 ? '1 working day' : `${n} working days`),
		days: (n) => (n === 1 ? '1 day' : `${n} days`)
	},
	contact: 'Where to turn to',
	note: 'Note',
	again: (n) => `This is notice ${n}: an objection was upheld and the result changed.`,
	list: 'Proposed for a prize',
	winners: 'Prizes',
	columns: { number: 'Number', title: 'Entry', category: 'Category', unit: 'Sent by' },
	person: 'An individual',
	vacant: (n) => `${n} vacant`,
	none: 'No entry got this prize.',
	total: (n) => (n === 1 ? '1 entry' : `${n} entries`),
	rules: {
		title: 'The rule, and how to check it',
		lead: 'The rule was sealed before the first score; its digest (SHA-256) stands in the record of acts. Anybody can take the log and check the result on a computer of their own.',
		round: 'Round',
		hash: 'Digest of the rule',
		checkpoint: 'Latest signed checkpoint of the judging log',
		log: 'Get the judging log and check it'
	},
	objections: {
		title: 'Objections',
		open: (n) =>
			n
				? `Objections being dealt with: ${n}. Nothing is final before they are.`
				: 'No objection is being dealt with.',
		none: 'No objections were dealt with.',
		caption: 'Objections that were dealt with, and their outcome',
		columns: {
			entry: 'Entry',
			ground: 'About',
			state: 'Outcome',
			outcome: 'In words',
			figures: 'Score'
		},
		state: {
			dismissed: 'not taken up',
			upheld: 'upheld',
			rejected: 'rejected',
			received: 'waiting',
			judging: 'being judged again',
			withdrawn: 'taken back'
		},
		figures: (before, after) => `${before} → ${after}`,
		kept: (figure) => figure
	},
	file: {
		title: 'Object',
		lead: 'A person gives their real name; a unit adds a letter with its seal. Only the organizers see who you are, and it is deleted by its date.',
		report:
			'Reports about violations of discipline or law by officials belong to the supervision bodies: telephone 12388, www.12388.gov.cn. They are neither taken nor stored here.',
		closed: 'The period is over; objections are no longer taken.',
		number: 'Number of the entry',
		numberHelp: 'As it stands in the notice, for example 7-W-0001.',
		kind: 'Who objects',
		kinds: { person: 'A person', unit: 'A unit' },
		ground: 'About',
		grounds: {
			eligibility: 'It is not eligible',
			originality: 'It is not original, or uses the work of others',
			rule: 'It was not judged by the rule',
			figure: 'The score was reckoned wrongly',
			other: 'Something else'
		},
		name: 'Real name, or name of the unit',
		liaison: 'Who speaks for the unit',
		phone: 'Telephone',
		email: 'Email',
		text: 'What you object to',
		textHelp: 'Facts and grounds, 10 to 2,000 characters.',
		letter: 'Letter with the seal (units)',
		letterHelp: 'PDF, JPEG or PNG, 5 MB at most.',
		send: 'Send the objection',
		sent: 'The objection was sent',
		receipt: 'Receipt',
		due: (day) => `It will be answered by ${day}.`,
		receiptLead:
			'Please note this receipt. It is shown only now, and stands in the mail you get; with it you can see where things stand, or take the objection back before it is dealt with.'
	},
	follow: {
		title: 'Follow an objection',
		receipt: 'Receipt',
		look: 'Look',
		unknown: 'No such receipt; please check it.',
		entry: (number) => `on ${number}`,
		received: (when) => `received ${when}`,
		due: (day) => `to be answered by ${day}`,
		decided: (when) => `dealt with ${when}`,
		figures: (before, after) => `Score before ${before}, judged again ${after}`,
		withdraw: 'Take this objection back',
		withdrawn: 'The objection is taken back.'
	},
	entry: {
		number: 'Number',
		category: 'Category',
		unit: 'Sent by',
		prize: 'Prize',
		ai: 'This work contains material made or altered by AI',
		aiLead: 'Declared by its makers, used for: ',
		noFilm: 'The film is not shown in public.',
		film: 'Film',
		synopsis: 'Synopsis',
		lead: (title, prize) => (prize ? `${title}, ${prize}` : title),
		back: 'All prizes'
	},
	gallery: {
		title: 'Films to watch',
		lead: 'Films whose makers agreed, and which the organizers released, can be watched here.',
		watch: 'Watch',
		none: 'No films are shown now.'
	},
	refusal: {
		gone: 'This notice is over, or another took its place.',
		over: 'The period is over; objections are no longer taken.',
		unknown: 'Please choose one of those listed.',
		missing: 'Please fill this in.',
		'real-name': 'Please give your real name, or the full name of the unit.',
		'bad-phone': 'Please give a telephone number you can be reached at.',
		'bad-address': 'Please give a correct email address.',
		'too-long': 'Too long; please write less.',
		'too-short': 'Too short; please give facts and grounds.',
		accusation:
			'Reports about violations of discipline or law are not taken here. Please turn to 12388 or www.12388.gov.cn; if you object to the entry only, leave that out and send it again.',
		'unknown-number': 'There is no entry of this number.',
		'letter-kind': 'Please send a PDF, JPEG or PNG.',
		'letter-size': 'The file is larger than 5 MB.',
		'too-often': 'Too many at once; please try again in a while.',
		decided: 'This objection is being dealt with and cannot be taken back.',
		'unknown-receipt': 'No such receipt; please check it.'
	},
	problems: (n) =>
		n === 1
			? 'One thing needs mending; what you typed is still there.'
			: `${n} things need mending; what you typed is still there.`
};
