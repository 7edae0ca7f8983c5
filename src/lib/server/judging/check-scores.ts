import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import type { Sheet } from '$lib/domain/judging/sheet';
import { perDatabase } from '../cache';
import type { Reader } from '../db/open';
import { audit } from '../db/schema';

/** A score that is not what the log says it is. */
export interface Touched {
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

/** Records read before others get a turn: there may be tens of thousands. */
const PAGE = 1000;

/** Every record of a score of a round, by task, oldest first. */
async function saidOf(db: Reader, roundId: string): Promise<Map<string, Said[]>> {
	const said = new Map<string, Said[]>();
	for (let from = 0; ; await nextTurn()) {
		const rows = await db
			.select({ seq: audit.seq, thing: audit.thing, act: audit.act, record: audit.record })
			.from(audit)
			.where(
				and(
					gt(audit.seq, from),
					eq(audit.noun, 'scores'),
					sql`instr(${audit.record}, ${`"round":"${roundId}"`}) > 0`
				)
			)
			.orderBy(asc(audit.seq))
			.limit(PAGE);
		for (const { thing, act, record } of rows) {
			if (!acts.includes(act)) continue;
			const { after } = JSON.parse(record) as { after: Omit<Said, 'act'> };
			if (after?.round !== roundId) continue;
			const list = said.get(thing) ?? said.set(thing, []).get(thing)!;
			list.push({ ...after, act });
		}
		if (rows.length < PAGE) return said;
		from = rows.at(-1)!.seq;
	}
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
 * here. That the log itself is whole, `verify` of the audit says.
 */
export async function checkScores(db: Reader, roundId: string): Promise<Touched[]> {
	const said = await saidOf(db, roundId);
	const rows = await rowsOf(db, roundId);
	const versions = await versionsOf(db, roundId);
	const touched: Touched[] = [];
	for (const task of rows) {
		const about = { task: task.id, code: task.code, juror: task.label };
		const list = said.get(task.id) ?? [];
		said.delete(task.id);
		const last = list.at(-1);
		const say = (kind: Touched['kind'], part: string, logged: unknown, found: unknown) =>
			touched.push({ ...about, kind, part, logged: canonical(logged), found: canonical(found) });
		if (!last) {
			if (task.sheet || task.total !== null || task.revision > 0)
				say('unrecorded', 'sheet', null, task.sheet);
			continue;
		}
		if (!same(last.sheet, task.sheet)) say('changed', 'sheet', last.sheet, task.sheet);
		for (const part of ['total', 'revision'] as const)
			if (last[part] !== task[part]) say('changed', part, last[part], task[part]);
		if (last.entry !== task.entryId) say('changed', 'entry', last.entry, task.entryId);
		if (last.juror !== task.jurorId) say('changed', 'juror', last.juror, task.jurorId);
		if (!stateFits(task.state, last)) say('changed', 'state', last.act, task.state);
		const history = versions.get(task.id) ?? [];
		const kept =
			history.length === list.length &&
			history.every((one, at) => {
				const { revision, act, total, sheet } = list[at]!;
				const row = one.revision === revision && one.act === act && one.total === total;
				return row && same(one.sheet, sheet);
			});
		if (!kept) say('history', 'sheet', list, history);
	}
	for (const [task, list] of said)
		touched.push({
			...{ task, code: null, juror: null, kind: 'gone', part: 'sheet', found: 'null' },
			logged: canonical(list.at(-1)!.sheet)
		});
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

/** The tasks of a round, as they stand in the database. */
async function rowsOf(db: Reader, roundId: string): Promise<TaskLine[]> {
	const rows = await db.all<Omit<TaskLine, 'sheet'> & { sheet: unknown }>(sql`
		SELECT tasks.id, tasks.entry_id AS entryId, tasks.juror_id AS jurorId, tasks.state,
			tasks.revision, tasks.total, tasks.sheet, jurors.label, round_entries.code
		FROM tasks JOIN jurors ON jurors.id = tasks.juror_id
		LEFT JOIN round_entries ON round_entries.round_id = tasks.round_id
			AND round_entries.entry_id = tasks.entry_id
		WHERE tasks.round_id = ${roundId}`);
	return rows.map(read) as TaskLine[];
}

interface VersionLine {
	task: string;
	revision: number;
	act: string;
	total: number | null;
	sheet: Sheet | null;
}

/** Kept versions of the sheets of a round by task, oldest first. */
async function versionsOf(db: Reader, roundId: string): Promise<Map<string, VersionLine[]>> {
	const rows = await db.all<Omit<VersionLine, 'sheet'> & { sheet: unknown }>(sql`
		SELECT sheet_versions.task_id AS task, revision, act, total, sheet FROM sheet_versions
		WHERE task_id IN (SELECT id FROM tasks WHERE round_id = ${roundId}) ORDER BY task_id, revision`);
	const found = new Map<string, VersionLine[]>();
	for (const row of rows) {
		const one = read(row) as VersionLine;
		(found.get(one.task) ?? found.set(one.task, []).get(one.task)!).push(one);
	}
	return found;
}
