import { eq } from 'drizzle-orm';
import { whyNotWrite } from '$lib/domain/judging/desk/allow';
import { canBe, more, shareOf } from '$lib/domain/judging/desk/coverage';
import type { Parts } from '$lib/domain/judging/desk/coverage';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { By } from '$lib/domain/people/who';
import type { Db } from '../db/open';
import { tasks } from '../db/schema';
import { write } from '../db/write';
import { lengthOf, ownTask } from './score-row';
import type { Asked } from './score-row';

interface Coverage {
	parts: Parts;
	share: number;
}

/**
 * Takes in which parts of a film somebody watched, `all` where they say so themselves. The first report
 * opens the entry; no more is believed than can have been played since. It leaves no record of its own:
 * the lock of the sheet says what share was watched.
 */
export const reportWatched = (
	db: Db,
	by: By,
	asked: Asked,
	told: Parts | 'all'
): Promise<Ruled<Coverage>> =>
	write(db, async (tx) => {
		const own = await ownTask(tx, by, asked);
		if (!own) return refuse({ field: '', reason: 'gone' });
		const { task, round } = own;
		const not = whyNotWrite(task, round, by.now);
		if (not) return refuse({ field: '', reason: not });
		const openedAt = task.openedAt ?? by.now;
		const length = (await lengthOf(tx, own)) ?? 0;
		const all: Parts = told === 'all' ? [[0, Math.ceil(length)]] : told;
		const parts = more(task.watched, all, length);
		if (!canBe(parts, openedAt, by.now)) {
			if (task.openedAt === null)
				await tx.update(tasks).set({ openedAt }).where(eq(tasks.id, task.id));
			return refuse({ field: 'watched', reason: 'too-fast' });
		}
		const share = shareOf(parts, length);
		await tx.update(tasks).set({ openedAt, watched: parts, share }).where(eq(tasks.id, task.id));
		return accept({ parts, share });
	});
