import type { Readable } from 'node:stream';
import type { Claim, Kept, Part, Storage, Stored } from './storage';

/** A store whose driver is loaded when it is first used: most portals never need the large one. */
export class LaterStorage implements Storage {
	#loaded: Promise<Storage> | null = null;

	constructor(readonly load: () => Promise<Storage>) {}

	#driver(): Promise<Storage> {
		return (this.#loaded ??= this.load());
	}

	async put(key: string, from: string | Readable, claim?: Claim): Promise<Stored> {
		return (await this.#driver()).put(key, from, claim);
	}

	async read(key: string, part?: Part): Promise<Readable> {
		return (await this.#driver()).read(key, part);
	}

	async stat(key: string): Promise<Kept | null> {
		return (await this.#driver()).stat(key);
	}

	async remove(key: string): Promise<void> {
		return (await this.#driver()).remove(key);
	}

	async *list(prefix: string): AsyncGenerator<{ key: string } & Kept> {
		yield* (await this.#driver()).list(prefix);
	}

	async localPath(key: string): Promise<{ path: string; done: () => Promise<void> }> {
		return (await this.#driver()).localPath(key);
	}

	async address(key: string, seconds: number): Promise<string | null> {
		return (await this.#driver()).address(key, seconds);
	}
}
