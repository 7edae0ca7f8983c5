import { existsSync } from 'node:fs';
import { desc, gt, max } from 'drizzle-orm';
import { append, emptyFrontier, root } from '$lib/domain/audit/merkle';
import type { Frontier } from '$lib/domain/audit/merkle';
import type { Db, Reader } from '../db/open';
import { audit, checkpoints } from '../db/schema';
import { write } from '../db/write';
import { leafOf, hex, sha256, unhex } from './bytes';
import { hasKey, openSigner } from './key';
import { setKeeper } from './keeper';
import type { Broken, Keeping, Standing } from './keeper';
import { leavesFrom, ledgerOf, linesOf, takePen } from './ledger';
import type { Ledger, Line } from './ledger';

/** At most one checkpoint in this time; records that come closer together share one. */
const PAUSE = 50;
const PAGE = 2000;

interface Last {
	size: number;
	root: string | null;
	note: string | null;
	clean: boolean;
	wrong: boolean;
}

/**
 * Keeps the chain of a database: signs checkpoints of what this process recorded, a moment after its
 * commit, into the log of the data folder and into the database. Its own right edge of the tree is
 * rebuilt from the log, never taken from the database: a database that was changed, cut or replaced
 * by an older copy gets no signature.
 */
export async function keep(
	db: Db,
	{
		dataDir,
		name,
		clock = Date.now,
		report = () => undefined,
		pause = PAUSE,
		accepted
	}: {
		dataDir: string;
		name: string;
		clock?: () => number;
		/** Told of a defect in signing (a full disk); it is tried again with the next record. */
		report?: (error: unknown) => void;
		/** Milliseconds between checkpoints; whoever counts them makes it longer than any machine takes. */
		pause?: number;
		/** Begins a new log for a chain somebody accepted as it is; the line that says so. */
		accepted?: Line;
	}
): Promise<Keeping> {
	const ledger = ledgerOf(dataDir);
	const known = !accepted && hasKey(dataDir);
	const signer = openSigner(dataDir, name);
	const last = await lastOf(ledger, signer);
	const standing: Standing = {
		signed: last.size,
		broken: null,
		adopted: { count: 0, clean: true },
		error: null
	};
	let edge = await rebuilt(ledger, last.size);
	standing.broken = accepted ? null : await firstDoubt(db, { last, edge, known, ledger });

	const pen = await takePen(ledger);
	if (accepted) await pen.line(accepted);
	let waiting: Uint8Array[] = [];
	let unsaved: (typeof checkpoints.$inferInsert)[] = [];
	let next = last.size + 1;
	let timer: NodeJS.Timeout | null = null;
	let signedAt = -Infinity;
	let work = Promise.resolve();

	async function sign(): Promise<void> {
		if (standing.broken || (!waiting.length && !unsaved.length)) return;
		try {
			// A copy: records go on coming while these are written.
			const leaves = [...waiting];
			if (leaves.length) {
				const grown = leaves.reduce<Frontier>((tree, leaf) => append(sha256, tree, leaf), edge);
				const top = root(sha256, grown);
				const note = signer.sign(grown.size, top);
				const at = clock();
				await pen.leaves(edge.size, leaves);
				await pen.line({ at, note });
				waiting = waiting.slice(leaves.length);
				edge = grown;
				unsaved.push({ size: grown.size, at, root: Buffer.from(top).toString('base64'), note });
			}
			const rows = [...unsaved];
			await write(db, (tx) => tx.insert(checkpoints).values(rows));
			unsaved = unsaved.slice(rows.length);
			standing.signed = edge.size;
			standing.error = null;
		} catch (error) {
			standing.error = error;
			report(error);
		}
	}

	function flush(): Promise<void> {
		if (timer) clearTimeout(timer);
		timer = null;
		signedAt = performance.now();
		work = work.then(sign);
		return work;
	}

	const keeping: Keeping = {
		add(seq, leaf) {
			// Somebody else added or took away records behind the portal’s back.
			if (seq !== next && !standing.broken) standing.broken = 'past-the-portal';
			if (standing.broken) return;
			next++;
			waiting.push(leaf);
			timer ??= setTimeout(flush, Math.max(0, signedAt + pause - performance.now())).unref();
		},
		standing: () => ({ ...standing }),
		flush,
		async stop() {
			setKeeper(db, null);
			await flush();
			if (!standing.broken && !waiting.length) await pen.line({ at: clock(), closed: edge.size });
		}
	};

	if (!standing.broken) {
		const rest = await uncovered(db, last.size);
		if (rest === null) standing.broken = 'changed';
		else {
			standing.adopted = { count: rest.length, clean: last.clean };
			const { length: adopted } = rest;
			await pen.line({ at: clock(), opened: last.size, adopted, clean: last.clean });
			for (const leaf of rest) keeping.add(next, leaf);
			const [saved] = await db.select({ size: max(checkpoints.size) }).from(checkpoints);
			if (last.note && last.root && (saved?.size ?? 0) < last.size)
				unsaved.push({ size: last.size, at: clock(), root: last.root, note: last.note });
			await flush();
		}
	}
	setKeeper(db, keeping);
	return keeping;
}

/** The last signed checkpoint of the log, and whether the portal stopped in good order after it. */
async function lastOf(ledger: Ledger, signer: ReturnType<typeof openSigner>): Promise<Last> {
	let note: string | null = null;
	let clean = false;
	for await (const line of linesOf(ledger)) {
		if (!line) continue;
		if ('note' in line) note = line.note;
		clean = 'closed' in line;
	}
	if (note === null) return { size: 0, root: null, note, clean, wrong: false };
	const found = signer.open(note);
	if (!found) return { size: 0, root: null, note, clean, wrong: true };
	return { size: found.size, root: found.root, note, clean, wrong: false };
}

async function rebuilt(ledger: Ledger, size: number): Promise<Frontier> {
	let edge = emptyFrontier;
	for await (const leaves of leavesFrom(ledger, 0, size))
		for (const leaf of leaves) edge = append(sha256, edge, leaf);
	return edge;
}

async function firstDoubt(
	db: Reader,
	{ last, edge, known, ledger }: { last: Last; edge: Frontier; known: boolean; ledger: Ledger }
): Promise<Broken | null> {
	if (last.wrong) return 'log';
	if (last.note === null) {
		const [saved] = await db.select({ size: max(checkpoints.size) }).from(checkpoints);
		return saved?.size || (known && !existsSync(ledger.log)) ? 'no-log' : null;
	}
	if (edge.size !== last.size || Buffer.from(root(sha256, edge)).toString('base64') !== last.root)
		return 'leaves';
	const [row] = await db.select().from(audit).orderBy(desc(audit.seq)).limit(1);
	if (!row || row.seq < last.size) return 'rolled-back';
	for await (const [leaf] of leavesFrom(ledger, last.size - 1, last.size)) {
		const [same] = await db
			.select()
			.from(audit)
			.where(gt(audit.seq, last.size - 1))
			.limit(1);
		if (!same || !leaf || hex(leafOf(same.record)) !== hex(leaf)) return 'changed';
	}
	return null;
}

/** Leaves of the records no checkpoint covers; null when they do not follow one another. */
async function uncovered(db: Reader, size: number): Promise<Uint8Array[] | null> {
	const leaves: Uint8Array[] = [];
	for (;;) {
		const seen = size + leaves.length;
		const rows = await db
			.select({ seq: audit.seq, record: audit.record, leaf: audit.leaf })
			.from(audit)
			.where(gt(audit.seq, seen))
			.orderBy(audit.seq)
			.limit(PAGE);
		for (const [at, row] of rows.entries()) {
			const leaf = leafOf(row.record);
			if (row.seq !== seen + at + 1 || row.leaf !== hex(leaf)) return null;
			leaves.push(unhex(row.leaf));
		}
		if (rows.length < PAGE) return leaves;
	}
}
