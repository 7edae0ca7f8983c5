import type { Db } from '../db/open';

/** Who is told of every record after its commit, to sign how far the chain goes. */
export interface Keeper {
	add(seq: number, leaf: Uint8Array): void;
}

const keepers = new WeakMap<object, Keeper>();

/** The keeper of a database’s chain, if one is at work. */
export const keeperOf = (db: Db): Keeper | undefined => keepers.get(db);

/** Sets who keeps the chain of a database; null for nobody. */
export function setKeeper(db: Db, keeper: Keeper | null): void {
	if (keeper) keepers.set(db, keeper);
	else keepers.delete(db);
}
