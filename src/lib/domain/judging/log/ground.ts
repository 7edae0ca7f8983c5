import type { Entry } from '../../audit/record';
import { openNote, readKey } from '../../audit/note';
import type { Checkpoint, VerifierKey } from '../../audit/note';
import type { Hash } from '../../audit/merkle';
import { signedBy } from './ed25519';
import type { LogFinding, LogFindingKind } from './finding';
import type { LogFile, Point } from './file';
import { toHex } from './hex';
import type { Facts, LogNoun, Mark } from './phase';

/** The hashes a verification is made with: the platform’s, or plain code in a page. */
export interface Hashes {
	sha256: Hash;
	sha512: Hash;
	/** The platform’s own check of a signature, where it has one that answers at once. */
	signedBy?: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

/** A record of the log as read. */
export interface Told {
	line: number;
	seq: number;
	entry: Entry & { noun: LogNoun };
}

/** A checkpoint that is signed, with the record of its mark where it was made for one. */
interface Signed {
	point: Point;
	checkpoint: Checkpoint;
	mark: Mark | null;
}

/** What a verification knows so far; each check takes it and adds to `found`. */
export interface Ground {
	hashes: Hashes;
	file: LogFile;
	key: VerifierKey | null;
	found: LogFinding[];
	/** Signed checkpoints, oldest first. */
	signed: Signed[];
	/** Leaf hashes of the records of the log by `seq`, as the tree proves them. */
	leaves: Map<number, { hash: Uint8Array; open: boolean }>;
	/** Base64 roots of the tree, as the tiles make them, at sizes that are asked for. */
	roots: Map<number, string>;
	/** Records that are what was chained, in their order. */
	told: Told[];
	/** Facts that are what their mark committed to, by the record of the mark. */
	facts: Map<number, Facts>;
	/** Rules that are what was hashed, by round. */
	rules: Map<string, string>;
}

export const ground = (file: LogFile, hashes: Hashes): Ground => ({
	hashes,
	file,
	key: file.head && readKey(hashes.sha256, file.head.key),
	found: [],
	signed: [],
	leaves: new Map(),
	roots: new Map(),
	told: [],
	facts: new Map(),
	rules: new Map()
});

export function find(
	{ found }: Ground,
	kind: LogFindingKind,
	seq = 0,
	more: { line?: number; part?: string } = {}
): void {
	found.push({ kind, seq, ...more });
}

export const digest = ({ hashes }: Ground, text: string): string =>
	toHex(hashes.sha256(new TextEncoder().encode(text)));

/** Whether 64 bytes are the signature of a text. */
export const signs =
	({ hashes, key }: Ground) =>
	(text: string, signature: Uint8Array): boolean => {
		const message = new TextEncoder().encode(text);
		if (!key) return false;
		return hashes.signedBy
			? hashes.signedBy(key.key, message, signature)
			: signedBy(hashes.sha512, key.key, message, signature);
	};

/** A checkpoint signed by the key of the file; null for anything else. */
export const opened = (ground: Ground, note: string): Checkpoint | null =>
	ground.key && openNote(note, ground.key, signs(ground));
