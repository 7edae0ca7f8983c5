import { Thread } from './upload-thread';
import { script } from './upload-hash-thread';

/**
 * SHA-256 of uploads, taken in a thread of its own while their bytes arrive. What the thread has not
 * seen, because the portal was started since, it reads from the disk before it answers.
 */
export class Hashes {
	readonly #thread = new Thread<string>('upload-hash', script);

	/** Says how far the bytes of an upload are on the disk. */
	follow(id: string, path: string, to: number): void {
		this.#thread.tell({ do: 'follow', id, path, to });
	}

	/** Goes on with what was one upload as another: the first part of a joined one. */
	rename(id: string, to: string): void {
		if (this.#thread.running) this.#thread.tell({ do: 'rename', id, to });
	}

	drop(id: string): void {
		if (this.#thread.running) this.#thread.tell({ do: 'drop', id });
	}

	/** The hash of all bytes of a file. */
	whole(id: string, path: string, to: number): Promise<string> {
		return this.#thread.ask({ do: 'whole', id, path, to });
	}

	/** Ends the thread; what was asked of it fails. */
	stop(): Promise<void> {
		return this.#thread.stop();
	}
}
