import { Worker } from 'node:worker_threads';
import { thread } from './upload-hash-thread';

interface Waiting {
	done: (sha256: string) => void;
	failed: (error: Error) => void;
}

/**
 * SHA-256 of uploads, taken in a thread of its own while their bytes arrive. What the thread has not
 * seen, because the portal was started since, it reads from the disk before it answers.
 */
export class Hashes {
	#worker: Worker | null = null;
	#asked = 0;
	readonly #waiting = new Map<number, Waiting>();

	/** Says how far the bytes of an upload are on the disk. */
	follow(id: string, path: string, to: number): void {
		this.#tell({ do: 'follow', id, path, to });
	}

	/** Goes on with what was one upload as another: the first part of a joined one. */
	rename(id: string, to: string): void {
		if (this.#worker) this.#tell({ do: 'rename', id, to });
	}

	drop(id: string): void {
		if (this.#worker) this.#tell({ do: 'drop', id });
	}

	/** The hash of all bytes of a file. */
	whole(id: string, path: string, to: number): Promise<string> {
		const n = ++this.#asked;
		return new Promise((done, failed) => {
			this.#waiting.set(n, { done, failed });
			this.#tell({ do: 'whole', id, path, to, n });
		});
	}

	/** Ends the thread; what was asked of it fails. */
	async stop(): Promise<void> {
		await this.#worker?.terminate();
	}

	#tell(message: Record<string, string | number>): void {
		this.#worker ??= this.#start();
		this.#worker.postMessage(message);
	}

	#start(): Worker {
		const worker = new Worker(thread, { eval: true, name: 'upload-hash' });
		worker.unref();
		worker.on('message', (said: { n: number; sha256?: string; error?: string }) => {
			const waiting = this.#waiting.get(said.n);
			this.#waiting.delete(said.n);
			if (said.sha256 !== undefined) waiting?.done(said.sha256);
			else waiting?.failed(new Error(said.error));
		});
		// A thread that dies is followed by another, which reads what it needs from the disk.
		const gone = () => {
			if (this.#worker !== worker) return;
			this.#worker = null;
			for (const { failed } of this.#waiting.values()) failed(new Error('the hashing was ended'));
			this.#waiting.clear();
		};
		worker.on('error', gone).on('exit', gone);
		return worker;
	}
}
