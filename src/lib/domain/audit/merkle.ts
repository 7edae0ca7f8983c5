/** SHA-256 in the portal; passed in, so that the law needs no platform. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/**
 * The right edge of a Merkle tree: roots of its perfect subtrees, largest first, one for each bit
 * set in `size`. It is all that appending and the root need (RFC 6962 §2.1, RFC 9162 §2.1).
 */
export interface Frontier {
	size: number;
	hashes: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, hashes: [] };

const LEAF = 0;
const NODE = 1;

function prefixed(prefix: number, ...parts: Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
	bytes[0] = prefix;
	let at = 1;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** Hash of a leaf: SHA-256(0x00 ‖ data). */
export const leafHash = (hash: Hash, data: Uint8Array): Uint8Array => hash(prefixed(LEAF, data));

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
	hash(prefixed(NODE, left, right));

/** The tree with one more leaf; costs as many hashes as `size` has trailing ones. */
export function append(hash: Hash, { size, hashes }: Frontier, leaf: Uint8Array): Frontier {
	const next = [...hashes];
	let grown = leaf;
	for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2)
		grown = nodeHash(hash, next.pop()!, grown);
	next.push(grown);
	return { size: size + 1, hashes: next };
}

/** Root of the whole tree; of the empty one the hash of nothing. */
export function root(hash: Hash, { hashes }: Frontier): Uint8Array {
	return hashes.length
		? hashes.reduceRight((right, left) => nodeHash(hash, left, right))
		: hash(new Uint8Array());
}

/** Root of the leaves `start` (counted from 0) up to but without `end`, as read from storage. */
export type Subtree = (start: number, end: number) => Promise<Uint8Array>;

/** The largest power of two smaller than `size` (> 1): where RFC 6962 splits a tree. */
export function split(size: number): number {
	let half = 1;
	while (half * 2 < size) half *= 2;
	return half;
}

/** Subtree roots that prove leaf `index` to be in the tree of `size` leaves (RFC 6962 §2.1.1). */
export async function inclusionProof(
	index: number,
	size: number,
	subtree: Subtree
): Promise<Uint8Array[]> {
	const path: Uint8Array[] = [];
	for (let start = 0, end = size; end - start > 1;) {
		const middle = start + split(end - start);
		if (index < middle) {
			path.unshift(await subtree(middle, end));
			end = middle;
		} else {
			path.unshift(await subtree(start, middle));
			start = middle;
		}
	}
	return path;
}

/** Subtree roots that prove the tree of `from` leaves to be the beginning of that of `to` leaves. */
export async function consistencyProof(
	from: number,
	to: number,
	subtree: Subtree
): Promise<Uint8Array[]> {
	if (from === 0 || from === to) return [];
	const path: Uint8Array[] = [];
	let start = 0;
	let end = to;
	let whole = true;
	while (from !== end) {
		const middle = start + split(end - start);
		if (from <= middle) {
			path.unshift(await subtree(middle, end));
			end = middle;
		} else {
			path.unshift(await subtree(start, middle));
			start = middle;
			whole = false;
		}
	}
	if (!whole) path.unshift(await subtree(start, end));
	return path;
}
