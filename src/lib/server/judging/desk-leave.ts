import { and, eq, inArray, isNull } from 'drizzle-orm';
import { held, phaseOf } from '$lib/domain/judging/desk/allow';
import { juryTitles } from '$lib/domain/judging/desk/material';
import { mayJudge } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import {
	editions,
	entryFiles,
	entryVersions,
	films,
	jurors,
	panel,
	roundEntries,
	rounds,
	tasks
} from '../db/schema';

/**
 * Whether a file lies before somebody to be judged now: in a task of theirs, as part of the version
 * judged, among what juries see, while the round takes scores. It ends with any of these.
 */
export async function judgesNow(
	db: Reader,
	who: Who | null,
	filmId: string,
	now: number
): Promise<{ form: (typeof films.$inferSelect)['form'] } | null> {
	if (!who || !mayJudge(who)) return null;
	const rows = await db
		.select({
			materialId: entryFiles.materialId,
			fileId: entryFiles.id,
			removedAt: entryFiles.removedAt,
			form: films.form,
			categoryId: roundEntries.categoryId,
			kept: entryVersions.files,
			plan: editions.plan,
			round: { state: rounds.state, opensAt: rounds.opensAt, closesAt: rounds.closesAt }
		})
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.innerJoin(tasks, eq(tasks.entryId, entryFiles.entryId))
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.innerJoin(panel, and(eq(panel.roundId, tasks.roundId), eq(panel.jurorId, tasks.jurorId)))
		.innerJoin(rounds, eq(rounds.id, tasks.roundId))
		.innerJoin(editions, eq(editions.id, rounds.editionId))
		.innerJoin(
			roundEntries,
			and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
		)
		.leftJoin(
			entryVersions,
			and(
				eq(entryVersions.entryId, roundEntries.entryId),
				eq(entryVersions.number, roundEntries.version)
			)
		)
		.where(
			and(
				eq(entryFiles.filmId, filmId),
				eq(jurors.personId, who.id),
				isNull(jurors.leftAt),
				isNull(panel.leftAt),
				eq(rounds.state, 'open'),
				inArray(tasks.state, [...held])
			)
		);
	const seen = rows.find(
		({ round, plan, categoryId, materialId, kept, fileId, removedAt }) =>
			plan !== null &&
			phaseOf(round, now) === 'open' &&
			juryTitles(plan, categoryId).has(materialId) &&
			(kept ? kept.includes(fileId) : removedAt === null)
	);
	return seen ? { form: seen.form } : null;
}
