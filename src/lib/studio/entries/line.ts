import type { EntryVerdict, TwinState } from '../../domain/contests/filter-entries';
import type { Channel } from '../../domain/contests/plan';
import type { EntryState } from '../../domain/contests/state';

/** An entry as a list shows it. */
export interface Line {
	id: string;
	number: string;
	title: string;
	state: EntryState;
	category: string;
	channel: Channel;
	town: string;
	unit: string;
	verdict: EntryVerdict;
	twins: TwinState;
	late: 'yes' | 'no';
	submittedAt: number;
	version: number;
	correctBy: number | null;
	synthetic: boolean;
}
