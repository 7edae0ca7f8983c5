import type { Refusal } from '$lib/domain/refusal';
import type { Drawn } from '$lib/server/judging/assignment';
import type { Tabled } from '$lib/server/judging/assignment-table';
import type { Wave } from '$lib/server/judging/adaptive';

/** What any form of the page of an assignment comes back with. */
export interface Answer {
	of?: string;
	refusals?: Refusal[];
	values?: Record<string, string>;
	dryRun?: boolean;
	drawn?: Drawn;
	deed?: 'move' | 'add' | 'remove';
	tabled?: Tabled & { badCount: number };
	kept?: string | null;
	wave?: Wave;
}
