import type { judgingPlan as zh } from '../zh/judging-plan';

type Options = Record<string, Record<string, string>>;

/** What every input of a round’s plan is called and means, by its name without the numbers of rows. */
export const judgingPlan = {
	label: {
		about: 'What the round is called',
		'about.title': 'Name of the round',
		judge: 'How it is scored',
		'judge.method': 'Method',
		'judge.scale': 'Scale',
		'scale.min': 'Lowest mark',
		'scale.max': 'Highest mark',
		'scale.decimals': 'Decimals',
		criteria: 'Criteria',
		'criteria.title': 'Name',
		'criteria.weight': 'Weight',
		'criteria.about': 'About',
		anchors: 'What marks mean',
		'anchors.at': 'Mark',
		'anchors.text': 'What deserves it',
		reckon: 'How it is reckoned',
		perEntry: 'Jurors who score each entry',
		aggregate: 'How scores become one figure',
		'reckon.trimming': 'Leaving out highest and lowest',
		'trimming.high': 'Highest left out',
		'trimming.low': 'Lowest left out',
		'trimming.from': 'Only from so many scores',
		ties: 'What decides between equal figures',
		'ties.rule': 'Compare',
		choose: 'How many go on',
		'choose.selection': 'Places',
		'selection.within': 'Places are counted by',
		'selection.count': 'Places of each group',
		'selection.least': 'Least figure',
		'selection.quotas': 'Other numbers for single groups',
		decides: 'Who decides',
		see: 'Who sees what',
		names: 'Names and units of entrants',
		others: 'Scores of other jurors',
		talk: 'Jurors may write to each other',
		desk: 'How jurors watch',
		watch: 'Share of a film to be watched before a score is locked',
		sample: 'Entries scored together first',
		repeats: 'Share of entries shown again',
		deal: 'How entries are dealt',
		expertise: 'Only to jurors who know the category',
		townConflict: 'Jurors do not judge their own town',
		'deal.adaptive': 'Further scores',
		'adaptive.on': 'Ask for more scores near the cut',
		'adaptive.most': 'At most so many scores an entry',
		dates: 'Dates',
		opensAt: 'Opens',
		closesAt: 'Closes'
	},
	hint: {
		'about.title': 'For example: first round, second round, final. Jurors and the public see it.',
		'scale.decimals': 'How many decimals a mark may have.',
		criteria: 'All weights together are 100.',
		'criteria.weight': 'A whole percent.',
		anchors: 'Say in a sentence what a 60, a 75 and a 90 are, and jurors will measure more alike.',
		perEntry:
			'More jurors are more exact, and more work: with 2,500 entries, 40 jurors and 3 scores each, a juror has about 188.',
		'trimming.from':
			'With fewer scores nothing is left out: the plain mean stands, and the result says so. More than are left out together.',
		ties: 'Compared from top to bottom until one is ahead. A lot follows from public chance; where nothing decides, places are shared, and at the cut the committee votes.',
		'selection.count': 'Empty for any number: only the least figure decides.',
		'selection.least':
			'What stays below does not go on, and places may stay vacant. Empty for none.',
		'selection.quotas':
			'Only groups with another number than above. They are listed once “counted by” is saved.',
		talk: 'Useful only where jurors see scores of others; what they write is kept.',
		watch: '0% asks nothing. Only what was really played counts; skipping does not.',
		sample:
			'All jurors score the same few entries first and discuss them. These scores do not count. 0 for none.',
		repeats:
			'An entry comes to the same juror again later, unannounced, to see how steady they are; it does not count. At most 5%.',
		expertise: 'The list of jurors says which categories each knows.',
		townConflict: 'Own unit, own works and relatives always bar a juror; that needs no switch.',
		'adaptive.on': 'When all first scores are in, further ones go where the cut is uncertain.',
		closesAt:
			'No score is taken from this moment, by the server’s clock. Once sealed it can only be moved to later, with a reason.'
	},
	option: {
		'judge.method': {
			weighted: 'Weighted criteria',
			'yes-no': 'Yes or no',
			ranking: 'Ranking',
			stage: 'Live on stage'
		},
		'judge.method.means': {
			weighted: 'A mark for each criterion, summed by weight. The usual one.',
			'yes-no': 'Pass or not; the figure is the share of yes in percent. For a first sifting.',
			ranking: 'Each juror puts their entries in order; places become points. For a final of few.',
			stage: 'For speeches: one after the other, scored at once, shown on the big screen.'
		},
		'scale.decimals': { '0': 'Whole', '1': 'One decimal', '2': 'Two decimals' },
		aggregate: {
			mean: 'Mean',
			trimmed: 'Mean without highest and lowest',
			calibrated: 'Calibrated'
		},
		'aggregate.means': {
			mean: 'All scores summed, divided by their number. Anybody can do it again.',
			trimmed:
				'Highest and lowest are left out before the mean, so that single extremes matter less. Needs more scores an entry.',
			calibrated:
				'Takes out how strict or mild each juror is. Where that cannot be told (no shared entries, for example) the mean stands instead, and the result says so.'
		},
		'ties.rule': {
			mean: 'Mean',
			median: 'Median',
			highest: 'The highest score',
			lowest: 'The lowest score',
			lot: 'A lot (by public chance)',
			committee: 'A vote of the committee'
		},
		'selection.within': {
			all: 'All together',
			category: 'Category',
			channel: 'Channel',
			town: 'Town'
		},
		decides: { rule: 'The rule alone', committee: 'The committee, after discussion' },
		'decides.means': {
			rule: 'Scores and rule say who goes on; the office can only confirm.',
			committee: 'The rule proposes; the committee may differ, with a reason each time.'
		},
		names: { hidden: 'Hidden', shown: 'Shown' },
		'names.means': {
			hidden: 'Jurors see a code and the film, no authors and no units.',
			shown: 'Jurors see authors and units. Usually only on stage.'
		},
		others: { never: 'Never', 'after-own': 'After their own', always: 'Always' },
		'others.means': {
			never: 'Everybody judges alone.',
			'after-own': 'Once their own score is locked, they see those of others for that entry.',
			always: 'For judging by discussion. Scores influence each other.'
		}
	} as Options,
	unit: { 'criteria.weight': '%', perEntry: '', 'adaptive.most': '' },
	nth: {
		'judge.criteria': (n: number) => `Criterion ${n}`,
		'judge.criteria.anchors': (n: number) => `Meaning ${n}`,
		'reckon.ties': (n: number) => `Step ${n}`
	},
	add: {
		'judge.criteria': 'Add a criterion',
		'judge.criteria.anchors': 'Add a meaning',
		'reckon.ties': 'Add a step'
	},
	meanOf: (title: string) => `Mean of “${title}”`,
	weights: (sum: number) => `Weights: ${sum}`,
	weightsOff: (sum: number) =>
		sum < 100 ? `Weights: ${sum}, ${100 - sum} to go` : `Weights: ${sum}, ${sum - 100} too many`,
	refusal: {
		'not-hundred': () => 'All weights together must be 100.',
		'off-scale': () => 'Outside the lowest and highest mark.',
		'nothing-left': () =>
			'Nothing would be left without highest and lowest: raise “only from so many scores”.',
		'too-few-to-trim': () =>
			'Fewer scores an entry than “only from so many scores”: nothing would ever be left out. Ask for more jurors, or lower that number.',
		unknown: () => 'This criterion is not there any more; choose again.',
		'must-be-last': () => 'A lot or a vote can only come last.',
		'too-fine': () => 'Two decimals at most.',
		'not-with-method': () => 'This method cannot be calibrated.',
		'is-sealed': () => 'The rule is sealed and cannot be changed.',
		'is-open': () => 'The round is being judged and cannot be changed.',
		'is-closed': () => 'The round is closed and cannot be changed.',
		'is-released': () => 'The round is released and cannot be changed.'
	}
} satisfies typeof zh;
