import { and, asc, eq, sql } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import type { Sheet } from '$lib/domain/judging/sheet';
import type { Reader } from '../db/open';
import { audit, jurors, roundEntries, sheetVersions, tasks } from '../db/schema';

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

/** A sheet without its comment, which the log only commits to. */
const plain = (sheet: Sheet | null): string => canonical(sheet && { ...sheet, comment: null });

/** Every record of a score of a round, by task, oldest first. */
async function saidOf(db: Reader, roundId: string): Promise<Map<string, Said[]>> {
	const rows = await db
		.select({ thing: audit.thing, act: audit.act, record: audit.record })
		.from(audit)
		.where(
			and(eq(audit.noun, 'scores'), sql`instr(${audit.record}, ${`"round":"${roundId}"`}) > 0`)
		)
		.orderBy(asc(audit.seq));
	const said = new Map<string, Said[]>();
	for (const { thing, act, record } of rows) {
		if (!acts.includes(act)) continue;
		const { after } = JSON.parse(record) as { after: Omit<Said, 'act'> };
		if (after?.round !== roundId) continue;
		const list = said.get(thing) ?? said.set(thing, []).get(thing)!;
		list.push({ ...after, act });
	}
	return said;
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
	const rows = await db
		.select({ task: tasks, label: jurors.label, code: roundEntries.code })
		.from(tasks)
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.leftJoin(
			roundEntries,
			and(eq(roundEntries.roundId, tasks.roundId), eq(roundEntries.entryId, tasks.entryId))
		)
		.where(eq(tasks.roundId, roundId));
	const kept = await db
		.select({ version: sheetVersions })
		.from(sheetVersions)
		.innerJoin(tasks, eq(tasks.id, sheetVersions.taskId))
		.where(eq(tasks.roundId, roundId))
		.orderBy(asc(sheetVersions.revision));
	const versions = new Map<string, (typeof sheetVersions.$inferSelect)[]>();
	for (const { version } of kept) {
		const list =
			versions.get(version.taskId) ?? versions.set(version.taskId, []).get(version.taskId)!;
		list.push(version);
	}
	const touched: Touched[] = [];
	for (const { task, label, code } of rows) {
		const about = { task: task.id, code, juror: label };
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
		if (plain(last.sheet) !== plain(task.sheet)) say('changed', 'sheet', last.sheet, task.sheet);
		for (const part of ['total', 'revision'] as const)
			if (last[part] !== task[part]) say('changed', part, last[part], task[part]);
		if (last.entry !== task.entryId) say('changed', 'entry', last.entry, task.entryId);
		if (last.juror !== task.jurorId) say('changed', 'juror', last.juror, task.jurorId);
		if (!stateFits(task.state, last)) say('changed', 'state', last.act, task.state);
		const history = (versions.get(task.id) ?? []).map((one) => [
			...[one.revision, one.act, one.total],
			plain(one.sheet)
		]);
		const logged = list.map((one) => [one.revision, one.act, one.total, plain(one.sheet)]);
		if (canonical(history) !== canonical(logged)) say('history', 'sheet', logged, history);
	}
	for (const [task, list] of said)
		touched.push({
			...{ task, code: null, juror: null, kind: 'gone', part: 'sheet', found: 'null' },
			logged: plain(list.at(-1)!.sheet)
		});
	return touched;
}
