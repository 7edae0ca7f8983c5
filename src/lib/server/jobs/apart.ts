import { shared } from '../shared';
import type { Ground } from './work';
import { Worker, worksApart } from './worker';
import { works } from './works';

/** Milliseconds after which work is thought to be stuck, and after which an idle process goes. */
const LONGEST = 120_000;
const REST = 60_000;

/**
 * One process beside the portal for work that somebody waits for, so that no other page stops for it.
 * It takes one task after the other and goes, and its memory with it, when nobody needs it; while
 * developing the portal does the work itself.
 */
export class Apart {
	#worker: Worker | null = null;
	#line: Promise<unknown> = Promise.resolve();
	#rest: NodeJS.Timeout | undefined;

	/** Does a task of a kind that `works` knows, after those asked for before. */
	do<Result>(kind: string, task: unknown, ground = {} as Ground): Promise<Result> {
		const done = this.#line.then(() => this.#do(kind, task, ground));
		this.#line = done.catch(() => undefined);
		return done as Promise<Result>;
	}

	async #do(kind: string, task: unknown, ground: Ground): Promise<unknown> {
		if (!worksApart()) {
			const work = await works[kind]!();
			const signal = AbortSignal.timeout(LONGEST);
			return work(task as never, { ground, signal, progress: () => undefined });
		}
		clearTimeout(this.#rest);
		if (!this.#worker) shared.closers.push(async () => this.#worker?.stop());
		this.#worker ??= new Worker(false);
		try {
			return await this.#worker.do({ kind, task, ground }, LONGEST, () => undefined);
		} finally {
			this.#rest = setTimeout(() => this.#worker?.stop(), REST).unref();
		}
	}
}
