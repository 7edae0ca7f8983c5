import { compressor, isCompressible } from './compress';
import { type Encoding } from './encoding';
import { matchEtag } from './etag';
import type { DoorResponse } from './response';

/** Whole bodies up to this many bytes are held; longer ones are compressed on the way. */
const HOLD = 2 * 1024 * 1024;

type Ask = { encoding: Encoding; ifNoneMatch: string | undefined; head: boolean };

/**
 * Stands between the application and the wire. Short texts are held until they are whole and go to
 * `whole`, which hashes, keeps and compresses them. Long texts and streamed pages are compressed as
 * they come; films, ranges and packed files pass untouched. `passed` tells that nothing was held.
 */
export class Tap {
	#mode: 'waiting' | 'hold' | 'stream' | 'pass' | 'done' = 'waiting';
	#status = 200;
	#chunks: Buffer[] = [];
	#size = 0;
	#packer: ReturnType<typeof compressor> | undefined;

	constructor(
		readonly res: DoorResponse,
		readonly ask: Ask,
		readonly whole: (status: number, body: Buffer) => void,
		readonly passed: () => void
	) {}

	/** Decides what happens with the body; true means that the head is held back. */
	open(status: number): boolean {
		if (this.#mode !== 'waiting') return true;
		this.#status = status;
		const { res } = this;
		const type = String(res.getHeader('content-type') ?? '');
		const text = isCompressible(type) && !res.hasHeader('content-encoding') && status !== 206;
		if (status < 200 || status === 204 || status === 304 || (!text && type !== '')) this.#pass();
		else if (Number(res.getHeader('content-length') ?? 0) > HOLD) this.#stream();
		else if (res.hasHeader('x-sveltekit-page') && status === 200 && !res.hasHeader('etag'))
			this.#stream();
		else this.#mode = 'hold';
		return true;
	}

	write(chunk: unknown, ...rest: unknown[]): boolean {
		if (this.#mode === 'waiting') this.open(this.res.statusCode);
		const bytes = bytesOf(chunk, rest[0]);
		const told = rest.find((arg) => typeof arg === 'function') as (() => void) | undefined;
		if (told) process.nextTick(told);
		if (this.#mode === 'hold') {
			this.#chunks.push(bytes);
			this.#size += bytes.length;
			if (this.#size <= HOLD) return true;
			this.#stream();
			const held = Buffer.concat(this.#chunks);
			this.#chunks = [];
			return this.#packer ? this.#packer.write(held) : this.res.pour(held);
		}
		if (this.#packer) {
			const room = this.#packer.write(bytes);
			this.#packer.flush();
			return room;
		}
		return this.#mode === 'pass' || this.#mode === 'stream' ? this.res.pour(bytes) : true;
	}

	end(...args: unknown[]): void {
		const [chunk] = args;
		if (this.#mode === 'waiting') this.open(this.res.statusCode);
		if (chunk !== undefined && chunk !== null && typeof chunk !== 'function')
			this.write(chunk, args[1]);
		if (this.#mode === 'done') return;
		const held = this.#mode === 'hold';
		this.#mode = 'done';
		if (this.#packer) {
			this.#packer.end();
			return;
		}
		if (held) this.whole(this.#status, Buffer.concat(this.#chunks, this.#size));
		else this.res.shut();
	}

	#pass(): void {
		this.#mode = 'pass';
		this.passed();
		const { res, ask } = this;
		const etag = res.getHeader('etag');
		const same =
			this.#status === 200 &&
			typeof etag === 'string' &&
			matchEtag(ask.ifNoneMatch, etag.replace(/^W\/|"/g, ''), false) !== null;
		if (same) res.removeHeader('Content-Length');
		res.leave(same ? 304 : this.#status);
		if (same || ask.head) this.#stopHere();
	}

	#stream(): void {
		this.#mode = 'stream';
		this.passed();
		const { res, ask } = this;
		const text = isCompressible(String(res.getHeader('content-type') ?? ''));
		const packer = text && ask.encoding !== 'identity' ? compressor(ask.encoding) : undefined;
		if (packer) {
			res.setHeader('Content-Encoding', ask.encoding);
			res.removeHeader('Content-Length');
		}
		res.leave(this.#status);
		if (ask.head) return this.#stopHere();
		if (!packer) return;
		this.#packer = packer;
		packer.on('data', (out: Buffer) => {
			if (!res.pour(out)) packer.pause();
		});
		packer.on('drain', () => {
			if (!res.writableNeedDrain) res.emit('drain');
		});
		packer.on('end', () => res.shut());
		packer.on('error', () => res.destroy());
		res.on('drain', () => packer.resume());
		res.on('close', () => packer.destroy());
	}

	/** Ends the answer without its body and swallows what still comes; `close` stops the application. */
	#stopHere(): void {
		this.#mode = 'done';
		this.res.shut();
	}
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
	if (typeof chunk === 'string')
		return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
	const view = chunk as Uint8Array;
	return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
