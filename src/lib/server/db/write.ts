import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from './open';
import { given, plainly, prepared } from './prepared';
import { settings } from './schema';

interface Turn {
	db: Db;
	contentVersion: number | null;
	/** What to do once the transaction has been committed. */
	after: ((db: Db) => void)[];
}

const turn = new AsyncLocalStorage<Turn>();
const lines = new WeakMap<object, Waiting[]>();
const listeners = new Set<(version: number) => void>();

/** A write that waits for its turn. */
interface Waiting {
	/** Acts in the context of whoever asked, as its own turn. */
	act: (tx: Tx) => Promise<unknown>;
	mine: Turn;
	done: (result: unknown) => void;
	failed: (error: unknown) => void;
}

type Transact = { transaction<T>(act: (tx: Tx) => Promise<T>): Promise<T> };

/** Writes that are committed together at most: what takes longest is that the disk says yes. */
const TOGETHER = 32;
/** Turns of the event loop that are waited at most for more of them. */
const TURNS = 8;

/**
 * Runs `act` in a write transaction, after every write queued before it. Two write transactions at
 * once would freeze the event loop until SQLITE_BUSY, so all writes of the process queue here. Writes
 * that wait at the same time share one commit, each within a savepoint of its own: what `act` throws
 * rolls back its own work alone and is thrown on. A result is given once it is on the disk.
 * @throws when called inside another write: that one's `tx` must be passed on instead.
 */
export async function write<T>(db: Db, act: (tx: Tx) => Promise<T>): Promise<T> {
	if (turn.getStore()?.db === db)
		throw new Error('write() inside write(): pass the outer transaction on instead');
	return new Promise<T>((done, failed) => {
		const mine: Turn = { db, contentVersion: null, after: [] };
		const own = AsyncResource.bind((tx: Tx) => turn.run(mine, () => act(tx)));
		const one: Waiting = { act: own, mine, done: done as Waiting['done'], failed };
		const line = lines.get(db);
		if (line) line.push(one);
		else void serve(db, [one]);
	});
}

/** Works off a line of writes until nobody stands in it any more. */
async function serve(db: Db, line: Waiting[]): Promise<void> {
	lines.set(db, line);
	while (line.length) {
		await gather(line);
		await commit(db, line.splice(0, TOGETHER));
	}
	lines.delete(db);
}

/**
 * Lets the event loop turn as long as each turn brings somebody more: forms whose bytes are there
 * already are read in these turns, and share the commit. Who comes alone waits for one idle turn.
 */
async function gather(line: readonly Waiting[]): Promise<void> {
	for (let turns = 0, seen = 0; turns < TURNS && seen < line.length; turns++) {
		if (line.length >= TOGETHER) return;
		seen = line.length;
		await nextTurn();
	}
}

async function commit(db: Db, together: Waiting[]): Promise<void> {
	const written: [Waiting, unknown][] = [];
	const alone = together.length === 1;
	try {
		await (db as unknown as Transact).transaction(async (tx) => {
			for (const one of together)
				try {
					written.push([one, await (alone ? one.act(tx) : apart(tx, one.act))]);
				} catch (error) {
					one.failed(error);
					if (alone) throw error;
				}
		});
	} catch (error) {
		for (const one of together) one.failed(error);
		return;
	}
	for (const [{ mine, done }, result] of written) {
		const { contentVersion, after } = mine;
		if (contentVersion !== null) for (const tell of listeners) tell(contentVersion);
		for (const act of after) act(db);
		done(result);
	}
}

/** Acts within a savepoint: what throws undoes its own work alone. */
async function apart(tx: Tx, act: Waiting['act']): Promise<unknown> {
	await plainly(tx, 'SAVEPOINT apart');
	try {
		return await act(tx);
	} catch (error) {
		await plainly(tx, 'ROLLBACK TO apart');
		throw error;
	} finally {
		await plainly(tx, 'RELEASE apart');
	}
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

const versionRow = prepared((db) =>
	db
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, given('key')))
);

/** The version of all public content; 0 for a fresh database. */
export async function contentVersion(db: Reader): Promise<number> {
	const [row] = await versionRow(db, { key: 'contentVersion' });
	return Number(row?.value ?? 0);
}

/** Calls `tell` after each commit that changed public content; returns how to stop. */
export function onContentChange(tell: (version: number) => void): () => void {
	listeners.add(tell);
	return () => listeners.delete(tell);
}
