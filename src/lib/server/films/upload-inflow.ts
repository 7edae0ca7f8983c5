import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** How a stream of bytes ended: whole, the line broken, more than allowed, stopped by us, or on an error. */
export type End =
	{ as: 'whole' | 'broken' | 'too-much' | 'stopped' } | { as: 'failed'; error: Error };

export interface Flow {
	path: string;
	/** Where the first byte goes, and how many may come. */
	from: number;
	room: number;
	/** Given what was written, in order; `false` stops the flow. */
	seen?: (pieces: readonly Buffer[], from: number) => boolean | Promise<boolean>;
	/** Told now and then how far the bytes are on the disk. */
	durable: (offset: number) => Promise<void>;
	/** Called with every piece that arrives. */
	alive?: () => void;
}

const BATCH = 512 * 1024;
const HIGH = 1024 * 1024;
/** Bytes after which those before are brought to the disk: a kill costs no more than these. */
const EVERY = 16 * 1024 * 1024;

/**
 * Writes a stream into a file, in batches, and brings it to the disk as it grows. Whatever happens,
 * it returns how far the bytes are on the disk: that, and nothing else, may be told to the sender.
 */
export async function inflow(body: Readable, flow: Flow): Promise<{ offset: number; end: End }> {
	const { path, from, room } = flow;
	let file: FileHandle | null = null;
	let queue: Buffer[] = [];
	let queued = 0;
	let arrived = 0;
	let written = from;
	let safe = from;
	let end: End | null = null;
	let wake: (() => void) | null = null;
	const stir = () => {
		wake?.();
		wake = null;
	};
	const close = (how: End) => {
		end ??= how;
		stir();
	};
	const onData = (piece: Buffer) => {
		flow.alive?.();
		arrived += piece.length;
		if (arrived > room) {
			body.pause();
			return close({ as: 'too-much' });
		}
		queue.push(piece);
		queued += piece.length;
		if (queued >= HIGH) body.pause();
		if (queued >= BATCH) stir();
	};
	const onEnd = () => close({ as: 'whole' });
	const onBroken = () => close({ as: 'broken' });
	body.on('data', onData).on('end', onEnd).on('error', onBroken).on('close', onBroken);
	if (body.destroyed) onBroken();

	const settle = async () => {
		if (written === safe || !file) return;
		await file.datasync();
		safe = written;
		await flow.durable(safe);
	};
	try {
		file = await openAt(path, from);
		for (;;) {
			if (queued < BATCH && !end) await new Promise<void>((done) => (wake = done));
			const pieces = queue;
			queue = [];
			queued = 0;
			if (body.isPaused() && !end) body.resume();
			if (pieces.length) {
				await writeAll(file, pieces, written);
				const at = written;
				for (const { length } of pieces) written += length;
				if (flow.seen && !(await flow.seen(pieces, at))) {
					end = { as: 'stopped' };
					break;
				}
				if (written - safe >= EVERY) await settle();
			} else if (end) break;
		}
	} catch (error) {
		end = { as: 'failed', error: error as Error };
	}
	body.off('data', onData).off('end', onEnd).off('error', onBroken).off('close', onBroken);
	try {
		if (end?.as !== 'stopped') await settle();
	} catch (error) {
		end = { as: 'failed', error: error as Error };
	} finally {
		await file?.close().catch(() => {});
	}
	return { offset: safe, end: end ?? { as: 'broken' } };
}

/** Opens the file of an upload; what lies behind its last safe byte is of a line that broke. */
async function openAt(path: string, from: number): Promise<FileHandle> {
	if (from === 0) return open(path, 'w', 0o600);
	const file = await open(path, 'r+');
	try {
		const { size } = await file.stat();
		if (size < from) throw new Error('the file of an upload is shorter than its row says');
		if (size > from) await file.truncate(from);
		return file;
	} catch (error) {
		await file.close();
		throw error;
	}
}

async function writeAll(file: FileHandle, pieces: Buffer[], from: number): Promise<void> {
	let at = from;
	let rest = pieces;
	while (rest.length) {
		let { bytesWritten } = await file.writev(rest, at);
		at += bytesWritten;
		// A full disk takes a part and says so with the next attempt.
		while (rest.length && bytesWritten >= rest[0]!.length) {
			bytesWritten -= rest[0]!.length;
			rest = rest.slice(1);
		}
		if (rest.length && bytesWritten) rest = [rest[0]!.subarray(bytesWritten), ...rest.slice(1)];
	}
}
