import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { RoundPlan } from '$lib/domain/judging/round';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { jurors, tasks } from '../db/schema';
import { whyNoScores } from './apart';
import type { RoundRow } from './rounds';

/** Entries on one page. */
export const MISSING_SIZE = 50;

/** An entry that has fewer scores than planned, or waits for some. */
interface MissingEntry {
	id: string;
	code: string;
	number: string | null;
	title: string;
	/** Scores it has, and those it has or somebody is asked for. */
	given: number;
	dealt: number;
	/** Labels of jurors who still owe theirs. */
	waits: { id: string; label: string }[];
}

/** What a round would lack if it closed now, by entries and by jurors. */
interface Missing {
	/** Somebody with an entry here, or who judges here, is shown none of it. */
	apart: boolean;
	total: number;
	rows: MissingEntry[];
	/** Jurors with open scores, those with most first. */
	jurors: { id: string; label: string; open: number }[];
}

/** Scores that count towards a result; a sample or a repeat says something about jurors alone. */
const counting = ['score', 'objection'] as const;

/** Entries of a round with how many scores they have and are to get, where some are missing. */
const lacking = ({ id, plan }: { id: string; plan: RoundPlan }, juror: string | null) => sql`
	SELECT e.entry_id AS id, e.code, entries.number, entries.title,
		coalesce(sum(t.state IN ('open', 'scored', 'locked')), 0) AS dealt,
		coalesce(sum(t.state IN ('scored', 'locked')), 0) AS given,
		coalesce(sum(t.state = 'open' AND t.juror_id = ${juror}), 0) AS owed
	FROM round_entries e JOIN entries ON entries.id = e.entry_id
	LEFT JOIN tasks t ON t.round_id = e.round_id AND t.entry_id = e.entry_id
		AND t.kind IN ('score', 'objection')
	WHERE e.round_id = ${id} GROUP BY e.entry_id
	HAVING (given < ${plan.perEntry} OR given < dealt) AND (${juror} IS NULL OR owed > 0)`;

/**
 * Which scores a round lacks: entries, the emptiest first, and jurors. No score is read for it. Nobody
 * who may not see scores sees who owes which either.
 * @param juror only entries this juror owes a score; null for all
 * @returns null for whoever does not organize
 */
export async function missingOf(
	db: Reader,
	who: Who | null,
	round: Pick<RoundRow, 'id' | 'editionId' | 'plan' | 'state'>,
	{ page, juror }: { page: number; juror: string | null }
): Promise<Missing | null> {
	if (!mayOrganize(who)) return null;
	if ((await whyNoScores(db, who, round)) !== null)
		return { apart: true, total: 0, rows: [], jurors: [] };
	const [sum] = await db.all<{ n: number }>(
		sql`SELECT count(*) AS n FROM (${lacking(round, juror)})`
	);
	const found = await db.all<Omit<MissingEntry, 'waits'>>(
		sql`${lacking(round, juror)} ORDER BY given, dealt, entries.number, e.code
			LIMIT ${MISSING_SIZE} OFFSET ${(page - 1) * MISSING_SIZE}`
	);
	const open = and(
		eq(tasks.roundId, round.id),
		eq(tasks.state, 'open'),
		inArray(tasks.kind, [...counting])
	);
	const ids = found.map(({ id }) => id);
	const waits = await db
		.select({ entryId: tasks.entryId, id: jurors.id, label: jurors.label })
		.from(tasks)
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.where(and(open, inArray(tasks.entryId, ids)))
		.orderBy(asc(jurors.label));
	const owing = await db
		.select({ id: jurors.id, label: jurors.label, open: sql<number>`count(*)` })
		.from(tasks)
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.where(open)
		.groupBy(jurors.id)
		.orderBy(sql`count(*) DESC`, asc(jurors.label));
	return {
		apart: false,
		total: Number(sum?.n ?? 0),
		rows: found.map(({ id, code, number, title, given, dealt }) => ({
			...{ id, code, number, title, given: Number(given), dealt: Number(dealt) },
			waits: waits.flatMap(({ entryId, ...one }) => (entryId === id ? [one] : []))
		})),
		jurors: owing
	};
}
