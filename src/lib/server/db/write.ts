import { AsyncLocalStorage } from 'node:async_hooks';
import { eq, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from './open';
import { settings } from './schema';

interface Turn {
	db: Db;
	contentVersion: number | null;
	/** What to do once the transaction has been committed. */
	after: ((db: Db) => void)[];
}

const turn = new AsyncLocalStorage<Turn>();
const queues = new WeakMap<object, Promise<unknown>>();
const listeners = new Set<(version: number) => void>();

/**
 * Runs `act` in one write transaction, after every write queued before it. Two write transactions
 * at once would freeze the event loop until SQLITE_BUSY, so all writes of the process queue here.
 * What `act` throws rolls everything back and is thrown on.
 * @throws when called inside another write: that one's `tx` must be passed on instead.
 */
export async function write<T>(db: Db, act: (tx: Tx) => Promise<T>): Promise<T> {
	if (turn.getStore()?.db === db)
		throw new Error('write() inside write(): pass the outer transaction on instead');
	const before = queues.get(db) ?? Promise.resolve();
	const run = before.then(async () => {
		const mine: Turn = { db, contentVersion: null, after: [] };
		const result = await turn.run(mine, () =>
			(db as unknown as { transaction(a: (tx: Tx) => Promise<T>): Promise<T> }).transaction(act)
		);
		if (mine.contentVersion !== null) for (const tell of listeners) tell(mine.contentVersion);
		for (const act of mine.after) act(db);
		return result;
	});
	queues.set(
		db,
		run.catch(() => undefined)
	);
	return run;
}

/** Carries the result of a rehearsal out of the transaction it rolls back. */
class Curtain {
	constructor(readonly result: unknown) {}
}

/**
 * Runs `act` as {@link write} would and then undoes it: what it returns is how things would stand.
 * Nothing of it remains, no content version rises and nobody is told.
 */
export async function rehearse<T>(db: Db, act: (tx: Tx) => Promise<T>): Promise<T> {
	try {
		await write(db, async (tx): Promise<never> => {
			throw new Curtain(await act(tx));
		});
	} catch (thrown) {
		if (thrown instanceof Curtain) return thrown.result as T;
		throw thrown;
	}
	throw new Error('a rehearsal was committed');
}

/**
 * Says that public content changes with this transaction: raises the version that caches, tile
 * addresses and entity tags carry. Call it at least once in every transaction that does.
 */
export async function touchContent(tx: Tx): Promise<void> {
	const mine = turn.getStore();
	if (!mine || mine.contentVersion !== null) return;
	await tx
		.insert(settings)
		.values({ key: 'contentVersion', value: 1 })
		.onConflictDoUpdate({ target: settings.key, set: { value: sql`json(${settings.value} + 1)` } });
	mine.contentVersion = await contentVersion(tx);
}

/**
 * Leaves something to be done when the present transaction has been committed, in order; nothing
 * happens when it is rolled back. `act` must not throw and must not wait.
 */
export function afterCommit(act: (db: Db) => void): void {
	turn.getStore()?.after.push(act);
}

/** The version of all public content; 0 for a fresh database. */
export async function contentVersion(db: Reader): Promise<number> {
	const [row] = await db
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, 'contentVersion'));
	return Number(row?.value ?? 0);
}

/** Calls `tell` after each commit that changed public content; returns how to stop. */
export function onContentChange(tell: (version: number) => void): () => void {
	listeners.add(tell);
	return () => listeners.delete(tell);
}
