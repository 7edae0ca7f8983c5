import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import { held } from '$lib/domain/judging/desk/allow';
import { progressOf } from '$lib/domain/judging/desk/queue';
import type { Progress } from '$lib/domain/judging/desk/queue';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { entryFiles, films, jurors, panel, roundEntries, sheetVersions, tasks } from '../db/schema';
import { standsApart } from './apart';

/** How far one juror of a round is; never what they scored. */
interface JurorProgress extends Progress {
	jurorId: string;
	label: string;
	left: boolean;
	/** When they last wrote on a sheet. */
	seenAt: number | null;
	signedAt: number | null;
}

/**
 * How far the jurors of a round are. No score is read for it. Somebody of the office who stands apart
 * from the edition sees the sum alone.
 */
export async function progressOfRound(
	db: Reader,
	who: Who | null,
	round: { id: string; editionId: string }
): Promise<{ jurors: JurorProgress[]; sum: Progress; apart: boolean } | null> {
	if (!mayOrganize(who)) return null;
	const [people, rows, lengths, seen, apart] = await Promise.all([
		db
			.select({
				id: jurors.id,
				label: jurors.label,
				leftAt: sql<number | null>`coalesce(${panel.leftAt}, ${jurors.leftAt})`,
				signedAt: panel.signedAt
			})
			.from(panel)
			.innerJoin(jurors, eq(jurors.id, panel.jurorId))
			.where(eq(panel.roundId, round.id))
			.orderBy(asc(jurors.label)),
		db
			.select({
				jurorId: tasks.jurorId,
				entryId: tasks.entryId,
				state: tasks.state,
				begun: sql<number>`${tasks.sheet} IS NOT NULL`,
				share: tasks.share
			})
			.from(tasks)
			.where(and(eq(tasks.roundId, round.id), inArray(tasks.state, [...held]))),
		db
			.select({
				entryId: roundEntries.entryId,
				seconds: sql<number | null>`max(json_extract(${films.facts}, '$.duration'))`
			})
			.from(roundEntries)
			.innerJoin(entryFiles, eq(entryFiles.entryId, roundEntries.entryId))
			.innerJoin(films, and(eq(films.id, entryFiles.filmId), eq(films.form, 'film')))
			.where(eq(roundEntries.roundId, round.id))
			.groupBy(roundEntries.entryId),
		db
			.select({ jurorId: tasks.jurorId, at: max(sheetVersions.at) })
			.from(sheetVersions)
			.innerJoin(tasks, eq(tasks.id, sheetVersions.taskId))
			.where(
				and(eq(tasks.roundId, round.id), inArray(sheetVersions.act, ['save', 'lock', 'recuse']))
			)
			.groupBy(tasks.jurorId),
		standsApart(db, who, round.editionId)
	]);
	const length = new Map(lengths.map(({ entryId, seconds }) => [entryId, seconds]));
	const all = rows.map((row) => ({
		...row,
		begun: row.begun === 1,
		seconds: length.get(row.entryId) ?? null
	}));
	const last = new Map(seen.map(({ jurorId, at }) => [jurorId, at]));
	const each = people.map(({ id, label, leftAt, signedAt }) => ({
		...progressOf(all.filter(({ jurorId }) => jurorId === id)),
		jurorId: id,
		label,
		left: leftAt !== null,
		seenAt: last.get(id) ?? null,
		signedAt
	}));
	return { jurors: apart ? [] : each, sum: progressOf(all), apart };
}
