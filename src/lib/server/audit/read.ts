import { and, desc, eq, gte, inArray, like, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { dayEnd, dayStart } from '$lib/domain/audit/asked';
import type { Asked } from '$lib/domain/audit/asked';
import { isCommitment } from '$lib/domain/audit/record';
import type { Entry } from '$lib/domain/audit/record';
import { changesOf, shown } from '$lib/domain/audit/told';
import type { Open, Told } from '$lib/domain/audit/told';
import type { Reader } from '../db/open';
import { audit, auditPersonal, checkpoints, people } from '../db/schema';

/** Records on a page. */
export const PAGE = 50;
/** People a typed name may mean. */
const NAMESAKES = 100;

type Row = typeof audit.$inferSelect;

/** Whether personal values are opened: only for those who may read the whole audit. */
interface Sight {
	personal: boolean;
}

/** What happened to one thing, newest first; personal values stay shut unless asked for. */
export async function trail(
	db: Reader,
	noun: string,
	id: string,
	limit = 20,
	sight: Sight = { personal: false }
): Promise<Told[]> {
	const where = and(eq(audit.noun, noun), eq(audit.thing, id));
	const rows = await db.select().from(audit).where(where).orderBy(desc(audit.seq)).limit(limit);
	return tell(db, rows, sight);
}

/** What one person did, newest first. */
export async function ofPerson(
	db: Reader,
	personId: string,
	limit = 20,
	sight: Sight = { personal: false }
): Promise<Told[]> {
	const where = eq(audit.person, personId);
	const rows = await db.select().from(audit).where(where).orderBy(desc(audit.seq)).limit(limit);
	return tell(db, rows, sight);
}

/** One page of what was asked for, newest first, and how many records fit in all. */
export async function find(
	db: Reader,
	asked: Asked,
	size = PAGE
): Promise<{ records: Told[]; total: number }> {
	const where = await conditions(db, asked);
	const [rows, total] = await Promise.all([
		db
			.select()
			.from(audit)
			.where(where)
			.orderBy(desc(audit.seq))
			.limit(size)
			.offset((asked.page - 1) * size),
		db.$count(audit, where)
	]);
	return { records: await tell(db, rows, { personal: true }), total };
}

/** Everything asked for, oldest first, in pieces: for an export. */
export async function* each(db: Reader, asked: Asked): AsyncGenerator<Told[]> {
	const where = await conditions(db, asked);
	for (let after = 0; ;) {
		const rows = await db
			.select()
			.from(audit)
			.where(and(where, gte(audit.seq, after + 1)))
			.orderBy(audit.seq)
			.limit(500);
		if (rows.length) yield tell(db, rows, { personal: true });
		if (rows.length < 500) return;
		after = rows.at(-1)!.seq;
	}
}

/** One record as it stands, and as people read it; null when there is none. */
export async function one(db: Reader, seq: number): Promise<{ row: Row; told: Told } | null> {
	const [row] = await db.select().from(audit).where(eq(audit.seq, seq));
	const [told] = row ? await tell(db, [row], { personal: true }) : [];
	return row && told ? { row, told } : null;
}

/** Words that occur: nouns and acts, for the filter. */
export async function vocabulary(db: Reader): Promise<{ nouns: string[]; acts: string[] }> {
	// Steps from one word to the next along the index instead of reading all of it.
	const words = async (column: SQL) => {
		const rows = await db.all<{ word: string }>(sql`WITH RECURSIVE steps(word) AS (
			SELECT min(${column}) FROM audit UNION ALL
			SELECT (SELECT min(${column}) FROM audit WHERE ${column} > word) FROM steps WHERE word IS NOT NULL
		) SELECT word FROM steps WHERE word IS NOT NULL`);
		return rows.map(({ word }) => word);
	};
	const [nouns, acts] = await Promise.all([words(sql`noun`), words(sql`act`)]);
	return { nouns, acts };
}

async function conditions(db: Reader, asked: Asked): Promise<SQL | undefined> {
	const parts: (SQL | undefined)[] = [
		asked.noun ? eq(audit.noun, asked.noun) : undefined,
		asked.id ? eq(audit.thing, asked.id) : undefined,
		asked.act ? eq(audit.act, asked.act) : undefined,
		asked.person ? eq(audit.person, asked.person) : undefined,
		// Moments never decrease along the chain, so days are ranges of numbers, which every index has.
		asked.from
			? sql`${audit.seq} >= (SELECT seq FROM audit WHERE at >= ${dayStart(asked.from)} ORDER BY at, seq LIMIT 1)`
			: undefined,
		asked.to
			? sql`${audit.seq} <= (SELECT seq FROM audit WHERE at < ${dayEnd(asked.to)} ORDER BY at DESC, seq DESC LIMIT 1)`
			: undefined
	];
	if (asked.who) {
		const text = `%${asked.who.replace(/[%_\\]/g, '')}%`;
		const found = await db
			.select({ id: people.id })
			.from(people)
			.where(or(like(people.name, text), like(people.email, text)))
			.limit(NAMESAKES);
		parts.push(inArray(audit.person, [asked.who, ...found.map(({ id }) => id)]));
	}
	return and(...parts);
}

async function tell(db: Reader, rows: Row[], { personal }: Sight): Promise<Told[]> {
	if (!rows.length) return [];
	const ids = rows.flatMap((row) =>
		[row.person ?? [], row.noun === 'people' ? row.thing : []].flat()
	);
	const seqs = rows.map(({ seq }) => seq);
	const [named, beside] = await Promise.all([
		ids.length
			? db
					.select({ id: people.id, name: people.name })
					.from(people)
					.where(inArray(people.id, [...new Set(ids)]))
			: [],
		personal ? db.select().from(auditPersonal).where(inArray(auditPersonal.seq, seqs)) : []
	]);
	const names = new Map(named.map(({ id, name }) => [id, name]));
	const values = new Map(beside.map(({ seq, path, value }) => [`${seq} ${path}`, value]));
	return rows.map((row) => {
		const open: Open = (path) => {
			if (!personal) return 'kept-back';
			const json = values.get(`${row.seq} ${path}`);
			return json === undefined ? 'erased' : { json };
		};
		return told(row, names, open);
	});
}

function told(row: Row, names: Map<string, string>, open: Open): Told {
	const entry = readEntry(row);
	const name = row.noun === 'people' ? names.get(row.thing) : undefined;
	return {
		seq: row.seq,
		at: row.at,
		clock: entry.clock ?? null,
		act: row.act,
		noun: row.noun,
		id: row.thing,
		title:
			name !== undefined && (!entry.title || isCommitment(entry.title))
				? { text: name }
				: shown(entry.title, '/title', open),
		who: row.person ? { id: row.person, name: names.get(row.person) ?? null } : null,
		machine: entry.machine ?? null,
		from: shown(entry.from, '/from', open),
		why: shown(entry.why, '/why', open),
		changes: changesOf(entry, open),
		leaf: row.leaf
	};
}

/** The record of a row; one that somebody made unreadable is still shown with its columns. */
function readEntry(row: Row): Entry {
	try {
		return JSON.parse(row.record) as Entry;
	} catch {
		return { v: 1, seq: row.seq, at: row.at, act: row.act, noun: row.noun, id: row.thing };
	}
}

/** Every record as it is chained, a line each, and the last signed checkpoint. */
export async function* texts(db: Reader): AsyncGenerator<string> {
	for (let after = 0; ;) {
		const rows = await db
			.select({ seq: audit.seq, record: audit.record })
			.from(audit)
			.where(gte(audit.seq, after + 1))
			.orderBy(audit.seq)
			.limit(1000);
		for (const { record } of rows) yield record;
		if (rows.length < 1000) break;
		after = rows.at(-1)!.seq;
	}
	const [last] = await db.select().from(checkpoints).orderBy(desc(checkpoints.id)).limit(1);
	if (last) yield JSON.stringify({ checkpoint: last.note });
}
