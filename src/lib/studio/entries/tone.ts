import type { EntryVerdict, TwinState } from '../../domain/contests/filter-entries';
import type { EntryState } from '../../domain/contests/state';

type Tone = 'good' | 'bad' | 'ask' | 'plain';

/** How much a state asks of whoever looks at it. */
export const toneOf: Record<EntryState, Tone> = {
	draft: 'plain',
	submitted: 'ask',
	returned: 'plain',
	passed: 'good',
	refused: 'bad',
	withdrawn: 'plain'
};

export const verdictTone: Record<EntryVerdict, Tone> = {
	fail: 'bad',
	warn: 'ask',
	pass: 'good',
	waiting: 'plain',
	none: 'plain'
};

export const twinTone: Record<TwinState, Tone> = {
	open: 'ask',
	copy: 'bad',
	settled: 'plain',
	none: 'plain'
};
