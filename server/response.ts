import { ServerResponse } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';
import { type Asked, dress } from './headers';
import type { Tap } from './tap';

type Given = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * The response of the outer door. Every answer passes its `writeHead`, whoever writes it (a page, a
 * file, a refusal, Node itself), so no answer can leave without the headers of `dress`.
 */
export class DoorResponse extends ServerResponse {
	/** Who asked for what; set by the door as its first act. */
	asked: Asked = { id: '-', path: '', personal: false, secure: false };
	/** Further hosts a worker may connect to. */
	connect: readonly string[] = [];
	/** Set while the application answers: holds its body back for the cache, ETag and compression. */
	tap: Tap | undefined;

	constructor(req: IncomingMessage) {
		super(req);
	}

	/** Sends status and headers now, dressed. */
	leave(status: number): this {
		dress(this, status, this.asked, this.connect);
		return super.writeHead(status);
	}

	/** Sends status and ready-made headers (names and values in turn), which were dressed before. */
	leaveAs(status: number, headers: string[]): this {
		return super.writeHead(status, headers);
	}

	/** Writes past the tap. */
	pour(chunk: Buffer): boolean {
		return super.write(chunk);
	}

	/** Ends past the tap. */
	shut(body?: Buffer): void {
		super.end(body);
	}

	override writeHead(status: number, reason?: string | Given, headers?: Given): this {
		const given = typeof reason === 'object' ? reason : headers;
		if (Array.isArray(given)) {
			for (let i = 0; i + 1 < given.length; i += 2) this.setHeader(String(given[i]), given[i + 1]!);
		} else if (given) {
			for (const name in given) if (given[name] !== undefined) this.setHeader(name, given[name]!);
		}
		this.statusCode = status;
		return this.tap?.open(status) ? this : this.leave(status);
	}

	override write(chunk: unknown, ...rest: unknown[]): boolean {
		if (this.tap) return this.tap.write(chunk, ...rest);
		return (super.write as (...args: unknown[]) => boolean).call(this, chunk, ...rest);
	}

	override end(...args: unknown[]): this {
		if (this.tap) {
			this.tap.end(...args);
			return this;
		}
		return (super.end as (...args: unknown[]) => this).call(this, ...args);
	}
}
