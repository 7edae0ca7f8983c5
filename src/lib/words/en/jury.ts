import type { jury as zh } from '../zh/jury';
import { office, paper } from './jury-papers';
import { rule, ties } from './jury-rules';
import { refusals } from './jury-refusals';

/** The jury’s desk; loaded by its pages alone. */
export const jury: typeof zh = {
	title: 'Jury desk',
	lead: 'Entries assigned to you. Score each by yourself, and lock it when you are done.',
	nothing: 'Nothing is assigned to you now.',
	nothingHow:
		'Before judging begins the organizer puts you on the panel and assigns entries; you will be told.',
	time: {
		days: 'd',
		hours: 'h',
		minutes: 'min',
		seconds: 's',
		left: 'Left until the close',
		leftSpoken: (d, h, m) =>
			[d && `${d} days`, h && `${h} hours`, `${m} minutes`].filter(Boolean).join(' ')
	},
	youAre: 'In this edition you are called ',
	phase: {
		before: (opens) => (opens ? `Judging begins ${opens}` : 'Judging has not begun'),
		open: (closes) => (closes ? `Judging until ${closes}` : 'Judging is under way'),
		over: (closed) => (closed ? `Judging ended ${closed}` : 'Judging is over')
	},
	progress: {
		label: 'Progress',
		done: (n, all) => `${n} of ${all} scored`,
		locked: (n) => `${n} locked`,
		minutes: (n) => `about ${n} min of film left`,
		none: 'Every film is scored',
		allLocked: 'All scored, all locked. Thank you.'
	},
	go: {
		begin: 'Begin',
		on: 'Go on',
		look: 'Look',
		rules: 'Rules of the round',
		stage: 'To live scoring'
	},
	rule,
	ties,
	queue: {
		title: 'Entries',
		filter: 'Filter',
		filters: { all: 'All', todo: 'To do', begun: 'Begun', done: 'Scored', locked: 'Locked' },
		code: 'Code',
		category: 'Category',
		length: 'Length',
		score: 'My score',
		state: 'State',
		sample: 'Sample',
		minutes: (n) => `${n} min`,
		noFilm: 'no film',
		rank: (n) => `place ${n}`,
		none: 'No entries here.',
		waits: 'Entries appear here when judging begins.',
		next: 'Next to score',
		lockAll: (n) => `Lock the ${n} scored`,
		lockAllSure: 'You cannot change locked sheets yourself.',
		lockedAll: (n) => `${n} locked.`,
		leftOpen: 'These were not locked:',
		sheet: 'Score sheet (print, sign)',
		back: 'Back to the desk',
		kept: (n) => `${n} sheets on this device have not reached the server:`,
		keptHow:
			'Opening an entry sends them. While you are offline, do not clear the browser or sign out.',
		sampleFirst: 'Please score the samples first.'
	},
	verdict: { yes: 'Yes', no: 'No' },
	entry: {
		title: (code) => `Entry ${code}`,
		of: (n, all) => `${n} of ${all}`,
		before: 'Previous',
		after: 'Next',
		list: 'Entries',
		about: 'About the entry',
		noTitle: '(no title)',
		ai: 'Declared use of AI',
		noAi: 'Declared: no AI was used',
		aiUnsaid: 'Nothing declared',
		aiUsed: 'Declared: AI was used',
		aiNote: 'Note',
		aiKinds: {
			script: 'script',
			picture: 'pictures',
			video: 'video',
			voice: 'voice',
			music: 'music',
			face: 'faces',
			translation: 'translation, captions',
			other: 'other'
		},
		files: 'Attachments',
		kept: (title) =>
			`${title}: its properties may name its makers. They are being cleared or cannot be, so it is kept back while judging is anonymous.`,
		people: 'Made by',
		unit: 'Unit',
		yes: 'Yes',
		no: 'No',
		over: 'Judging is over and the entry is not played any more. Your scores stay here.',
		noFilm: 'This entry has no film.',
		filmWaits: 'The film is still being prepared; please come back later.'
	},
	sheet: {
		title: 'Score',
		weight: (n) => `${n}%`,
		mark: (name) => `Points for ${name}`,
		slider: (name) => `${name}: drag to score`,
		points: 'points',
		less: 'One less',
		more: 'One more',
		take: (n) => `Take ${n}`,
		anchors: 'What it means',
		scale: (min, max) => `${min}–${max} points`,
		total: 'Total',
		totalOpen: 'not yet',
		totalLater: 'when all are ranked',
		verdict: 'This entry',
		rank: 'Place among your entries',
		rankHelp: '1 is the best; places may be shared',
		comment: 'Comment',
		commentHelp:
			'For the organizer, and for other jurors where the round says so. No names, please.',
		characters: (n, most) => `${n} / ${most} characters`,
		save: 'Save',
		lock: 'Lock the sheet',
		lockSure: 'You cannot change it yourself afterwards. Lock it?',
		sure: 'Lock it',
		notYet: 'Not yet',
		locked: 'Locked',
		lockedAt: (when) => `Locked ${when}. To change it, ask the organizer.`,
		savedNow: 'Saved',
		saved: (when) => `Saved, ${when}`,
		saving: 'Saving…',
		waiting: 'You are offline. The score is kept on this device and sent when the line is back.',
		signedOut:
			'Your session ended. The score is kept on this device; sign in again and it will be sent.',
		signIn: 'Sign in again',
		refusedKept: 'This score did not count. It is still on this device, to be read:',
		wrong: 'Something is not right, so nothing was saved:',
		restored: 'A score that had not been sent was found again.',
		drop: 'Delete this copy',
		typedOffline: (when) => `typed offline ${when}, sent later`
	},
	clash: {
		title: 'Two versions',
		lead: 'This sheet was changed elsewhere (another window or device). Please choose one:',
		here: 'Typed here',
		there: 'On the server',
		useHere: 'Use what is here',
		useThere: 'Use what is on the server',
		empty: '(empty)'
	},
	watched: {
		label: 'Watched',
		share: (percent) => `${percent}% watched`,
		need: (percent) => `at least ${percent}% asked`,
		enough: 'enough',
		bar: (percent) => `${percent}% of the film watched`,
		declare: 'My browser cannot tell what I watched; I have watched it all',
		open: 'Begin to watch (starts the clock)'
	},
	notes: {
		title: 'Notes',
		lead: 'Note what you see; you can jump back to the moment.',
		at: (clock) => `Note at ${clock}`,
		whole: 'on the whole entry',
		jump: (clock) => `Go to ${clock}`,
		criterion: 'On which criterion',
		none: 'any',
		text: 'Note',
		second: 'Moment (min:s)',
		shared: 'Show it to other jurors',
		sharedMark: 'seen by other jurors',
		add: 'Keep the note',
		drop: 'Delete',
		others: 'Remarks of other jurors',
		empty: 'No notes yet.'
	},
	others: {
		title: 'Scores of other jurors',
		none: 'No other juror has locked a score yet.',
		sample: 'Talking about the sample: everybody’s scores and comments'
	},
	history: {
		title: 'History of my sheet',
		acts: {
			save: 'saved',
			lock: 'locked',
			unlock: 'unlocked by the organizer',
			recuse: 'recused',
			aside: 'set aside'
		},
		when: 'When',
		act: 'What',
		total: 'Total',
		why: 'Reason: '
	},
	recuse: {
		open: 'Recuse yourself',
		title: 'Recusal',
		lead: 'If you are tied to the people or the unit, or cannot judge fairly for another reason, recuse yourself. The entry goes to somebody else and you will not see it again.',
		why: 'Reason',
		done: (code) => `You recused yourself from ${code}.`,
		sure: 'Recuse myself',
		cancel: 'Stay'
	},
	keys: {
		title: 'Keys',
		open: 'Keys',
		close: 'Close',
		on: 'Use single-key shortcuts',
		list: [
			['1–9', 'go to that criterion'],
			['↑ ↓', 'one point more or less in a field'],
			['Enter', 'next criterion'],
			['Space', 'play or pause'],
			['N', 'next entry'],
			['M', 'note at this moment'],
			['R', 'recuse'],
			['?', 'show keys']
		]
	},
	refusal: refusals,
	paper,
	office
};
