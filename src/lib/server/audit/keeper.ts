import type { Db } from '../db/open';

/** Why nothing is signed any more: what the portal itself wrote is not what it finds. */
export type Broken = 'no-log' | 'log' | 'leaves' | 'rolled-back' | 'changed' | 'past-the-portal';

/** How the chain stands. */
export interface Standing {
	/** Records signed so far. */
	signed: number;
	/** Set once something was found wrong; nothing is signed from then on. */
	broken: Broken | null;
	/** Records after the last checkpoint taken over at start, and whether the last stop was clean. */
	adopted: { count: number; clean: boolean };
	/** A defect in signing (a full disk); tried again with the next record. */
	error: unknown;
}

/** Who is told of every record after its commit, and signs how far the chain goes. */
export interface Keeping {
	add(seq: number, leaf: Uint8Array): void;
	standing(): Standing;
	/** Signs what is not signed yet. */
	flush(): Promise<void>;
	/** Signs the rest and says in the log that nothing is open. */
	stop(): Promise<void>;
}

const keepers = new WeakMap<object, Keeping>();

/** The keeper of a database’s chain, if one is at work. */
export const keeperOf = (db: Db): Keeping | undefined => keepers.get(db);

/** Sets who keeps the chain of a database; null for nobody. */
export function setKeeper(db: Db, keeper: Keeping | null): void {
	if (keeper) keepers.set(db, keeper);
	else keepers.delete(db);
}
