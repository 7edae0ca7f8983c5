import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { tieKinds } from '$lib/domain/judging/desk/ties';
import type { DeclaredTie } from '$lib/domain/judging/desk/ties';
import { mayJudge } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Reader } from '../db/open';
import { audit, contests, editions, jurors, jurorTies, newId } from '../db/schema';
import { write } from '../db/write';
import { findConflicts } from './conflicts-find';
import { holdWall } from './conflicts-hold';

const ACT = 'declare';

/** What somebody declared for each edition they judge, and when; null where they have not yet. */
export async function tiesOf(db: Reader, who: Who | null) {
	if (!who || !mayJudge(who)) return [];
	const rows = await db
		.select({
			jurorId: jurors.id,
			editionId: jurors.editionId,
			zh: editions.titleZh,
			en: editions.titleEn,
			contest: { zh: contests.titleZh, en: contests.titleEn }
		})
		.from(jurors)
		.innerJoin(editions, eq(editions.id, jurors.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(and(eq(jurors.personId, who.id), isNull(jurors.leftAt)))
		.orderBy(desc(editions.ordinal), asc(editions.id));
	const ids = rows.map(({ jurorId }) => jurorId);
	const [ties, said] = await Promise.all([
		db
			.select()
			.from(jurorTies)
			.where(inArray(jurorTies.jurorId, ids))
			.orderBy(asc(jurorTies.at), asc(jurorTies.id)),
		db
			.select({ thing: audit.thing, at: audit.at })
			.from(audit)
			.where(and(eq(audit.noun, 'jurors'), eq(audit.act, ACT), inArray(audit.thing, ids)))
			.orderBy(asc(audit.seq))
	]);
	const when = new Map(said.map(({ thing, at }) => [thing, at]));
	return rows.map((row) => ({
		...row,
		declaredAt: when.get(row.jurorId) ?? null,
		ties: ties
			.filter(({ jurorId }) => jurorId === row.jurorId)
			.map(({ kind, value }) => ({ kind, value }))
	}));
}

/**
 * Keeps what a juror declares in place of what they declared before, and looks at once for entries it
 * keeps them from. Saying that there is nothing is a declaration too, and is recorded as one.
 */
export const declareTies = (
	db: Db,
	by: By,
	editionId: string,
	ties: readonly DeclaredTie[]
): Promise<Ruled<{ found: number }>> =>
	write(db, async (tx) => {
		const { who } = by;
		if (!who || !mayJudge(who)) return refuse({ field: '', reason: 'gone' });
		const [juror] = await tx
			.select({ id: jurors.id, label: jurors.label })
			.from(jurors)
			.where(
				and(eq(jurors.editionId, editionId), eq(jurors.personId, who.id), isNull(jurors.leftAt))
			);
		if (!juror) return refuse({ field: '', reason: 'gone' });
		await tx
			.delete(jurorTies)
			.where(and(eq(jurorTies.jurorId, juror.id), inArray(jurorTies.kind, [...tieKinds])));
		for (const { kind, value } of ties)
			await tx
				.insert(jurorTies)
				.values({ id: newId(by.now), jurorId: juror.id, kind, value, at: by.now });
		const found = await findConflicts(tx, editionId, by.now);
		await holdWall(tx, by, editionId);
		await record(tx, by, {
			act: ACT,
			noun: 'jurors',
			id: juror.id,
			title: juror.label,
			after: { edition: editionId, count: ties.length, ties: personal(ties), found }
		});
		return accept({ found });
	});
