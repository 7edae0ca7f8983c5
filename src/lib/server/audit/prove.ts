import { desc } from 'drizzle-orm';
import {
	append,
	emptyFrontier,
	inclusionProof,
	nodeHash,
	root,
	split
} from '$lib/domain/audit/merkle';
import type { Subtree } from '$lib/domain/audit/merkle';
import { included } from '$lib/domain/audit/proof';
import type { Reader } from '../db/open';
import { checkpoints } from '../db/schema';
import { sha256 } from './bytes';
import { readVerifier } from './key';
import { leavesFrom, ledgerOf } from './ledger';
import type { Ledger } from './ledger';

/** That a record is in the chain a checkpoint was signed for. */
export interface Inclusion {
	/** Records the checkpoint covers. */
	size: number;
	/** Base64. */
	root: string;
	/** The signed note. */
	note: string;
	/** Hexadecimal subtree roots from the leaf up. */
	proof: string[];
	holds: boolean;
}

/** Whole blocks of so many leaves never change; their roots are remembered. */
const BLOCK = 1024;
const remembered = new Map<string, Uint8Array>();

/** Roots of ranges of the kept leaf hashes. */
function subtreesOf(ledger: Ledger): Subtree {
	const subtree: Subtree = async (start, end) => {
		if (end - start > BLOCK) {
			const middle = start + split(end - start);
			return nodeHash(sha256, await subtree(start, middle), await subtree(middle, end));
		}
		const key = `${ledger.leaves} ${start} ${end}`;
		const known = remembered.get(key);
		if (known) return known;
		let tree = emptyFrontier;
		for await (const leaves of leavesFrom(ledger, start, end))
			for (const leaf of leaves) tree = append(sha256, tree, leaf);
		const top = root(sha256, tree);
		if (end - start === BLOCK && start % BLOCK === 0) remembered.set(key, top);
		return top;
	};
	return subtree;
}

/**
 * Proves a record by the last checkpoint; null while that does not cover it.
 */
export async function prove(
	db: Reader,
	dataDir: string,
	{ seq, leaf }: { seq: number; leaf: string }
): Promise<Inclusion | null> {
	const [checkpoint] = await db.select().from(checkpoints).orderBy(desc(checkpoints.id)).limit(1);
	if (!checkpoint || checkpoint.size < seq) return null;
	const { size, root: top, note } = checkpoint;
	const proof = await inclusionProof(seq - 1, size, subtreesOf(ledgerOf(dataDir)));
	const signed = readVerifier(dataDir)?.open(note);
	const holds =
		signed?.size === size &&
		signed.root === top &&
		included(sha256, {
			leaf: Buffer.from(leaf, 'hex'),
			index: seq - 1,
			size,
			proof,
			root: Buffer.from(top, 'base64')
		});
	return {
		size,
		root: top,
		note,
		proof: proof.map((hash) => Buffer.from(hash).toString('hex')),
		holds
	};
}
