import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '../shared';
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

/**
 * The processors that work which takes long may use: all but a quarter of ours, and one at least, so
 * that a page finds one where nothing has to make way. Null where that cannot be said.
 */
export function sharedOut(status: string): string | null {
	const list = /^Cpus_allowed_list:\s*([\d,-]+)$/m.exec(status)?.[1] ?? '';
	const ours = list.split(',').flatMap((range) => {
		const [first, last = first] = range.split('-').map(Number);
		return Array.from({ length: last! - first! + 1 }, (_, n) => first! + n);
	});
	const kept = Math.max(1, Math.floor(ours.length / 4));
	return list && ours.length > kept ? ours.slice(kept).join(',') : null;
}

function processors(): string | null {
	try {
		return sharedOut(readFileSync('/proc/self/status', 'utf8'));
	} catch {
		return null;
	}
}

/**
 * What a worker is started through, where the system has it: it dies with the portal even when that
 * is killed. One that takes long gets, with every tool it starts, only the processors and the disk
 * that nobody else wants: a low priority alone would still make pages wait for their turn. And it
 * keeps off some processors, because an encoder uses more threads than it is told.
 */
function through(patient: boolean): string[] {
	const some = patient ? processors() : null;
	const wanted = [
		['setpriv', '--pdeathsig', 'KILL'],
		...(some ? [['taskset', '-c', some]] : []),
		...(patient
			? [
					['chrt', '--idle', '0'],
					['ionice', '-c', '3']
				]
			: [])
	];
	return wanted.reduce<string[]>(
		(all, more) => (works([...all, ...more]) ? [...all, ...more] : all),
		[]
	);
}

const known = new Map<string, boolean>();

/** Whether a command can be started through others, tried once: some systems know fewer options. */
function works(command: string[]): boolean {
	const key = command.join(' ');
	if (!known.has(key))
		known.set(
			key,
			spawnSync(command[0]!, [...command.slice(1), 'true'], { stdio: 'ignore' }).status === 0
		);
	return known.get(key)!;
}

/** Thrown when a worker ended over a job, by whatever hand. */
export class Died extends Error {}

/**
 * One process that works off one job after the other. What a hostile film does to a decoder it does
 * not do to the portal; a worker that dies, or takes too long and is killed, costs one try of one job.
 */
export class Worker {
	#child: ChildProcess | null = null;

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
		return new Promise((done, failed) => {
			let late = false;
			const clock = setTimeout(() => {
				late = true;
				child.kill('SIGKILL');
			}, longest).unref();
			const over = (act: () => void) => {
				clearTimeout(clock);
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
		const argv = [
			...through(this.patient),
			process.execPath,
			'--max-old-space-size=512',
			compiled()
		];
		const child = spawn(argv[0]!, argv.slice(1), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
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
