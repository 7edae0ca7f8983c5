import {
	closeSync,
	createReadStream,
	existsSync,
	mkdirSync,
	openSync,
	readSync,
	statSync
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** One line of the log beside the database. */
export type Line =
	/** A signed checkpoint. */
	| { at: number; note: string }
	/** The portal started; records after `size` that no checkpoint covered are taken over. */
	| { at: number; opened: number; adopted: number; clean: boolean }
	/**
	 * A chain that no log proves was accepted, e.g. that of a restored backup: a new log begins.
	 * `checkpoint` is the last of the database that belongs to the log before, kept as `log`.
	 */
	| { at: number; accepted: number; checkpoint: number; log: string }
	/** The portal stopped with everything signed. */
	| { at: number; closed: number };

/**
 * What proves the chain from outside the database, in the data folder: `checkpoints.log`, a JSON line
 * per checkpoint, and `leaves`, the 32-byte leaf hashes one after the other, which the checkpoints
 * prove and which tell exactly which record was touched.
 */
export interface Ledger {
	log: string;
	leaves: string;
}

export const ledgerOf = (dataDir: string): Ledger => ({
	log: join(dataDir, 'audit', 'checkpoints.log'),
	leaves: join(dataDir, 'audit', 'leaves')
});

const LEAF = 32;

/** Every line of the log in order; null for one that cannot be read (a power cut, or worse). */
export async function* linesOf({ log }: Ledger): AsyncGenerator<Line | null> {
	if (!existsSync(log)) return;
	const lines = createInterface({ input: createReadStream(log, 'utf8'), crlfDelay: Infinity });
	for await (const line of lines) if (line) yield asLine(line);
}

function asLine(text: string): Line | null {
	try {
		const line = JSON.parse(text) as Record<string, unknown>;
		const known = ['note', 'opened', 'closed', 'accepted'].some((key) =>
			Object.hasOwn(line ?? {}, key)
		);
		return known ? (line as unknown as Line) : null;
	} catch {
		return null;
	}
}

/** Leaf hashes in order from `start` (counted from 0), in pieces of some thousands. */
export async function* leavesFrom(
	{ leaves }: Ledger,
	start = 0,
	end = Infinity
): AsyncGenerator<Uint8Array[]> {
	if (!existsSync(leaves) || end <= start) return;
	const file = await open(leaves, 'r');
	try {
		const piece = Buffer.alloc(LEAF * 4096);
		for (let at = start; at < end;) {
			const wanted = Math.min(4096, end - at) * LEAF;
			const { bytesRead } = await file.read(piece, 0, wanted, at * LEAF);
			const whole = Math.floor(bytesRead / LEAF);
			if (!whole) return;
			yield Array.from({ length: whole }, (_, i) =>
				Uint8Array.prototype.slice.call(piece, i * LEAF, (i + 1) * LEAF)
			);
			at += whole;
		}
	} finally {
		await file.close();
	}
}

/** Appends to both files; everything is on the disk when a call returns. */
interface Pen {
	/** Writes leaf hashes from leaf `start` (counted from 0) on. */
	leaves(start: number, hashes: readonly Uint8Array[]): Promise<void>;
	line(line: Line): Promise<void>;
}

/** Makes both files for their owner alone where they are missing. No line is ever overwritten. */
export async function takePen({ log, leaves }: Ledger): Promise<Pen> {
	mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
	const write = async (path: string, flags: string, bytes: Uint8Array, at: number | null) => {
		const file = await open(path, flags, 0o600);
		try {
			await file.write(bytes, 0, bytes.length, at);
			await file.datasync();
		} finally {
			await file.close();
		}
	};
	await write(leaves, 'a', Buffer.alloc(0), null);
	// A power cut may have left half a line: the next one begins on a line of its own.
	await write(log, 'a', Buffer.from(endsMidLine(log) ? '\n' : ''), null);
	return {
		leaves: (start, hashes) => write(leaves, 'r+', Buffer.concat(hashes), start * LEAF),
		line: (line) => write(log, 'a', Buffer.from(`${JSON.stringify(line)}\n`), null)
	};
}

function endsMidLine(log: string): boolean {
	if (!existsSync(log) || !statSync(log).size) return false;
	const file = openSync(log, 'r');
	const last = Buffer.alloc(1);
	readSync(file, last, 0, 1, statSync(log).size - 1);
	closeSync(file);
	return last.toString() !== '\n';
}
