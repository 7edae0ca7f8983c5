import type { decision as zh } from '../zh/decision';

/** Deciding on a round, prizes, and the release. */
export const decision: typeof zh = {
	title: 'Deciding on the round',
	lead: 'The rule proposes, the committee may differ where the rule leaves it room. Decisions stay unseen until all of them are released at once.',
	apart:
		'You have to do with an entry of this edition: you see no scores and take no part in deciding until the results are released.',
	rule: {
		title: 'First: decide by the rule',
		lead: 'Writes down a decision for each entry as the sealed rule says. What the committee decided otherwise stays.',
		go: 'Decide on all entries by the rule',
		done: (written, open) =>
			open
				? `${written} decisions written; ${open} entries are equal and wait for the committee.`
				: `${written} decisions written.`
	},
	list: {
		title: 'One by one',
		caption: 'Entries with place, what the rule proposes and what is decided',
		filter: 'Show',
		filters: {
			all: 'All',
			open: 'Undecided',
			tied: 'Equal, for the committee',
			advance: 'Going on',
			award: 'Prize',
			stop: 'Not selected',
			differs: 'Other than the rule'
		},
		total: (n) => (n === 1 ? '1 entry' : `${n} entries`),
		none: 'No entry fits.',
		column: {
			place: 'Place',
			entry: 'Entry',
			category: 'Category',
			figure: 'Figure',
			rule: 'The rule says',
			decision: 'Decision',
			act: 'Act'
		},
		shared: 'shared',
		noFigure: 'No score',
		tie: (by) => `equal, placed by ${by}`,
		change: 'Decide',
		changeOf: (title) => `Decide on “${title}”`,
		pages: 'Pages',
		earlier: 'Earlier',
		later: 'Later'
	},
	tie: {
		criterion: 'one criterion',
		mean: 'the mean',
		median: 'the median',
		highest: 'the highest score',
		lowest: 'the lowest score',
		lot: 'lot',
		committee: 'the committee'
	},
	verdict: { advance: 'Goes on', stop: 'Not selected', award: 'Prize' },
	tied: 'Equal: the committee decides',
	undecided: 'Not decided yet',
	origin: {
		rule: 'by the rule',
		committee: 'by the committee',
		objection: 'after an objection'
	},
	one: {
		title: 'The committee decides',
		verdict: 'Decision',
		prize: 'Prize',
		noPrize: 'No prize',
		why: 'Reason',
		whyHelp: 'Needed where it differs from the rule; kept in the record. Please no personal data.',
		save: 'Save the decision',
		drop: 'Take this decision back',
		saved: 'The decision is saved.',
		dropped: 'The decision is taken back.',
		back: 'Back to all entries'
	},
	notes: {
		title: 'Deliberation',
		lead: 'What the committee said before it decided. Only the office reads it.',
		text: 'Note',
		add: 'Add a note',
		none: 'No notes yet.',
		added: 'Noted.',
		round: 'On the round'
	},
	release: {
		title: 'Last: release',
		lead: 'It takes two people: one asks, another checks and confirms. Then all decisions take effect together, and entrants are told by mail.',
		precheck: 'Check before the release',
		entries: 'Entries',
		mails: 'Mails that will go out',
		silent: 'Entries nobody can be told of by mail',
		open: 'Undecided',
		differing: 'Other than the rule',
		vacant: 'Vacant',
		prizes: 'Prizes',
		given: (n, most) => `${n} of ${most}`,
		vacancies: (n) => `${n} vacant`,
		ready: 'Nothing speaks against it: the release can be asked for.',
		ask: 'Ask for the release',
		asked: (who, when) =>
			`${who} asked for the release on ${when}. Somebody else has to confirm it.`,
		yours: 'You asked for the release; somebody else has to confirm it.',
		confirm: 'Confirm the release',
		confirmLead: 'It cannot be taken back.',
		sure: 'I have checked the numbers, prizes and vacancies above',
		takeBack: 'Take the request back',
		tookBack: 'The request is taken back.',
		done: (when, told) => `Released on ${when}; ${told} mails went out.`,
		next: 'Next: the public notice'
	},
	prizes: {
		title: 'Prizes',
		lead: 'From the highest down. A place nobody reaches stays vacant and goes to no other prize.',
		prize: (n) => `Prize ${n}`,
		zh: 'Name (Chinese)',
		en: 'Name (English)',
		most: 'How many',
		each: 'so many in each category',
		least: 'Least figure',
		leastHelp: 'Below it the prize stays vacant; empty for none.',
		categories: 'For categories',
		allCategories: 'All categories',
		add: 'Add a prize',
		remove: 'Remove this prize',
		up: 'Move up',
		save: 'Save the prizes',
		saved: 'The prizes are saved.',
		none: 'No prizes yet.'
	},
	refusal: {
		sure: 'Please check, and tick the box above.',
		gone: 'This is not there any more; somebody may have dealt with it. Please reload.',
		'not-closed': 'The round is not closed yet, or is released already.',
		'stands-apart': 'You have to do with an entry of this edition and take no part in deciding.',
		'rule-decides': 'This round is decided by the rule; the committee decides only between equals.',
		missing: 'Please fill this in.',
		'too-long': 'Too long; please write less.',
		unknown: 'Please choose one of those listed.',
		'too-many': 'There are no places of this prize left.',
		'other-category': 'This prize is not for the category of this entry.',
		undecided: 'Some entries are not decided on.',
		'no-prizes': 'The last round needs prizes first.',
		'figures-moved':
			'Figures changed after a decision was made. Please decide by the rule again and check.',
		'scores-touched':
			'Some scores do not agree with the record of acts; nothing is released until that is clear.',
		prove: 'Please prove again who you are before a release.',
		'not-asked': 'Nobody has asked for a release.',
		'second-person': 'Who asks cannot confirm.',
		stale: 'Something changed meanwhile; please check again.',
		released: 'The results are released and cannot change.',
		given: 'A prize that was given cannot be removed.',
		double: 'This name is there twice.',
		'choose-one': 'Choose at least one.',
		'too-small': 'This number is too small.',
		'too-large': 'This number is too large.',
		'bad-number': 'Please give a whole number.',
		'bad-value': 'Something is wrong with this.'
	},
	prove: 'Prove who you are',
	counted: (sentence, n) => `${sentence} (${n})`
};
