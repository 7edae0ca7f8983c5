import { and, asc, eq, inArray } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import { rounds } from '../db/schema';
import { endCompanions, endTask } from './assignment-end';
import { counts, fieldOf, isLive, pairKey } from './assignment-field';
import { refill, targetsOf } from './assignment-repair';

/** What a conflict that came up later did to tasks. */
export interface Held {
	/** Open tasks that went to somebody else. */
	moved: number;
	/** Scores that count no more. */
	aside: number;
	/** Tasks made in their place, and scores that nobody is left to give. */
	made: number;
	missing: number;
}

/**
 * Holds the wall in every round of an edition that is not released: an open task in conflict moves at
 * once, a score already given is set aside in the open, and somebody else is asked instead as long as
 * the round takes scores.
 */
export async function holdWall(tx: Tx, by: By, editionId: string): Promise<Held> {
	const all: Held = { moved: 0, aside: 0, made: 0, missing: 0 };
	const under = await tx
		.select({ id: rounds.id })
		.from(rounds)
		.where(
			and(eq(rounds.editionId, editionId), inArray(rounds.state, ['sealed', 'open', 'closed']))
		)
		.orderBy(asc(rounds.ordinal));
	for (const { id } of under) {
		const field = (await fieldOf(tx, id))!;
		const before = targetsOf(field);
		let ended = 0;
		for (const task of field.tasks) {
			const kind = field.wall.get(pairKey(task.entryId, task.jurorId));
			if (!kind || !isLive(task)) continue;
			const why = `conflict:${kind}`;
			const state = await endTask(tx, by, task, { why });
			await endCompanions(tx, by, task, why);
			ended++;
			if (!counts(task)) continue;
			if (state === 'aside') all.aside++;
			else all.moved++;
		}
		if (!ended) continue;
		const repaired = await refill(tx, by, id, before);
		all.made += repaired?.made.length ?? 0;
		all.missing += repaired?.report.short.length ?? 0;
	}
	return all;
}
