import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '$lib/domain/media/kinds';
import { shared } from '../shared';
import { develop } from './develop';
import type { Negative, Print } from './develop';

/** Pictures developed at once; each takes about a second of one core and up to 300 MB. */
const AT_ONCE = 2;
/** Pictures that may wait; more are asked to come again. */
const WAITING = 40;
/** A darkroom without work for so long closes, in milliseconds. */
const IDLE = 15_000;
/** A picture that takes longer never ends, in milliseconds. */
const LONGEST = 60_000;

/**
 * Develops pictures in a process of its own: what a hostile picture does to a decoder, it does not do
 * to the portal, and all memory comes back when the process ends.
 */
class Darkroom {
	#child: ChildProcess | null = null;
	#waiting = new Map<number, (result: Print | Fault) => void>();
	#last = 0;
	#idle: NodeJS.Timeout | undefined;

	constructor(readonly file: string) {}

	async develop(job: Negative): Promise<Print | Fault> {
		clearTimeout(this.#idle);
		const child = (this.#child ??= this.#start());
		const id = ++this.#last;
		const clock = setTimeout(() => child.kill('SIGKILL'), LONGEST).unref();
		try {
			return await new Promise<Print | Fault>((done) => {
				this.#waiting.set(id, done);
				child.send({ id, job }, (error) => error && done('broken'));
			});
		} finally {
			clearTimeout(clock);
			this.#waiting.delete(id);
			if (!this.#waiting.size) this.#idle = setTimeout(() => this.close(), IDLE).unref();
		}
	}

	close(): void {
		if (this.#child?.connected) this.#child.disconnect();
		this.#gone(this.#child);
	}

	#gone(child: ChildProcess | null): void {
		if (this.#child !== child) return;
		this.#child = null;
		for (const done of this.#waiting.values()) done('broken');
	}

	#start(): ChildProcess {
		const child = fork(this.file, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
		child.on('message', (told: { id: number; result?: Print | Fault; error?: string }) => {
			if (told.error) shared.report?.(new Error(told.error), 'darkroom');
			this.#waiting.get(told.id)?.(told.result ?? 'broken');
		});
		child.on('error', () => this.#gone(child));
		child.on('exit', () => this.#gone(child));
		// Neither the process nor its channel may keep a stopping server alive.
		child.unref();
		child.channel?.unref();
		return child;
	}
}

const compiled = join(shared.root, 'build', 'bin', 'develop.js');
let room: Darkroom | null | undefined;
const queue: (() => void)[] = [];
let busy = 0;

/** Develops a picture when its turn comes; `busy` when too many wait. */
export async function developed(job: Negative): Promise<Print | Fault> {
	if (busy >= AT_ONCE) {
		if (queue.length >= WAITING) return 'busy';
		await new Promise<void>((next) => queue.push(next));
	} else busy++;
	try {
		// While developing nothing is compiled, and the portal does it itself.
		const apart = !import.meta.env.DEV && existsSync(compiled);
		room ??= apart ? new Darkroom(compiled) : null;
		return await (room ? room.develop(job) : develop(job));
	} finally {
		const next = queue.shift();
		if (next) next();
		else busy--;
	}
}
