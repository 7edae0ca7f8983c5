import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Job } from './make';

/** A painter without work for so long goes home, in milliseconds. */
const IDLE = 10_000;
/** A picture that takes longer never ends, in milliseconds. */
const LONGEST = 60_000;

/**
 * Paints in a process of its own. Pictures need 100 MB and more while they are made, and a process
 * that ends gives back all of it; the pages would carry it for ever.
 */
export class Painter {
	#child: ChildProcess | null = null;
	#waiting = new Map<number, { done: () => void; failed: (error: Error) => void }>();
	#last = 0;
	#idle: NodeJS.Timeout | undefined;

	/** @param file the compiled `scripts/paint.ts` */
	constructor(readonly file: string) {}

	/**
	 * Paints one picture into its file.
	 * @throws when the painter fails, dies or takes too long
	 */
	async paint(job: Job): Promise<void> {
		clearTimeout(this.#idle);
		const child = (this.#child ??= this.#start());
		const id = ++this.#last;
		let clock: NodeJS.Timeout | undefined;
		try {
			await new Promise<void>((done, failed) => {
				this.#waiting.set(id, { done, failed });
				clock = setTimeout(() => child.kill('SIGKILL'), LONGEST).unref();
				child.send({ id, job }, (error) => error && failed(error));
			});
		} finally {
			clearTimeout(clock);
			this.#waiting.delete(id);
			if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.close(), IDLE).unref();
		}
	}

	/** Sends the painter home; what it had not finished fails. */
	close(): void {
		if (this.#child?.connected) this.#child.disconnect();
		this.#child = null;
		this.#fail('was sent home');
	}

	#fail(why: string): void {
		for (const { failed } of this.#waiting.values()) failed(new Error(`the painter ${why}`));
	}

	#start(): ChildProcess {
		const child = fork(this.file, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
		child.on('message', ({ id, error }: { id: number; error?: string }) => {
			const waiting = this.#waiting.get(id);
			if (error === undefined) waiting?.done();
			else waiting?.failed(new Error(error));
		});
		const gone = (why: string) => {
			if (this.#child !== child) return;
			this.#child = null;
			this.#fail(why);
		};
		child.on('error', (error) => gone(`could not work: ${error.message}`));
		child.on('exit', (code, signal) => gone(`ended with ${code ?? signal}`));
		// Neither the process nor its channel may keep a stopping server alive.
		child.unref();
		child.channel?.unref();
		return child;
	}
}
