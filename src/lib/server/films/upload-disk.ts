import { Thread } from './upload-thread';

/**
 * What the threads of {@link Disk} run. Asked: `write` writes all of some pieces at a place of an open
 * file; `sync` brings an open file or a folder to the disk; `note` writes a short text over a file and
 * brings it to the disk. What was written is let go at once, through a closed port: left to the
 * collector, it would gather first.
 */
const script = `
const { MessageChannel, parentPort } = require('node:worker_threads');
const { closeSync, constants, fdatasyncSync, fsyncSync, openSync, writeSync, writevSync } = require('node:fs');

const { port1: nowhere, port2 } = new MessageChannel();
port2.close();

function write({ file, pieces, at }) {
	let rest = pieces.map((piece) => new Uint8Array(piece));
	while (rest.length) {
		let written = writevSync(file, rest, at);
		at += written;
		// A full disk takes a part and says so with the next attempt.
		while (rest.length && written >= rest[0].length) written -= rest.shift().length;
		if (written) rest[0] = rest[0].subarray(written);
	}
}

function sync({ file, folder }) {
	if (folder === undefined) return fdatasyncSync(file);
	const opened = openSync(folder, 'r');
	try {
		fsyncSync(opened);
	} finally {
		closeSync(opened);
	}
}

function note({ path, text }) {
	const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
	try {
		writeSync(file, text, 0);
		fdatasyncSync(file);
	} finally {
		closeSync(file);
	}
}

const acts = { write, sync, note };
parentPort.on('message', (asked) => {
	const { n } = asked;
	try {
		acts[asked.do](asked);
		parentPort.postMessage({ n, answer: null });
	} catch ({ message, code }) {
		parentPort.postMessage({ n, error: { message, code } });
	}
	if (asked.pieces) nowhere.postMessage(null, asked.pieces);
});
`;

/**
 * Writes films in threads of its own. Pages are compressed, and files opened, by the few threads that
 * Node keeps for such things: twenty films that write and sync there would let pages wait for the
 * disk. And pieces given away here are gone from the memory of the thread that answers pages, which
 * otherwise would stop for its collector several times a second.
 */
export class Disk {
	readonly #writer = new Thread<null>('upload-write', script);
	// A disk that takes long to say yes does not keep the next bytes waiting.
	readonly #syncer = new Thread<null>('upload-sync', script);

	/** Writes pieces one after the other into an open file. Nobody may look at them afterwards. */
	async write(file: number, pieces: readonly Buffer[], at: number): Promise<void> {
		const lent = lendable(pieces);
		await this.#writer.ask({ do: 'write', file, pieces: lent, at }, lent);
	}

	/** Brings the bytes of an open file to the disk. */
	async sync(file: number): Promise<void> {
		await this.#syncer.ask({ do: 'sync', file });
	}

	/** Brings to the disk which files a folder has. */
	async syncFolder(folder: string): Promise<void> {
		await this.#syncer.ask({ do: 'sync', folder });
	}

	/** Writes a short text over what a small file has, and brings it to the disk. */
	async note(path: string, text: string): Promise<void> {
		await this.#syncer.ask({ do: 'note', path, text });
	}

	async stop(): Promise<void> {
		await Promise.all([this.#writer.stop(), this.#syncer.stop()]);
	}
}

/** More pieces than these are made one first: each costs more to hand over than a few bytes to copy. */
const MANY = 32;

const lendable = (pieces: readonly Buffer[]): ArrayBuffer[] =>
	(pieces.length > MANY ? [Buffer.concat(pieces)] : pieces)
		.filter(({ length }) => length)
		.map(ownOf);

/** The memory of a piece, when nothing else lies in it; else a copy. */
const ownOf = ({ buffer, byteLength, byteOffset }: Buffer): ArrayBuffer =>
	buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
		? buffer
		: new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
