import type { judgingPapers as zh } from '../zh/judging-papers';

export const judgingPapers: typeof zh = {
	title: 'Documents',
	lead: 'Made from what the judging recorded. Minutes and announcement are drafts: download, edit and stamp them.',
	announcement: {
		name: 'Announcement of the winners',
		lead: 'The released awards. Who did not agree to be named in public stands with one sign of the name.',
		title: (contest, edition) => `Winners of the ${contest}, ${edition}`,
		body: (contest, edition, n) =>
			`The judging of the ${contest}, ${edition}, is complete. After judging and public notice, ${n} entries have won:`,
		none: 'No award was released yet.',
		prize: (title, n) => `${title} (${n})`,
		vacant: (n) => `${n} not awarded.`,
		heads: ['No.', 'Entry number', 'Entry', 'Authors (unit)'],
		verify: (address) => `Certificates can be checked at ${address}.`,
		date: 'Date:',
		prizeHead: 'Award',
		file: 'announcement'
	},
	minutes: {
		name: 'Minutes of the judging',
		lead: 'Jurors, entries, rules, recusals and results of each round are filled in from the record; discussion and signatures are left blank.',
		title: (contest, edition) => `Minutes of the judging: ${contest}, ${edition}`,
		heads: ['Item', 'Content'],
		round: (n, title) => `Round ${n}: ${title}`,
		time: 'Time',
		place: 'Place',
		chair: 'Chair',
		present: 'Jurors',
		jurors: (n, labels) => `${n}: ${labels}`,
		left: (n) => `of whom ${n} left on the way`,
		field: 'Entries',
		works: (n) => `${n}`,
		rule: 'Rule',
		ruleText: (method, aggregate, each) =>
			`${method}, ${each} jurors an entry, ordered by ${aggregate}`,
		trimming: (high, low, from) =>
			`of ${from} scores or more the highest ${high} and lowest ${low} are left out`,
		ties: 'Ties',
		tie: {
			criterion: 'one criterion',
			mean: 'the mean',
			median: 'the median',
			highest: 'the highest score',
			lowest: 'the lowest score',
			lot: 'a lot from the public seed',
			committee: 'a vote of the committee'
		},
		noTies: 'places are shared',
		hash: 'Fingerprint of the sealed rule',
		scores: 'Scores',
		scored: (done, all) => `${done} of ${all} given`,
		recused: (n) => `${n} recused`,
		moved: (n) => `${n} moved`,
		decided: 'Result',
		verdicts: (advance, award, stop) =>
			[
				advance ? `${advance} advance` : '',
				award ? `${award} awarded` : '',
				stop ? `${stop} not chosen` : ''
			]
				.filter(Boolean)
				.join(', ') || 'not released yet',
		committee: (n) => `${n} of them by the committee`,
		discussion: 'Discussion',
		signatures: [
			'Chair (signature)',
			'Minutes (signature)',
			'Observer (signature)',
			'Organizer (seal)'
		],
		date: 'Date:',
		none: 'No round has closed yet.',
		file: 'minutes'
	},
	scores: {
		name: 'Score tables',
		lead: 'Every score, the figure and the place of each entry. Jurors by label; rounds not released only for organizers without a stake.',
		title: (contest, edition) => `Scores: ${contest}, ${edition}`,
		round: (n, title) => `Round ${n}: ${title}`,
		heads: ['Place', 'Number', 'Entry', 'Category', 'Scores', 'Figure', 'Result'],
		place: 'Place',
		number: 'Number',
		entry: 'Entry',
		category: 'Category',
		figure: 'Figure',
		result: 'Result',
		out: ' (left out)',
		verdict: { advance: 'advances', stop: 'not chosen', award: 'awarded' },
		pending: 'not released',
		by: (aggregate) => `The figure is the ${aggregate}, to four decimals, halves up.`,
		none: 'No round can be summed up yet.',
		file: 'scores'
	},
	method: {
		weighted: 'weighted criteria',
		'yes-no': 'yes or no',
		ranking: 'ranking',
		stage: 'live scoring'
	},
	aggregate: { mean: 'mean', trimmed: 'trimmed mean', calibrated: 'calibrated score' },
	open: 'open',
	to: 'to',
	pdf: 'PDF',
	xlsx: 'table (XLSX)',
	made: (day) => `Made on ${day}`,
	comma: ', ',
	names: ', '
};
