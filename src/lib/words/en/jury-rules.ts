import type { rule as zhRule, ties as zhTies } from '../zh/jury-rules';

/** The rules of a round in plain words, and declarations. */
export const rule: typeof zhRule = {
	title: 'How this round is judged',
	use: 'What becomes of your scores',
	weighted: (n, min, max, decimals) =>
		`Score each of ${n} criteria from ${min} to ${max}${
			decimals ? `, with at most ${decimals} decimals` : ', in whole points'
		}; the total follows from their weights.`,
	yesNo: 'Say yes or no to each entry.',
	ranking: 'Put your entries in order, 1 being the best.',
	stage: 'Score each criterion while it happens; the total follows from their weights.',
	perEntry: (n) => `Each entry is scored by ${n} jurors.`,
	mean: 'The figure of an entry is the mean of its totals.',
	trimmed: (high, low, from) =>
		`With ${from} scores or more, the ${high} highest and the ${low} lowest are left out before the mean is taken.`,
	calibrated:
		'Differences in severity between jurors are evened out: a strict or a generous juror neither harms nor helps an entry.',
	count: (n, within) => `The best ${n} ${within}go on.`,
	within: {
		all: '',
		category: 'of each category ',
		channel: 'of each channel ',
		town: 'of each town '
	},
	least: (n) => `Below ${n} points nothing goes on; places may stay vacant.`,
	hidden: 'Entries carry codes. Authors and units are not shown; please do not ask.',
	shown: 'Authors and units are shown.',
	never: 'You do not see the scores of other jurors, nor they yours.',
	'after-own': 'Once you have locked your sheet you see what others have locked for that entry.',
	always: 'You see the scores others have locked.',
	talk: 'Jurors may leave each other remarks on entries.',
	watch: (percent) => `At least ${percent}% of a film must be watched before its sheet is locked.`,
	sample: (n) =>
		`First come ${n} sample entries that all jurors score. Once locked, everybody’s scores and comments show, to agree on the scale.`,
	committee: 'The committee decides in the end.',
	locked:
		'A locked sheet you cannot change yourself; the organizer can unlock it for a reason that is kept.',
	recorded:
		'Every save, lock and unlock goes into a log that cannot be changed unseen. When results are published, every digit can be recomputed.',
	names: 'Published scores carry your label, not your name.'
};

export const ties: typeof zhTies = {
	title: 'Declaration of interests',
	lead: 'Before judging, name units, towns and persons you are tied to. Entries of theirs will not come to you.',
	needed: 'Please declare your interests before your first round, even if you have none.',
	go: 'Declare',
	again: 'Change the declaration',
	kinds: {
		unit: 'Units',
		unitHelp:
			'Where you work, hold office or collaborate, or did in the last three years; one a line',
		town: 'Towns',
		townHelp: 'Towns you hold office or live in and should stand apart from',
		family: 'Family',
		familyHelp: 'Relatives who might enter; one name a line',
		teacher: 'Teachers and students',
		teacherHelp: 'Teachers or students of yours who might enter; one name a line',
		interest: 'Others with an interest',
		interestHelp: 'Partners, superiors, staff; one name a line'
	},
	save: 'Save the declaration',
	none: 'I have no unit, town or person to stand apart from',
	saved: 'The declaration is saved.',
	declaredAt: (day) => `Declared ${day}`,
	personal:
		'Used only to keep you apart from entries; seen by those who organize the judging, never published.'
};
