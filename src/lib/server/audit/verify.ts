import { gt, max, sql } from 'drizzle-orm';
import { canonical } from '$lib/domain/audit/canonical';
import { Differences, inOrder, joined } from '$lib/domain/audit/finding';
import type { Finding } from '$lib/domain/audit/finding';
import { append, emptyFrontier, root } from '$lib/domain/audit/merkle';
import type { Frontier } from '$lib/domain/audit/merkle';
import type { Entry } from '$lib/domain/audit/record';
import type { Reader } from '../db/open';
import { audit, auditTree, checkpoints } from '../db/schema';
import { hex, leafOf, sha256, storedHashes } from './bytes';
import { checkLog } from './check-log';
import type { Logged } from './check-log';
import { PersonalCheck } from './check-personal';
import { readVerifier } from './key';
import type { Verifier } from './key';
import { leavesFrom, ledgerOf } from './ledger';

const PAGE = 200;
/** Records younger than this may still wait for their checkpoint. */
const PENDING = 10_000;

/** What a verification says. */
export interface Verdict {
	/** Records that stand. */
	records: number;
	/** How far signed checkpoints reach, how many there are, and the last one as signed. */
	signed: number;
	checkpoints: number;
	note: string | null;
	/** Personal values that still are what was committed to, and those erased on record. */
	personal: { kept: number; erased: number };
	/** Records taken over at a start after a stop that was not clean (a power cut). */
	adopted: number;
	findings: Finding[];
}

type Row = typeof audit.$inferSelect;

/**
 * Reads every record, takes all hashes again and compares them with the signed checkpoints, the hashes
 * kept beside the database, the stored edge of the tree and the personal values. Streams in pages and
 * gives way between them, so that a running portal can do it; what is recorded meanwhile is left out.
 */
export async function verify(
	db: Reader,
	{
		dataDir,
		now,
		progress
	}: { dataDir: string; now: number; progress?: (done: number, of: number) => void }
): Promise<Verdict> {
	const pause = () => new Promise<void>((go) => setImmediate(go));
	const ledger = ledgerOf(dataDir);
	const verifier = readVerifier(dataDir);
	// A checkpoint reaches the log before the database: what the database has now, the log must have.
	const [saved] = await db.select({ id: max(checkpoints.id) }).from(checkpoints);
	const logged = verifier ? await checkLog(ledger, verifier, pause) : null;
	const findings: Finding[] = logged ? [...logged.findings] : [{ kind: 'no-key', seq: 0 }];
	const [edge] = await db.select().from(auditTree);
	const upTo = Math.max(edge?.size ?? 0, logged?.size ?? 0);

	const differences = new Differences();
	const personal = new PersonalCheck();
	const proved = logged?.proved ?? 0;
	const truth = each(leavesFrom(ledger, 0, proved));
	const wanted = async () => {
		const next = await truth.next();
		return next.done ? null : hex(next.value);
	};
	let tree = emptyFrontier;
	let whole = true;
	let checked = proved;
	let [place, count, lastAt] = [0, 0, 0];
	for (let from = 1; ;) {
		// Plain SQL: mapping a hundred thousand rows would cost more than all hashes.
		const rows = await db.all<Row>(
			sql`SELECT * FROM audit WHERE seq >= ${from} ORDER BY seq LIMIT ${PAGE}`
		);
		if (!rows.length) break;
		const entries = new Map<number, Entry>();
		for (const row of rows) {
			// Recorded while this runs: the edge read at the beginning does not have it.
			if (row.seq > upTo && row.at > now - PENDING && !logged?.closed) continue;
			while (++place < row.seq)
				if (place <= proved) differences.compare(place, null, await wanted());
				else findings.push({ kind: 'missing', seq: place });
			const leaf = leafOf(row.record);
			const entry = entryOf(row.record);
			count++;
			if (entry) entries.set(row.seq, entry);
			const waits = !logged?.closed && row.at > now - PENDING;
			let agreed = true;
			if (place <= proved) agreed = differences.compare(place, hex(leaf), await wanted());
			else if (place > (edge?.size ?? 0)) agreed = differences.compare(place, hex(leaf), null);
			else if (place > (logged?.size ?? 0) && !waits)
				agreed = differences.compare(place, hex(leaf), null, 'unsigned');
			const part = agreed ? altered(row, entry, hex(leaf), place <= proved) : null;
			if (part) findings.push({ kind: 'edited', seq: row.seq, part });
			if (row.at < lastAt) findings.push({ kind: 'undated', seq: row.seq });
			lastAt = row.at;
			tree = append(sha256, tree, leaf);
			whole &&= tree.size === place;
			// Where the kept hashes prove nothing, the signed roots still prove the records themselves.
			const signed = logged?.roots.get(place);
			if (signed !== undefined && place > proved) {
				if (!whole || Buffer.from(root(sha256, tree)).toString('base64') !== signed)
					findings.push({ kind: 'between', seq: checked + 1, to: place });
				checked = place;
			}
			if (edge && whole && !differences.any && place === edge.size && !agrees(edge, tree, row.at))
				findings.push({ kind: 'tree', seq: place });
		}
		const last = rows.at(-1)!.seq;
		findings.push(...(await personal.page(db, from, last, entries)));
		from = last + 1;
		progress?.(Math.min(place, upTo), upTo);
		// The portal may go on recording faster than this reads: a page of nothing else is the end.
		if (rows.length < PAGE || last > place) break;
		await pause();
	}
	const last = place;
	while (place++ < upTo)
		if (place <= proved) differences.compare(place, null, await wanted());
		else findings.push({ kind: 'cut', seq: place });
	await truth.return(undefined);
	if (!differences.any && (edge?.size ?? 0) < last)
		findings.push({ kind: 'tree', seq: edge?.size ?? 0 });
	findings.push(
		...differences.explain(last),
		...(logged?.adopted ?? []).flatMap(({ from: seq, to, clean }): Finding[] =>
			clean ? [{ kind: 'added', seq, to }] : []
		),
		...(await personal.unexplained(db))
	);
	if (verifier && logged)
		findings.push(...(await tableAgainst(db, verifier, logged, saved?.id ?? 0)));
	return {
		records: count,
		signed: logged?.size ?? 0,
		checkpoints: logged?.roots.size ?? 0,
		note: logged?.note ?? null,
		personal: { kept: personal.kept, erased: personal.erased },
		adopted: (logged?.adopted ?? []).reduce((sum, { from, to }) => sum + to - from + 1, 0),
		findings: joined(findings.sort(inOrder))
	};
}

async function* each<T>(pieces: AsyncGenerator<T[]>): AsyncGenerator<T> {
	for await (const piece of pieces) yield* piece;
}

function entryOf(record: string): Entry | null {
	try {
		return JSON.parse(record) as Entry;
	} catch {
		return null;
	}
}

/** Which column does not say what the record says; null when all do. */
function altered(row: Row, entry: Entry | null, leaf: string, proved: boolean): string | null {
	if (!entry || (!proved && canonical(entry) !== row.record)) return 'record';
	if (row.leaf !== leaf) return 'leaf';
	const said = { seq: entry.seq, at: entry.at, act: entry.act, noun: entry.noun, thing: entry.id };
	for (const [key, value] of Object.entries(said))
		if (row[key as keyof typeof said] !== value) return key;
	return row.person === (entry.who ?? null) ? null : 'person';
}

/** Whether the stored edge of the tree is that of the records. */
const agrees = (edge: typeof auditTree.$inferSelect, tree: Frontier, at: number): boolean =>
	edge.hashes === storedHashes(tree) && edge.at === at;

/**
 * Compares the checkpoints in the database with the log; the last one may be on its way.
 * @param saved id of the last checkpoint the database had before the log was read
 */
async function tableAgainst(
	db: Reader,
	verifier: Verifier,
	{ roots, size, closed, before }: Logged,
	saved: number
): Promise<Finding[]> {
	const found: Finding[] = [];
	const part = 'checkpoints';
	const seen = new Set<number>();
	for (let from = before; ;) {
		const rows = await db
			.select()
			.from(checkpoints)
			.where(gt(checkpoints.id, from))
			.orderBy(checkpoints.id)
			.limit(PAGE);
		for (const row of rows) {
			const { size: seq } = row;
			seen.add(seq);
			const signed = verifier.open(row.note);
			if (!signed) found.push({ kind: 'signature', seq, part });
			else if (signed.size !== seq || signed.root !== row.root)
				found.push({ kind: 'root', seq, part });
			else if (roots.get(seq) !== row.root && (row.id <= saved || roots.has(seq)))
				found.push({ kind: roots.has(seq) ? 'root' : 'foreign', seq, part });
		}
		if (rows.length < PAGE) break;
		from = rows.at(-1)!.id;
	}
	for (const seq of roots.keys())
		if (!seen.has(seq) && (seq < size || closed)) found.push({ kind: 'lost', seq, part });
	return found;
}
