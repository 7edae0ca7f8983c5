import type { judging as zh } from '../zh/judging';
import { judgingResults } from './judging-results';

type Detail = Record<string, string | number>;
const count = (n: number) => n.toLocaleString('en-GB');
const some = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

/** Words of the office’s pages on rounds, their rules and results; loaded there alone. */
export const judging = {
	results: judgingResults,
	title: 'Judging',
	lead: 'How many rounds an edition has, how they are scored and how many go on is set here. Once sealed nobody can change a rule, and the result follows from it.',
	none: 'There is no edition to judge yet. Publish one under “Contests” first.',
	simulation: 'Try ways of judging on simulated data',
	noRounds: 'No rounds yet',
	roundsOf: (n: number) => some(n, 'round', 'rounds'),
	states: {
		draft: 'being planned',
		sealed: 'sealed',
		open: 'being judged',
		closed: 'closed',
		released: 'released'
	},
	over: 'time is over',
	waiting: 'not begun yet',
	tabs: {
		rounds: 'Rounds',
		panel: 'Jurors',
		conflicts: 'Conflicts',
		prizes: 'Prizes',
		notice: 'Notice and objections',
		certificates: 'Certificates',
		documents: 'Papers',
		log: 'Log',
		archive: 'Archive'
	} as Record<string, string>,
	roundTabs: {
		'': 'Steps',
		plan: 'Rule',
		assignment: 'Assignment',
		progress: 'Progress',
		stage: 'Stage',
		results: 'Results',
		analysis: 'Analysis',
		decision: 'Decision'
	} as Record<string, string>,
	ladder: {
		title: 'Rounds',
		lead: 'Entries go from top to bottom. Once a round is released, those that go on come into the next by themselves.',
		ordinal: (n: number) => `Round ${n}`,
		entries: (n: number) => some(n, 'entry', 'entries'),
		jurors: (n: number) => some(n, 'juror', 'jurors'),
		each: (n: number) => `${some(n, 'score', 'scores')} each`,
		goOn: (n: number) => `${count(n)} go on`,
		goOnEach: (n: number) => `${count(n)} of each group go on`,
		goOnLeast: (points: number) => `from ${points} points on`,
		done: (n: number, of: number) => `${count(n)} of ${some(of, 'score', 'scores')}`,
		until: (at: string) => `closes ${at}`,
		noDates: 'no dates yet',
		empty:
			'No rounds yet. The easiest is to make them from the dates of the edition; an earlier edition can be copied too.',
		fromDates: (n: number) => `Make ${some(n, 'round', 'rounds')} from the dates`,
		fromEdition: 'Copy the rounds of an earlier edition',
		copyFrom: 'Edition to copy',
		add: 'Add a round',
		like: 'Like which round',
		fresh: 'The usual rule',
		make: 'Make it'
	},
	aggregates: {
		mean: 'mean',
		trimmed: 'mean without highest and lowest',
		calibrated: 'calibrated'
	},
	plan: {
		kept: 'Attachments kept from the jury',
		keptLead: (n) =>
			`This round names nobody. The properties of ${n} attachments may name their makers and are not cleared yet or cannot be (Word files, locked PDFs), so jurors do not get them. Ask for a plain PDF or a picture instead.`,
		title: 'Rule of this round',
		lead: 'Everything says what it means. It can be changed until it is sealed, and not after.',
		sealed: 'The rule is sealed. This is what was sealed; it cannot be changed.',
		remove: 'Delete this round',
		removeLead: 'Only the last round can be deleted, and only before it is sealed.',
		removeSure: 'Yes, delete it',
		groups: 'Group'
	},
	steps: {
		title: 'Steps',
		fix: {
			title: '1. Fix the rule',
			lead: 'The fingerprint (SHA-256) of the whole rule goes into the log. Whatever changes after that has to be fixed again, and the public sees how often it was.',
			chance: 'Public chance for draws',
			chanceHint:
				'Name a result that nobody knows now and everybody can look up later, such as “the draw of lottery no. 2026320” or “ten dice thrown by the supervisor”. Assignment and lots follow from it. Without one, only the log’s own fingerprint is used, and outsiders have to trust that nobody tried often.',
			go: 'Fix',
			again: 'Fix again',
			done: (times: number, at: string) => `fixed ${at} (${times}×)`,
			stale: 'Something changed since (rule, entries or jurors): fix it again before sealing.'
		},
		seal: {
			title: '2. Seal',
			lead: 'After this the rule cannot change; only its close may move to later. Entries get their codes, and the seed comes about and is public.',
			words: 'What the public chance turned out to be',
			wordsHint: (chance: string) => `Named when the rule was fixed: ${chance}`,
			wordsNone: 'No public chance was named, so there is nothing to enter here.',
			sure: 'Checked; sealing cannot be undone',
			go: 'Seal the rule',
			done: (at: string) => `sealed ${at}`
		},
		open: {
			title: '3. Open',
			lead: 'Deal the entries under “Assignment”, then open. Jurors may score from the opening date on.',
			go: 'Open',
			done: (at: string) => `opened ${at}`,
			assign: 'To the assignment'
		},
		close: {
			title: '4. Close',
			lead: 'At its date the round takes no more scores by itself. When all is done it may be closed earlier. Whole scores count, locked or not.',
			go: 'Close now',
			sure: 'I know what follows; close all the same',
			why: 'Why earlier',
			done: (at: string) => `closed ${at}`
		},
		release: {
			title: '5. Decide and release',
			lead: 'Check under “Decision” who goes on; two people release it together.',
			go: 'To the decision',
			done: (at: string) => `released ${at}`
		},
		extend: {
			title: 'Move the close',
			lead: 'Only to later. The reason goes into the log and onto the public page.',
			to: 'Until',
			why: 'Reason',
			go: 'Move it'
		},
		reopen: {
			title: 'Take scores again',
			lead: 'Before its release a round may be opened again where that is needed. Locked scores stay; open ones can be given.',
			to: 'Until',
			why: 'Reason',
			go: 'Open again'
		},
		said: {
			fix: 'Fixed; its fingerprint is in the log.',
			seal: 'Sealed; the seed has come about.',
			open: 'Open.',
			close: 'Closed.',
			extend: 'Moved.',
			reopen: 'Open again.',
			admit: 'Let in.',
			unadmit: 'Taken back.'
		} as Record<string, string>,
		moved: { extend: 'moved to', reopen: 'opened again until' }
	},
	lacks: {
		'before-not-released': () => 'The round before is not released, so nobody knows what comes in.',
		'no-field': () =>
			'No entries yet: the first round takes those that passed the check, later ones those that went on.',
		'no-panel': () => 'This round has no jurors yet.',
		'small-panel': ({ panel, perEntry }: Detail) =>
			`${panel} jurors are too few for ${perEntry} scores an entry.`,
		'no-close': () => 'No closing date: it has to be closed by hand.',
		'close-past': () => 'The closing date is over; change it first.',
		method: () => 'Something in the rule is not right yet; look at “Rule”.',
		'no-tasks': () => 'No entries are dealt to jurors yet.',
		'few-tasks': ({ n }: Detail) => `${n} entries have fewer jurors than the rule asks.`
	},
	ready: 'Nothing is missing.',
	stop: 'Needed',
	note: 'Worth knowing',
	missing: {
		title: 'If it closed now',
		open: (n: number) => `${some(n, 'score', 'scores')} would not be waited for.`,
		none: (n: number) =>
			`${some(n, 'entry', 'entries')} without any score: no place, and they do not go on.`,
		short: (n: number) =>
			`${some(n, 'entry', 'entries')} with fewer scores than planned: reckoned from those there are.`,
		untrimmed: (n: number) =>
			`${some(n, 'entry', 'entries')} with too few scores to leave any out: the plain mean.`,
		all: 'All scores are in.'
	},
	field: {
		title: 'Entries',
		now: (n: number) => `${some(n, 'entry', 'entries')} would come in now.`,
		sealed: (n: number) => `${some(n, 'entry', 'entries')}, settled when it was sealed.`,
		admit: 'Let an entry in directly',
		admitLead: 'For an entry that comes in without the round before; the reason stays in the log.',
		number: 'Number of the entry',
		why: 'Reason',
		go: 'Let it in',
		byHand: 'Let in directly',
		drop: 'Take back'
	},
	rule: {
		title: 'The published rule',
		lead: 'The rule, its fingerprint and the seed are public: anybody can reckon again.',
		hash: 'Fingerprint of the rule (SHA-256)',
		seed: 'Seed',
		seedFrom:
			'Seed = SHA-256 of the rule’s fingerprint, number of records and root at sealing, and the public chance',
		size: 'Records',
		root: 'Root of the log',
		chance: 'Public chance',
		words: 'What it was',
		none: 'none',
		times: (n: number) => `fixed ${n}× before it was sealed`,
		text: 'The whole rule',
		download: 'Rule and scores (JSON)',
		moved: 'Changed dates'
	},
	apart:
		'You (or your unit) have an entry in this edition, or you are one of its jurors and this round still takes scores. No score, mean or place is shown to you now.',
	refusal: {
		gone: () => 'This round is not there any more; load the page again.',
		missing: () => 'Please fill this in.',
		'too-long': ({ max }) => `Too long: at most ${max} characters.`,
		'too-many': ({ max }) => `At most ${max} rounds.`,
		'rounds-there': () => 'There are rounds already; add them one by one.',
		'no-rounds': () => 'That edition has no rounds to copy.',
		'not-last': () => 'Other rounds follow; delete those first.',
		'not-passed': () => 'No entry has this number, or it did not pass the check.',
		'all-in': () => 'The first round takes every entry that passed; none has to be added.',
		twice: () => 'This entry is in already.',
		'changed-meanwhile': () => 'Somebody changed the rule; look at it again.',
		'not-fixed': () => 'Fix the rule before sealing it.',
		'changed-since-fixed': () => 'Something changed since the rule was fixed: fix it again.',
		'none-named': () => 'No public chance was named, so nothing can be entered here.',
		'not-sure': () => 'Please tick that you are sure.',
		'not-readable': () => 'Please give a day and a time.',
		'not-later': () => 'It must be later than it is now.',
		'is-draft': () => 'The rule is not sealed yet.',
		'is-sealed': () => 'The rule is sealed already.',
		'is-open': () => 'The round is open already.',
		'is-closed': () => 'The round is closed.',
		'is-released': () => 'The round is released.',
		'stands-apart': () => 'You have an entry in this edition and may not do this.'
	} as Record<string, (detail: Detail) => string>
} satisfies typeof zh;
