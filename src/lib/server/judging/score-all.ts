import type { By } from '$lib/domain/people/who';
import type { Refusal } from '$lib/domain/refusal';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { queueOf } from './desk';
import type { Seat } from './desk';
import { whyNotWrite } from '$lib/domain/judging/desk/allow';
import { lock, unready } from './score';
import { ownTask } from './score-row';

/**
 * Locks every whole sheet of a seat, each with its own record; sheets that lack something stay as they
 * are and are told with their reasons.
 */
export const lockAll = (
	db: Db,
	by: By,
	seat: Seat
): Promise<{ locked: number; left: { code: string; refusals: Refusal[] }[] }> =>
	write(db, async (tx) => {
		let locked = 0;
		const left: { code: string; refusals: Refusal[] }[] = [];
		for (const { task, code } of await queueOf(tx, seat)) {
			if (task.state !== 'scored') continue;
			const asked = { roundId: seat.round.id, code, taskId: task.id };
			const own = await ownTask(tx, by, asked);
			const not = own && whyNotWrite(own.task, own.round, by.now);
			const sheet = own?.task.sheet;
			if (!own || !sheet || not) {
				left.push({ code, refusals: [{ field: '', reason: not ?? 'gone' }] });
				continue;
			}
			const refusals = await unready(tx, own, sheet);
			if (refusals.length) left.push({ code, refusals });
			else {
				await lock(tx, by, own, sheet, { key: null, typedAt: null });
				locked++;
			}
		}
		return { locked, left };
	});
