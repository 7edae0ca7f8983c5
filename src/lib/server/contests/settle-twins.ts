import { and, eq, inArray } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db } from '../db/open';
import { entries, entryFiles, twins } from '../db/schema';
import { write } from '../db/write';
import { isOwnEntry } from './eligibility';
import { entryForOffice } from './list';

/** What an officer may say of two films that are alike; `open` takes it back. */
const settlements = ['copy', 'allowed', 'mistaken', 'open'] as const;
type Settlement = (typeof settlements)[number];
export const isSettlement = (text: string): text is Settlement =>
	settlements.some((one) => one === text);

/**
 * Says what it means that two films are alike. Whoever stands behind an entry with either of them says
 * nothing about it.
 * @param entryId the entry it is looked at from: one of the two films must be of it
 */
export const settleTwin = (
	db: Db,
	by: By,
	entryId: string,
	{ filmId, otherId, as }: { filmId: string; otherId: string; as: Settlement }
): Promise<Ruled<Settlement>> =>
	write(db, async (tx) => {
		const opened = await entryForOffice(tx, by.who, entryId);
		if (!opened || !by.who) return refuse({ field: '', reason: 'gone' });
		const pair = and(eq(twins.filmId, filmId), eq(twins.otherId, otherId));
		const [row] = await tx.select().from(twins).where(pair);
		const of = await tx
			.selectDistinct({ entry: entries })
			.from(entryFiles)
			.innerJoin(entries, eq(entries.id, entryFiles.entryId))
			.where(inArray(entryFiles.filmId, [filmId, otherId]));
		if (!row || !of.some(({ entry }) => entry.id === entryId))
			return refuse({ field: '', reason: 'gone' });
		for (const { entry } of of)
			if (await isOwnEntry(tx, by.who, entry)) {
				await record(tx, by, {
					act: 'conflict',
					noun: 'entries',
					id: entryId,
					after: { deed: 'settle' }
				});
				return refuse({ field: '', reason: 'own-entry' });
			}
		const settled = as === 'open' ? null : as;
		if (row.settled === settled) return accept(as);
		await tx
			.update(twins)
			.set({
				settled,
				settledBy: settled && by.who.id,
				settledAt: settled && by.now
			})
			.where(pair);
		await record(tx, by, {
			act: 'settle',
			noun: 'films',
			id: filmId,
			title: opened.entry.title,
			before: { settled: row.settled },
			after: { settled, entry: entryId, other: otherId }
		});
		return accept(as);
	});
