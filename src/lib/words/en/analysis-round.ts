import type { analysisRound as source } from '../zh/analysis-round';

const n = (value: number) => value.toLocaleString('en-GB');

export const analysisRound = {
	title: 'Analysis of the scores',
	lead: (entries, scores, jurors) =>
		`${n(entries)} entries, ${n(scores)} scores, ${n(jurors)} jurors. What is reckoned here is for the office to look at: it changes no result of the rule and removes no score.`,
	running: 'The round is still open; the figures below change with every score.',
	apart: {
		'stands-apart':
			'You have an entry in this edition: until the release you see no scores, means or ranks.',
		judges: 'You judge in this edition: until the round is closed you see no scores of others.'
	} as Record<string, string>,
	notCalibrated: 'Nothing was calibrated',
	why: {
		'no-scores': () => 'There are no scores yet.',
		'no-number': () => 'A score is not a number; find out why first.',
		'one-juror': () =>
			'Only one juror has scored. Nobody else saw the same entries, so severity cannot be told from quality.',
		'few-entries': ({ entries, least }: { entries: number; least: number }) =>
			`Only ${n(entries)} entries have scores; at least ${n(least)} are needed.`,
		'all-equal': ({ points }: { points: number }) =>
			`All scores are ${points}: they say nothing about differences between entries.`,
		'no-shared-entry': () =>
			'No entry was seen by two jurors, so their severity cannot be compared.',
		'few-scores': ({ single, entries }: { single: number; entries: number }) =>
			`${n(single)} of ${n(entries)} entries have one score only: too few to calibrate.`,
		'not-connected': ({ groups }: { groups: string }) =>
			`The jury falls into groups that share no entry, so a strict juror cannot be told from a weak entry. Assign some entries to jurors of different groups. ${groups}`
	},
	part: (jurors, entries) => `[${jurors}; ${n(entries)} entries] `,
	pointless: 'This round is decided by lists or by yes and no: there are no points to calibrate.',
	group: 'Group',
	show: 'Show',
	side: {
		title: 'Three ways side by side',
		lead: 'Places by the plain mean, by the mean without highest and lowest, and by calibrated points. Entries whose places differ much deserve a second look. What counts is the place by the rule.',
		entry: 'Entry',
		scores: 'Scores',
		rule: 'By the rule',
		mean: 'Mean',
		trimmed: 'Trimmed',
		calibrated: 'Calibrated',
		interval: 'Rank interval',
		chance: 'Chance to be in',
		selected: 'goes on',
		open: 'open',
		untrimmed: 'too few scores, nothing left out',
		place: (place) => `no. ${n(place)}`,
		range: (low, high) => (low === high ? n(low) : `${n(low)}–${n(high)}`),
		sortBy: 'Sorted by',
		sorts: {
			rule: 'place by the rule',
			mean: 'mean',
			trimmed: 'trimmed mean',
			calibrated: 'calibrated points',
			doubt: 'most uncertain first',
			change: 'largest change of place first'
		},
		xlsx: 'Download as XLSX'
	},
	cut: {
		title: 'How sure is the cut',
		lead: (wrong, unsure) =>
			`By the scores there are, about ${wrong} entries on the shortlist do not belong there; for ${n(unsure)} entries the chance to be in lies between 5 % and 95 %.`,
		across: 'Calibrated rank',
		up: 'Chance to be in (%)',
		sure: 'Above 95 %',
		likely: '50–95 %',
		unlikely: '5–50 %',
		out: 'Below 5 %',
		inside: 'Above the cut',
		outside: 'Below the cut',
		band: 'Chance to be in'
	},
	near: {
		title: 'Rank intervals around the cut',
		lead: 'A bar is where the rank lies nine times out of ten, the dot the calibrated rank. Entries whose bar crosses the cut cannot be decided from these scores.'
	},
	jury: {
		title: 'Severity of the jurors',
		lead: 'Dots are estimates, bars two standard errors. Strict is to the right. Severity is neither right nor wrong; calibration has taken it out.',
		restless: 'Distance from the others (1 is usual)',
		perTen: 'Change over ten entries (points)',
		constant: (labels) =>
			`${labels} gave the same points to everything. These scores are kept, but they decide next to nothing.`
	},
	pairs: {
		title: 'Who disagrees with whom',
		lead: (apart, chance) =>
			`How far two jurors are from each other on the same entries once severity is out; 1 is usual. ${n(apart)} pairs are unusually far; about ${n(chance)} would be by chance alone.`,
		steps: ['close', 'usual', 'apart', 'far apart'],
		apart: 'unusual',
		none: 'cannot be compared',
		pair: 'Jurors',
		shared: 'Shared',
		difference: 'Mean difference',
		correlation: 'Correlation',
		excess: 'Distance (1 is usual)',
		matrix: 'Jurors with jurors',
		of: (a, b) => `${a}, ${b}`
	},
	order: {
		title: 'Does the order of watching matter',
		perTen: 'Ten entries later',
		firstFive: 'The first five of each juror',
		said: (points, se) => `${points} points (standard error ${se})`,
		none: 'No effect to be seen.',
		there: 'More than two standard errors: worth a look.',
		unknown: 'The order of watching is not recorded.'
	},
	outliers: {
		title: 'Scores far from the others',
		lead: (found, chance) =>
			`${n(found)} scores lie far from what the others let expect. One in a hundred does by chance, here about ${n(chance)}. A hint only; nothing is removed.`,
		none: 'No score lies far from the others.',
		given: 'Given',
		expected: 'Expected',
		distance: 'Distance (st. dev.)',
		more: (rest) => `${n(rest)} more are in the table for download.`
	},
	repeats: {
		title: 'The same entry twice',
		lead: (count, own, drift) =>
			`${n(count)} entries were shown again, unsaid, to the same juror: between the two looks of one person the standard deviation is ${own} points, and the second is ${drift} points higher on average.`,
		none: 'No entry was shown twice in this round.'
	},
	sheet: {
		side: 'Three ways',
		jurors: 'Jurors',
		pairs: 'Pairs of jurors',
		outliers: 'Far scores'
	}
} satisfies typeof source;
