/**
 * Where an entry stands. `submitted` waits for the office, `returned` for its people, `passed` and
 * `refused` are the office's word on eligibility; `withdrawn` is the people's own.
 */
export const entryStates = [
	'draft',
	'submitted',
	'returned',
	'passed',
	'refused',
	'withdrawn'
] as const;
export type EntryState = (typeof entryStates)[number];

/** Everything that may happen to an entry, each kept with its date, person and reason. */
export const entryActs = [
	'open',
	'copy',
	'submit',
	'correct',
	'withdraw',
	'recommend',
	'decline',
	'return',
	'pass',
	'refuse',
	'reopen',
	'extend',
	'release',
	'hide',
	// What a round of judging made of it.
	'advance',
	'stop',
	'award'
] as const;
export type EntryAct = (typeof entryActs)[number];

/** Where an edition stands for the public. */
export const editionStates = ['draft', 'published', 'archived'] as const;
export type EditionState = (typeof editionStates)[number];
