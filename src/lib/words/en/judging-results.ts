import type { judgingResults as zh } from '../zh/judging-results';

const count = (n: number) => n.toLocaleString('en-GB');

/** Words of a round’s result, of its tables, and of scores that are not what the log says. */
export const judgingResults = {
	title: 'Results',
	lead: 'By the sealed rule, from the scores there are. Every score, what was left out and how places came about stand here.',
	before: 'The round is not closed yet: what follows will change.',
	empty: 'No scores yet.',
	by: (what: string) => `Figure: ${what}`,
	refused: {
		'no-scores': 'No scores to calibrate yet.',
		'no-number': 'A score is no number, so nothing was calibrated: the mean stands.',
		'one-juror': 'There is one juror only, and nothing to compare: the mean stands.',
		'few-entries': 'Too few entries to calibrate: the mean stands.',
		'all-equal': 'All scores are equal, so nothing can be calibrated: the mean stands.',
		'no-shared-entry':
			'No entry was judged by two jurors, so nobody’s strictness can be told: the mean stands.',
		'few-scores': 'More than half of the entries have one score only: the mean stands.',
		'not-connected':
			'The jurors fall into groups that share no entry and cannot be compared: the mean stands.'
	},
	places: {
		all: 'All',
		given: (n: number, of: number | null) =>
			of === null ? `${count(n)} go on` : `${count(n)} go on, of ${count(of)} places`,
		open: (n: number) => `${count(n)} places wait for the committee`,
		vacant: (n: number) => `${count(n)} vacant`
	},
	columns: {
		place: 'Place',
		entry: 'Entry',
		group: 'Group',
		scores: 'Scores of the jurors',
		figure: 'Figure',
		on: 'Goes on'
	},
	on: 'goes on',
	off: '—',
	open: 'to be voted on',
	high: 'highest, left out',
	low: 'lowest, left out',
	untrimmed: 'Too few scores to leave any out',
	noScore: 'No score',
	tie: (what: string) => `Equal figures, decided by ${what}`,
	tied: 'Equal figures, not decided',
	ties: {
		mean: 'the mean',
		median: 'the median',
		highest: 'the highest score',
		lowest: 'the lowest score',
		lot: 'lot',
		committee: 'a vote of the committee'
	} as Record<string, string>,
	criterion: (title: string) => `“${title}”`,
	search: 'Find a code, number or title',
	go: 'Find',
	shown: (from: number, to: number, of: number) => `${from}–${to} of ${count(of)}`,
	previous: 'Previous',
	next: 'Next',
	export: 'Take along',
	csv: 'Table (CSV)',
	xlsx: 'Table (XLSX)',
	json: 'Rule and scores (JSON, to reckon again)',
	tally:
		'To reckon again: save the JSON and run npm run tally -- FILE. It lists figure and place of every entry and compares them with these.',
	hash: 'Fingerprint of the result (SHA-256)',
	fileName: (edition: string, round: string) => `${edition}-${round}-results`,
	sheet: 'Results',
	about: 'About',
	exported: {
		place: 'Place',
		code: 'Code',
		number: 'Number',
		title: 'Entry',
		category: 'Category',
		channel: 'Channel',
		town: 'Town',
		figure: 'Figure',
		mean: 'Mean',
		count: 'Scores',
		tie: 'Tie decided by',
		on: 'Goes on',
		trimmedOut: 'left out',
		juror: (label: string) => label.replace('评委', 'Juror')
	},
	touched: {
		title: 'Scores that are not what the log says',
		lead: 'These scores were changed in the database without a record. Nothing can be released before that is cleared up.',
		kinds: {
			changed: 'differs from its last record',
			history: 'its history was touched',
			unrecorded: 'a score without a record',
			gone: 'recorded, and not there any more'
		},
		columns: { entry: 'Entry', juror: 'Juror', what: 'What', logged: 'Log', found: 'Found' },
		parts: {
			sheet: 'sheet',
			total: 'total',
			state: 'state',
			revision: 'revision',
			entry: 'entry',
			juror: 'juror'
		} as Record<string, string>
	}
} satisfies typeof zh;
