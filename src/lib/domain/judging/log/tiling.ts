import { leafHash, nodeHash } from '../../audit/merkle';
import type { Frontier, Hash } from '../../audit/merkle';

/**
 * A tree laid out as a row of tiles without gaps, each a perfect subtree: one for every record of the
 * log, and as large as can be for what lies between. From one row follow the roots at every checkpoint,
 * so it proves that all records are in all of them and that each checkpoint begins the next.
 */
interface Tile {
	/** Leaves under it: a power of two. */
	size: number;
	hash: Uint8Array;
	/** A record of the log: `open` when the file holds its text. Null for the rest of the portal. */
	mine: 'open' | 'closed' | null;
}

/**
 * The tree with a perfect subtree of `size` leaves more; null where it cannot stand there.
 */
export function appendTree(
	hash: Hash,
	{ size: before, hashes }: Frontier,
	size: number,
	top: Uint8Array
): Frontier | null {
	if (!Number.isSafeInteger(size) || size < 1 || before % size || !isPower(size)) return null;
	const next = [...hashes];
	let grown = top;
	for (let rest = before / size; rest % 2 === 1; rest = (rest - 1) / 2)
		grown = nodeHash(hash, next.pop()!, grown);
	next.push(grown);
	return { size: before + size, hashes: next };
}

function isPower(size: number): boolean {
	while (size % 2 === 0) size /= 2;
	return size === 1;
}

/** Lays tiles while leaf hashes come by; holds only what cannot be joined any more. */
export class Tiler {
	readonly tiles: Tile[] = [];
	private at = 0;

	/** @param cuts sizes of checkpoints: no tile lies across one */
	constructor(
		private readonly hash: Hash,
		private readonly cuts: ReadonlySet<number>
	) {}

	add(leaf: Uint8Array, mine: Tile['mine']): void {
		this.tiles.push({ size: 1, hash: leaf, mine });
		this.at++;
		for (;;) {
			const [left, right] = [this.tiles.at(-2), this.tiles.at(-1)!];
			const joins =
				left?.size === right.size &&
				!left.mine &&
				!right.mine &&
				this.at % (2 * right.size) === 0 &&
				!this.cuts.has(this.at - right.size);
			if (!joins) return;
			this.tiles.splice(-2, 2, {
				size: 2 * right.size,
				hash: nodeHash(this.hash, left.hash, right.hash),
				mine: null
			});
		}
	}
}

/** Leaf hash of a line of text. */
export const textLeaf = (hash: Hash, text: string): Uint8Array =>
	leafHash(hash, new TextEncoder().encode(text));
