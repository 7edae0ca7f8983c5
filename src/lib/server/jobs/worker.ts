import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '../shared';
import { MakeWay } from './make-way';
import { shares, through } from './manners';
import { Hopeless } from './work';
import type { Ground } from './work';

/** What the portal tells a worker, and what it hears. */
export interface Told {
	kind: string;
	task: unknown;
	ground: Ground;
}
type Heard = { progress: number } | { result: unknown } | { error: string; hopeless: boolean };

const compiled = () => join(shared.root, 'build', 'bin', 'work.js');

/** Thrown when a worker ended over a job, by whatever hand. */
export class Died extends Error {}

/**
 * One process that works off one job after the other. What a hostile film does to a decoder it does
 * not do to the portal; a worker that dies, or takes too long and is killed, costs one try of one job.
 */
export class Worker {
	#child: ChildProcess | null = null;
	#way: MakeWay | null = null;

	/** @param patient takes no time from anybody else; people wait for what the others do */
	constructor(readonly patient: boolean) {}

	/** Process id while it lives. */
	get pid(): number | undefined {
		return this.#child?.pid;
	}

	/**
	 * Does a task.
	 * @throws Hopeless when trying again is of no use; any other error may be gone next time
	 */
	do(told: Told, longest: number, progress: (share: number) => void): Promise<unknown> {
		const child = (this.#child ??= this.#start());
		const way = this.#way;
		way?.start();
		return new Promise((done, failed) => {
			let late = false;
			const clock = setTimeout(() => {
				late = true;
				child.kill('SIGKILL');
			}, longest).unref();
			const over = (act: () => void) => {
				clearTimeout(clock);
				way?.stop();
				child.off('message', heard).off('exit', gone);
				act();
			};
			const gone = (code: number | null, signal: string | null) =>
				over(() =>
					failed(
						late ? new Error('it took too long') : new Died(`the worker ended (${signal ?? code})`)
					)
				);
			const heard = (said: Heard) => {
				if ('progress' in said) return progress(said.progress);
				if ('result' in said) return over(() => done(said.result));
				over(() => failed(said.hopeless ? new Hopeless(said.error) : new Error(said.error)));
			};
			child.on('message', heard).on('exit', gone);
			child.send(told, (error) => error && child.kill('SIGKILL'));
		});
	}

	/** Ends the process, in the middle of its work if need be. */
	stop(): void {
		this.#child?.kill('SIGKILL');
		this.#child = null;
	}

	#start(): ChildProcess {
		const some = this.patient ? shares() : null;
		const argv = [
			...through(this.patient, some),
			process.execPath,
			'--max-old-space-size=512',
			compiled()
		];
		const child = spawn(argv[0]!, argv.slice(1), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
		this.#way = some && child.pid ? new MakeWay(child.pid, some) : null;
		const gone = () => {
			if (this.#child === child) this.#child = null;
		};
		child.on('error', gone).on('exit', gone);
		child.unref();
		(child.channel as { unref(): void } | undefined)?.unref();
		return child;
	}
}

/** Whether there is a compiled worker; while developing the portal does the work itself. */
export const worksApart = (): boolean => !import.meta.env?.DEV && existsSync(compiled());
