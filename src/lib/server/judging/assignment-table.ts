import { csvLine } from '$lib/domain/export/cell';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { rehearse, write } from '../db/write';
import { records } from '../import/csv';
import { textOf } from '../import/encoding';
import { Unreadable } from '../import/table';
import { assignable } from './assignment';
import { endCompanions, endTask } from './assignment-end';
import { fieldOf, isDone, isLive, namesOf, pairKey, scoring } from './assignment-field';
import type { Field } from './assignment-field';
import { giving, tellWall } from './assignment-hand';
import { no } from './assignment-reason';
import { serve } from './assignment-repair';
import { ownEntries } from './apart';
import { findConflicts, wallOf } from './conflicts-find';

/** Largest table: the longest assignment there may be, with room. */
export const TABLE_MOST = { bytes: 350_000, rows: 20_000 } as const;

/** A row of a table that cannot be done, with the line it stands on. */
interface BadRow {
	line: number;
	entry: string;
	juror: string;
	reason: string;
}

/** What a table does, or would do. */
export interface Tabled {
	rows: number;
	added: number;
	removed: number;
	/** Rows that are so already. */
	same: number;
	bad: BadRow[];
}

/** Whether the table only adds, or is the whole assignment: what is open and not in it goes. */
export const tableModes = ['add', 'whole'] as const;
type TableMode = (typeof tableModes)[number];

interface Row {
	line: number;
	entry: string;
	juror: string;
}

const headings = {
	entry: ['编号', '作品编号', '代码', '评审代码', 'entry', 'number', 'code'],
	juror: ['评委', '评委称呼', 'juror', 'label']
};

/** The rows of a table with a column for the entry (number or code) and one for the juror. */
function readTable(bytes: Buffer): Ruled<Row[]> {
	if (!bytes.length) return no('empty', 'table');
	if (bytes.length > TABLE_MOST.bytes) return no('too-large', 'table');
	try {
		const text = textOf(bytes);
		const first = text.slice(0, text.search(/[\r\n]|$/));
		const delimiter = [',', '\t', ';', '，'].find((one) => first.includes(one)) ?? ',';
		const [head, ...rest] = [...records([text], delimiter)];
		const names = (head?.cells ?? []).map((cell) => cell.normalize('NFKC').trim().toLowerCase());
		const at = (which: keyof typeof headings) =>
			names.findIndex((name) => headings[which].includes(name));
		const [entry, juror] = [at('entry'), at('juror')];
		if (entry < 0 || juror < 0) return no('no-header', 'table');
		if (rest.length > TABLE_MOST.rows) return no('too-many-rows', 'table');
		const cell = (cells: readonly string[], index: number) =>
			(cells[index] ?? '').normalize('NFKC').replace(/^'/, '').replace(/\s+/g, ' ').trim();
		const rows = rest.map(({ line, cells }) => ({
			...{ line, entry: cell(cells, entry), juror: cell(cells, juror) }
		}));
		const filled = rows.filter((row) => row.entry || row.juror);
		return filled.length ? accept(filled) : no('empty', 'table');
	} catch (error) {
		if (error instanceof Unreadable) return no('unreadable', 'table');
		throw error;
	}
}

/**
 * Takes an assignment from a table, whole or not at all: while one row is bad nothing is written. A row
 * against the wall is refused like any other and remembered in the log.
 */
export async function takeTable(
	db: Db,
	by: By,
	roundId: string,
	bytes: Buffer,
	{ mode, dryRun }: { mode: TableMode; dryRun: boolean }
): Promise<Ruled<Tabled>> {
	const read = readTable(bytes);
	if (!read.ok) return read;
	return (dryRun ? rehearse : write)(db, async (tx): Promise<Ruled<Tabled>> => {
		const found = await assignable(tx, by, roundId);
		if (!found.ok) return found;
		let field = found.value;
		if (await findConflicts(tx, field.round.editionId, by.now))
			field = { ...field, wall: await wallOf(tx, field.round) };
		const own = new Set(await ownEntries(tx, by.who!, field.round.editionId));
		const planned = plan(field, read.value, own);
		const walled = planned.bad.filter(({ reason }) => reason === 'conflict');
		if (walled.length)
			await tellWall(
				tx,
				by,
				field,
				'table',
				planned.walled.map(([entryId, jurorId]) => ({ entryId, jurorId }))
			);
		const tabled = { rows: read.value.length, same: planned.same, bad: planned.bad };
		if (planned.bad.length) return accept({ ...tabled, added: planned.give.length, removed: 0 });
		const removed = mode === 'whole' ? await drop(tx, by, field, planned.named, own) : 0;
		const names = namesOf(field);
		const made = planned.give.map(([entryId, jurorId]) => names.pairing(entryId, jurorId)!);
		const now = removed ? (await fieldOf(tx, roundId))! : field;
		await serve(tx, by, now, made, { seed: field.round.seed!, origin: 'table' });
		await record(tx, by, {
			act: 'import',
			noun: 'tasks',
			id: roundId,
			after: { round: roundId, mode, added: made.length, removed, same: planned.same }
		});
		return accept({ ...tabled, added: made.length, removed });
	});
}

/** What the rows ask of a field, each looked at as if all before it were done. */
function plan(field: Field, rows: readonly Row[], own: ReadonlySet<string>) {
	const entries = new Map(
		field.entries.flatMap(({ id, code, number }) => [
			[code.toUpperCase(), id] as const,
			...(number ? [[number.toUpperCase(), id] as const] : [])
		])
	);
	const jurors = new Map(field.seats.map(({ label, jurorId }) => [label, jurorId]));
	const seats = new Map(field.seats.map((seat) => [seat.jurorId, seat]));
	const loads = new Map<string, number>();
	for (const { jurorId, ...task } of scoring(field.tasks))
		if (isLive(task)) loads.set(jurorId, (loads.get(jurorId) ?? 0) + 1);
	const whyNot = giving(field);
	const named = new Set<string>();
	const give: [entryId: string, jurorId: string][] = [];
	const walled: [entryId: string, jurorId: string][] = [];
	const bad: BadRow[] = [];
	let same = 0;
	for (const row of rows) {
		const entryId = entries.get(row.entry.toUpperCase());
		const jurorId = jurors.get(row.juror);
		const refuse = (reason: string) => bad.push({ ...row, reason });
		if (!entryId) refuse('unknown-entry');
		else if (!jurorId) refuse('unknown-juror');
		else if (named.has(pairKey(entryId, jurorId))) refuse('twice');
		else {
			named.add(pairKey(entryId, jurorId));
			const why = whyNot(entryId, jurorId);
			const seat = seats.get(jurorId)!;
			const load = loads.get(jurorId) ?? 0;
			if (why === 'already-theirs') same++;
			else if (own.has(entryId)) refuse('own-entry');
			else if (why && why !== 'juror-full') {
				refuse(why);
				if (why === 'conflict') walled.push([entryId, jurorId]);
			} else if (seat.capacity !== null && load >= seat.capacity) refuse('juror-full');
			else {
				loads.set(jurorId, load + 1);
				give.push([entryId, jurorId]);
			}
		}
	}
	return { named, give, walled, bad, same };
}

/** Ends open tasks that a whole table does not name; those of own entries stay. */
async function drop(
	tx: Tx,
	by: By,
	field: Field,
	named: ReadonlySet<string>,
	own: ReadonlySet<string>
): Promise<number> {
	let removed = 0;
	for (const task of scoring(field.tasks)) {
		if (!isLive(task) || isDone(task) || own.has(task.entryId)) continue;
		if (named.has(pairKey(task.entryId, task.jurorId))) continue;
		await endTask(tx, by, task, { why: 'table' });
		await endCompanions(tx, by, task, 'table');
		removed++;
	}
	return removed;
}

/** The assignment of a round as a table that can be taken back; null for whoever may not have it. */
export async function assignmentTable(
	db: Db,
	by: By,
	roundId: string,
	heads: readonly [entry: string, code: string, juror: string, state: string],
	stateName: (state: string) => string
): Promise<string | null> {
	if (!by.who || !mayOrganize(by.who)) return null;
	const field = await fieldOf(db, roundId);
	if (!field) return null;
	const entries = new Map(field.entries.map((one) => [one.id, one]));
	const labels = new Map(field.seats.map(({ jurorId, label }) => [jurorId, label]));
	const own = new Set(await ownEntries(db, by.who, field.round.editionId));
	const lines = scoring(field.tasks).flatMap((task) => {
		const entry = entries.get(task.entryId);
		if (!entry || !isLive(task) || own.has(task.entryId)) return [];
		const label = labels.get(task.jurorId) ?? '';
		return [[entry.number ?? '', entry.code, label, stateName(task.state)]];
	});
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'tasks',
			id: roundId,
			after: { round: roundId, total: lines.length }
		})
	);
	lines.sort((a, b) => (a[0]! + a[2]! < b[0]! + b[2]! ? -1 : 1));
	return `\ufeff${csvLine(heads)}${lines.map((line) => csvLine(line)).join('')}`;
}
