import type { analysis as source } from '../zh/analysis';

export const analysis = {
	asTable: 'As a table',
	unknown: '—',
	entry: 'Entry',
	juror: 'Juror',
	rank: 'Rank',
	low: 'Best rank',
	high: 'Worst rank',
	chance: 'Chance to be in (%)',
	severity: 'Severity (points)',
	se: 'Standard error',
	scale: 'Spread of points',
	scoresHad: 'Scores',
	cutLine: (cut: number) => `Cut: rank ${cut}`,
	usualJuror: 'Usual juror',
	jurorNo: (n: number) => `Juror ${String(n).padStart(2, '0')}`,
	entryNo: (n: number) => `Entry ${String(n).padStart(4, '0')}`,
	simulation: {
		title: 'Judging, simulated',
		lead: 'A computer makes up a contest: the true quality of every entry is known beforehand, jurors are strict or mild and err at times. The same contest is judged in several ways, to see which finds more of the good entries. It shows how the ways differ; it says nothing about real jurors.',
		choose: 'Choose a made-up contest',
		variant: 'Kind',
		variants: {
			usual: 'The usual',
			noisy: 'Jurors who err more',
			even: 'Jurors of nearly equal severity',
			heavy: 'Now and then a wild score',
			panels: 'Ten closed panels',
			small: 'A small contest'
		},
		seed: 'Number',
		seedNo: (n: number) => `No. ${n}`,
		run: 'Judge it',
		world: (entries: string, jurors: number, shortlist: number) =>
			`${entries} entries, ${jurors} jurors, a shortlist of ${shortlist}. The same number always gives the same result.`,
		pending: 'Being reckoned; it takes about ten seconds. The page comes again by itself.',
		plans: 'What each way of judging finds',
		plansLead: (shortlist: number, top: number) =>
			`“Found” is the share of the true best ${shortlist} that are on the shortlist; “lost” is how many of the true best ${top} are not.`,
		plan: 'Way of judging',
		plansOf: {
			'mean-3': 'Mean, 3 each',
			'median-3': 'Median, 3 each',
			'z-3': 'Standardised by juror, 3 each',
			'calibrated-3': 'Calibrated, 3 each',
			'mean-5': 'Mean, 5 each',
			'trimmed-5': 'Without highest and lowest, 5 each',
			'calibrated-5': 'Calibrated, 5 each',
			'adaptive-3': 'Calibrated with a second wave: 2 each, the rest where it is uncertain'
		},
		scores: 'Scores',
		caught: 'Found',
		lost: 'Lost',
		correlation: 'Correlation with true ranks',
		perEntry: 'Scores an entry',
		perJuror: 'Scores a juror',
		refused: 'refused',
		reach: (least: number, most: number) => (least === most ? `${least}` : `${least}–${most}`),
		whyRefused: (parts: string) =>
			`The jury falls into groups (of ${parts} jurors) that share no entry. Nobody can tell a strict juror from a weak entry, so calibration is refused and the reason given. Standardising each juror’s scores would here do worse than the plain mean.`,
		truth: 'Is a stated chance kept?',
		truthLead:
			'Across is the chance that was stated, up is the share that truly belongs. Points on the line mean that the chances can be believed; larger points stand for more entries.',
		stated: 'Stated chance (%)',
		seen: 'Truly belong (%)',
		many: 'Entries',
		band: (from: number, to: number) => `${from}–${to}%`,
		near: 'Rank intervals around the cut',
		nearLead:
			'A bar is where the rank lies nine times out of ten, the dot is the calibrated rank, the small diamond the true one. Entries whose bar crosses the cut cannot be decided from these scores.',
		trueRank: 'True rank',
		judges: 'Severity of the jurors',
		judgesLead:
			'Dots are estimates, bars two standard errors, small diamonds the truth. Strict is to the right.',
		trueSeverity: 'True severity (points)',
		spent: 'Where the second wave went',
		spentLead: 'Two scores are enough for most entries; the others go where the cut is.',
		scoresEach: (n: number) => `${n} scores`,
		entries: 'Entries',
		all: 'All twenty-four together',
		allLead: (done: number, of: number) => `${done} of ${of} are reckoned; these are their means.`,
		judgeAll: 'Judge all of them',
		going: 'Being reckoned one after the other; the page comes again by itself.',
		failed: 'This one could not be reckoned. Please try again.'
	}
} satisfies typeof source;
