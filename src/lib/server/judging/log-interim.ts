import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { markPhase, phasesOf } from './log';

/** Leaves a checkpoint at the office’s word; it is mailed to all jurors like the others. */
export const markNow = (db: Db, by: By, editionId: string): Promise<Ruled<string>> =>
	write(db, async (tx) => {
		if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'gone' });
		if (!(await phasesOf(tx, editionId)).length) return refuse({ field: '', reason: 'no-phase' });
		await record(tx, by, { act: 'keep-log', noun: 'editions', id: editionId });
		return accept(await markPhase(tx, by, { editionId, roundId: null, phase: 'interim' }));
	});
