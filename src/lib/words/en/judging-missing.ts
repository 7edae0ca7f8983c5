import type { missing as zh } from '../zh/judging-missing';

/** Words of the page that says which scores a round still lacks. */
export const missing = {
	title: 'Missing scores',
	lead: 'Entries with the fewest scores first; choose a juror to see only what they owe. No score is shown here.',
	see: 'See which are missing',
	apart: 'You have an entry in this edition, or a seat in its jury: this list is not shown to you.',
	none: 'Nothing is missing: every entry has its scores.',
	jurors: 'Jurors who still owe scores',
	owes: (n: number) => `${n}`,
	allJurors: 'All jurors',
	entries: (n: number) => `Entries that lack scores (${n})`,
	number: 'Number',
	code: 'Code',
	work: 'Entry',
	given: 'Scores',
	waits: 'Waiting for',
	of: (given: number, all: number) => `${given} of ${all}`,
	undealt: (n: number) => `${n} not assigned to anybody`,
	assign: 'Assign',
	remind: 'Remind jurors'
} satisfies typeof zh;
