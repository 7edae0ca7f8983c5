import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Disk } from './upload-disk';
import type { Turns } from './upload-turns';

/** How a stream of bytes ended: whole, the line broken, more than allowed, stopped by us, or on an error. */
type End = { as: 'whole' | 'broken' | 'too-much' | 'stopped' } | { as: 'failed'; error: Error };

interface Flow {
	path: string;
	/** Where the first byte goes, and how many may come. */
	from: number;
	room: number;
	disk: Disk;
	/** Given what comes next, before it is written, in order; `false` stops the flow. */
	seen?: (pieces: readonly Buffer[]) => boolean;
	/** Told now and then how far the bytes are on the disk. */
	durable: (offset: number) => Promise<void>;
	/** Called with every piece that arrives. */
	alive?: () => void;
	/** Lets few be read from at a time. */
	turns?: Turns;
}

/** Bytes written at once. */
const BATCH = 1024 * 1024;
/** Bytes after which those before are brought to the disk: a kill costs no more than these. */
const EVERY = 16 * 1024 * 1024;

/**
 * Writes a stream into a file, in batches, and brings it to the disk as it grows, while it goes on.
 * Whatever happens, it returns how far the bytes are on the disk: that, and nothing else, may be told
 * to the sender.
 */
export async function inflow(body: Readable, flow: Flow): Promise<{ offset: number; end: End }> {
	const source = new Batches(body, flow);
	let file: FileHandle | null = null;
	let written = flow.from;
	let safe = flow.from;
	let end: End | null = null;
	let syncing: Promise<void> | null = null;
	let unsynced: Error | null = null;

	const settle = async () => {
		const reached = written;
		if (reached === safe || !file) return;
		await flow.disk.sync(file.fd);
		safe = reached;
		await flow.durable(safe);
	};
	try {
		file = await openAt(flow.path, flow.from);
		// The next pieces are read while those before are written.
		let coming = source.next();
		for (;;) {
			const pieces = await coming;
			if (!pieces) break;
			coming = source.next();
			if (flow.seen && !flow.seen(pieces)) {
				end = { as: 'stopped' };
				break;
			}
			const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
			await flow.disk.write(file.fd, pieces, written);
			written += length;
			if (unsynced) throw unsynced;
			if (written - safe >= EVERY && !syncing)
				syncing = settle()
					.catch((error: Error) => void (unsynced = error))
					.finally(() => (syncing = null));
			// A disk that is slow to say yes holds nobody up before four such lengths are under way.
			if (written - safe >= 4 * EVERY) await syncing;
		}
		end ??= source.end;
	} catch (error) {
		end = { as: 'failed', error: error as Error };
	}
	source.close();
	try {
		await syncing;
		if (end?.as !== 'stopped') await settle();
	} catch (error) {
		end = { as: 'failed', error: error as Error };
	} finally {
		await file?.close().catch(() => {});
	}
	return { offset: safe, end: end ?? { as: 'broken' } };
}

/** A stream in batches, read only while somebody waits for the next one. */
class Batches {
	end: End | null = null;
	#queue: Buffer[] = [];
	#queued = 0;
	#arrived = 0;
	#reading = false;
	#wake: (() => void) | null = null;

	constructor(
		readonly body: Readable,
		readonly flow: Flow
	) {
		body.pause();
		body.on('data', this.#data).on('end', this.#whole);
		body.on('error', this.#broken).on('close', this.#broken);
		if (body.destroyed) this.#broken();
	}

	/** The next pieces, about a batch of them; null at the end. */
	async next(): Promise<Buffer[] | null> {
		if (this.#queued < BATCH && !this.end) {
			const { turns } = this.flow;
			await turns?.enter();
			const read = new Promise<void>((done) => (this.#wake = done));
			// A slow sender does not keep the others waiting: its bytes gather in the system meanwhile.
			const long = turns?.whenCrowded(() => this.#stir());
			this.#reading = true;
			if (!this.end) this.body.resume();
			else this.#stir();
			await read;
			this.#reading = false;
			if (!this.end) this.body.pause();
			long?.();
			turns?.leave(this.#queued);
		}
		const pieces = this.#queue;
		this.#queue = [];
		this.#queued = 0;
		return pieces.length || !this.end ? pieces : null;
	}

	close(): void {
		this.#stop({ as: 'stopped' });
		this.body.off('data', this.#data).off('end', this.#whole);
		this.body.off('error', this.#broken).off('close', this.#broken);
	}

	readonly #data = (piece: Buffer): void => {
		const { alive, room } = this.flow;
		alive?.();
		this.#arrived += piece.length;
		if (this.#arrived > room) {
			this.body.pause();
			return this.#stop({ as: 'too-much' });
		}
		this.#queue.push(piece);
		this.#queued += piece.length;
		if (this.#queued >= BATCH) return this.#stir();
		// The system would go on handing over two megabytes before anybody else had a turn.
		this.body.pause();
		setImmediate(() => {
			if (this.#reading && !this.end) this.body.resume();
		});
	};

	readonly #whole = (): void => this.#stop({ as: 'whole' });
	readonly #broken = (): void => this.#stop({ as: 'broken' });

	#stop(how: End): void {
		this.end ??= how;
		this.#stir();
	}

	#stir(): void {
		this.#wake?.();
		this.#wake = null;
	}
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
