import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, lte, max, sql } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import type { Sheet } from '$lib/domain/judging/sheet';
import { perDatabase } from '../cache';
import type { Reader } from '../db/open';
import { audit, sheetVersions, tasks } from '../db/schema';

/** A score that is not what the log says it is. */
interface Touched {
	task: string;
	/** What the jurors see of the entry, and how the juror is called; null where the row is gone. */
	code: string | null;
	juror: string | null;
	/**
	 * `changed`: the row differs from the last record · `history`: a kept version does · `unrecorded`:
	 * there is a score the log knows nothing of · `gone`: the log knows one that is not there.
	 */
	kind: 'changed' | 'history' | 'unrecorded' | 'gone';
	/** What differs: `sheet`, `total`, `state`, `revision`, `juror`, `entry`. */
	part: string;
	/** In the log and in the row, as they are written there. */
	logged: string;
	found: string;
}

const acts = ['save', 'lock', 'unlock', 'recuse', 'aside'];

interface Said {
	act: string;
	round: string;
	entry: string;
	juror: string;
	revision: number;
	sheet: Sheet | null;
	total: number | null;
}

/** Whether two sheets say the same; their comments the log only commits to. */
function same(a: Sheet | null, b: Sheet | null): boolean {
	if (!a || !b) return a === b;
	const keys = Object.keys(a.marks);
	return (
		a.verdict === b.verdict &&
		a.rank === b.rank &&
		keys.length === Object.keys(b.marks).length &&
		keys.every((key) => a.marks[key] === b.marks[key])
	);
}

/** Tasks that are compared before others get a turn; records that are looked through at once. */
const PAGE = { tasks: 100, records: 3000 };

/** A record of a score, as far as it is compared. */
interface Recorded {
	act: string;
	after: Omit<Said, 'act'> | undefined;
}

/** What records say of the scores of a round. */
const saidIn = (records: readonly Recorded[], roundId: string): Said[] =>
	records.flatMap(({ act, after }) =>
		after?.round === roundId && acts.includes(act) ? [{ ...after, act }] : []
	);

/** What the log says of some tasks, by task, oldest first; one row a task, since rows cost most. */
async function saidOf(db: Reader, roundId: string, ids: readonly string[]) {
	const rows = await db.all<{ thing: string; records: string }>(sql`
		SELECT thing, group_concat(record, ',' ORDER BY seq) AS records FROM audit
		WHERE noun = 'scores' AND ${inArray(audit.thing, ids)} GROUP BY thing`);
	return new Map(
		rows.map(({ thing, records }) => [
			thing,
			saidIn(JSON.parse(`[${records}]`) as Recorded[], roundId)
		])
	);
}

/** What the log says last of tasks of a round that are not there, or not its own, any more. */
async function lastOfGone(db: Reader, roundId: string): Promise<Map<string, Said>> {
	const [last] = await db.select({ seq: max(audit.seq) }).from(audit);
	const found = new Map<string, Said>();
	for (let from = 0; from < (last?.seq ?? 0); from += PAGE.records, await nextTurn()) {
		const rows = await db
			.select({ thing: audit.thing, record: audit.record })
			.from(audit)
			.where(
				and(
					gt(audit.seq, from),
					lte(audit.seq, from + PAGE.records),
					eq(audit.noun, 'scores'),
					sql`NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.id = audit.thing AND tasks.round_id = ${roundId})`,
					sql`instr(${audit.record}, ${`"round":"${roundId}"`}) > 0`
				)
			)
			.orderBy(asc(audit.seq));
		for (const { thing, record } of rows)
			for (const said of saidIn([JSON.parse(record) as Recorded], roundId)) found.set(thing, said);
	}
	return found;
}

/** States a row may have after the last act the log knows of. */
const stateFits = (state: string, { act, total }: Said): boolean =>
	act === 'lock'
		? state === 'locked'
		: act === 'recuse'
			? state === 'recused'
			: act === 'aside'
				? state === 'aside'
				: state === 'open' || state === 'scored' || (state === 'moved' && total === null);

/**
 * Compares every score of a round with the log: who changes a row of the database by hand is found
 * here. That the log itself is whole, `verify` of the audit says. Gives way after every page of tasks.
 */
export async function checkScores(db: Reader, roundId: string): Promise<Touched[]> {
	const touched: Touched[] = [];
	const all = await db
		.select({ id: tasks.id })
		.from(tasks)
		.where(eq(tasks.roundId, roundId))
		.orderBy(asc(tasks.id));
	for (let from = 0; from < all.length; from += PAGE.tasks, await nextTurn()) {
		const ids = all.slice(from, from + PAGE.tasks).map(({ id }) => id);
		const said = await saidOf(db, roundId, ids);
		const versions = await versionsOf(db, ids);
		for (const task of await rowsOf(db, ids))
			touched.push(...compared(task, said.get(task.id) ?? [], versions.get(task.id) ?? []));
	}
	for (const [task, { sheet }] of await lastOfGone(db, roundId))
		touched.push({
			...{ task, code: null, juror: null, kind: 'gone', part: 'sheet', found: 'null' },
			logged: canonical(sheet)
		});
	return touched;
}

/** What of a task is not as the log says. */
function compared(task: TaskLine, list: readonly Said[], history: readonly VersionLine[]) {
	const touched: Touched[] = [];
	const say = (kind: Touched['kind'], part: string, logged: unknown, found: unknown) =>
		touched.push({
			...{ task: task.id, code: task.code, juror: task.label, kind, part },
			...{ logged: canonical(logged), found: canonical(found) }
		});
	const last = list.at(-1);
	if (!last) {
		if (task.sheet || task.total !== null || task.revision > 0)
			say('unrecorded', 'sheet', null, task.sheet);
		return touched;
	}
	if (!same(last.sheet, task.sheet)) say('changed', 'sheet', last.sheet, task.sheet);
	for (const part of ['total', 'revision'] as const)
		if (last[part] !== task[part]) say('changed', part, last[part], task[part]);
	if (last.entry !== task.entryId) say('changed', 'entry', last.entry, task.entryId);
	if (last.juror !== task.jurorId) say('changed', 'juror', last.juror, task.jurorId);
	if (!stateFits(task.state, last)) say('changed', 'state', last.act, task.state);
	const kept =
		history.length === list.length &&
		history.every((one, at) => {
			const { revision, act, total, sheet } = list[at]!;
			const row = one.revision === revision && one.act === act && one.total === total;
			return row && same(one.sheet, sheet);
		});
	if (!kept) say('history', 'sheet', list, history);
	return touched;
}

const lately = perDatabase(() => new Map<string, { at: number; found: Promise<Touched[]> }>());
/** How long a page may show what was found a moment ago; a release always looks again. */
const LATELY = 60_000;

/** The same for a page that is often opened: what was found within the last minute. */
export async function checkedLately(db: Reader, roundId: string, now: number): Promise<Touched[]> {
	const known = lately(db).get(roundId);
	if (known && now - known.at < LATELY) return known.found;
	const found = checkScores(db, roundId);
	lately(db).set(roundId, { at: now, found });
	found.catch(() => lately(db).delete(roundId));
	return found;
}

interface TaskLine {
	id: string;
	entryId: string;
	jurorId: string;
	state: string;
	revision: number;
	total: number | null;
	sheet: Sheet | null;
	label: string;
	code: string | null;
}

const read = <T>({ sheet, ...row }: T & { sheet: unknown }) => ({
	...row,
	sheet: sheet === null ? null : (JSON.parse(String(sheet)) as Sheet)
});

/** Some tasks by id, as they stand in the database. */
async function rowsOf(db: Reader, ids: readonly string[]): Promise<TaskLine[]> {
	const rows = await db.all<Omit<TaskLine, 'sheet'> & { sheet: unknown }>(sql`
		SELECT tasks.id, tasks.entry_id AS entryId, tasks.juror_id AS jurorId, tasks.state,
			tasks.revision, tasks.total, tasks.sheet, jurors.label, round_entries.code
		FROM tasks JOIN jurors ON jurors.id = tasks.juror_id
		LEFT JOIN round_entries ON round_entries.round_id = tasks.round_id
			AND round_entries.entry_id = tasks.entry_id
		WHERE ${inArray(tasks.id, ids)} ORDER BY tasks.id`);
	return rows.map(read) as TaskLine[];
}

interface VersionLine {
	revision: number;
	act: string;
	total: number | null;
	sheet: Sheet | null;
}

/** Kept versions of the sheets of some tasks by task, oldest first. */
async function versionsOf(db: Reader, ids: readonly string[]): Promise<Map<string, VersionLine[]>> {
	const rows = await db.all<{ task: string; versions: string }>(sql`
		SELECT task_id AS task, json_group_array(json_object('revision', revision, 'act', act,
			'total', total, 'sheet', json(sheet)) ORDER BY revision) AS versions FROM sheet_versions
		WHERE ${inArray(sheetVersions.taskId, ids)} GROUP BY task_id`);
	return new Map(rows.map(({ task, versions }) => [task, JSON.parse(versions) as VersionLine[]]));
}
