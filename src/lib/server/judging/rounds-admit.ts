import { and, eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db } from '../db/open';
import { entries, roundEntries } from '../db/schema';
import { write } from '../db/write';
import { gone, inState, titleOf } from './rounds';
import { roundBefore } from './rounds-field';

/** Lets an entry into a later round by hand, for a reason that stands in the log. */
export const admit = (
	db: Db,
	by: By,
	roundId: string,
	{ number, why }: { number: string; why: string }
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'admit');
		if (!found.ok) return found;
		const round = found.value;
		const reason = why.trim().slice(0, 500);
		if (!reason) return refuse({ field: 'why', reason: 'missing' });
		const [entry] = await tx
			.select()
			.from(entries)
			.where(and(eq(entries.editionId, round.editionId), eq(entries.number, number.trim())));
		if (entry?.state !== 'passed') return refuse({ field: 'number', reason: 'not-passed' });
		if (!(await roundBefore(tx, round))) return refuse({ field: 'number', reason: 'all-in' });
		const { id: entryId, categoryId, channel, town, version } = entry;
		const put = await tx
			.insert(roundEntries)
			// Codes are given when the round is sealed; until then the row only says that it comes.
			.values({ roundId, entryId, code: `~${entryId}`, categoryId, channel, town, version })
			.onConflictDoNothing()
			.returning();
		if (!put.length) return refuse({ field: 'number', reason: 'twice' });
		await record(tx, by, {
			act: 'admit',
			noun: 'rounds',
			id: roundId,
			title: titleOf(round),
			after: { entry: entryId, number: entry.number },
			why: reason
		});
		return accept(true as const);
	});

/** Takes back an admission by hand, before the round is sealed. */
export const unadmit = (db: Db, by: By, roundId: string, entryId: string): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'admit');
		if (!found.ok) return found;
		const put = await tx
			.delete(roundEntries)
			.where(and(eq(roundEntries.roundId, roundId), eq(roundEntries.entryId, entryId)))
			.returning();
		if (!put.length) return refuse(gone);
		await record(tx, by, {
			act: 'unadmit',
			noun: 'rounds',
			id: roundId,
			title: titleOf(found.value),
			before: { entry: entryId }
		});
		return accept(true as const);
	});
