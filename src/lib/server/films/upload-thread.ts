import { Worker } from 'node:worker_threads';

/**
 * Said first by every thread: where the system gives threads priorities of their own (Linux), those
 * that answer pages go before this one.
 */
const polite = `
try {
	const { readlinkSync } = require('node:fs');
	const thread = Number(readlinkSync('/proc/thread-self').split('/').pop());
	if (thread > 0) require('node:os').setPriority(thread, 10);
} catch {}
`;

/** What a thread answers to question `n`. */
type Said<Answer> = { n: number } & (
	{ answer: Answer } | { error: { message: string; code?: string } }
);

interface Waiting<Answer> {
	done: (answer: Answer) => void;
	failed: (error: Error) => void;
}

/**
 * A thread of our own that is told and asked things; started when it is first needed. One that dies
 * is followed by another with the next word; what was asked of it fails.
 */
export class Thread<Answer> {
	#worker: Worker | null = null;
	#asked = 0;
	readonly #waiting = new Map<number, Waiting<Answer>>();

	/** @param script what it runs, as text: it needs no file of its own in any build */
	constructor(
		readonly name: string,
		readonly script: string
	) {}

	get running(): boolean {
		return this.#worker !== null;
	}

	tell(message: Record<string, unknown>): void {
		(this.#worker ??= this.#start()).postMessage(message);
	}

	/** @param lent given away to the thread, without a copy: nobody here has them any more */
	ask(message: Record<string, unknown>, lent: ArrayBuffer[] = []): Promise<Answer> {
		const n = ++this.#asked;
		return new Promise((done, failed) => {
			this.#waiting.set(n, { done, failed });
			(this.#worker ??= this.#start()).postMessage({ ...message, n }, lent);
		});
	}

	/** Ends it; what was asked of it fails. */
	async stop(): Promise<void> {
		await this.#worker?.terminate();
	}

	#start(): Worker {
		const worker = new Worker(polite + this.script, { eval: true, name: this.name });
		worker.unref();
		worker.on('message', (said: Said<Answer>) => {
			const waiting = this.#waiting.get(said.n);
			this.#waiting.delete(said.n);
			if ('answer' in said) waiting?.done(said.answer);
			else waiting?.failed(Object.assign(new Error(said.error.message), { code: said.error.code }));
		});
		const gone = () => {
			if (this.#worker !== worker) return;
			this.#worker = null;
			const error = new Error(`the thread ${this.name} was ended`);
			for (const { failed } of this.#waiting.values()) failed(error);
			this.#waiting.clear();
		};
		worker.on('error', gone).on('exit', gone);
		return worker;
	}
}
