import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Shares } from './manners';

/** How often is looked, how long it must have been quiet, and from which share of time the portal works. */
const PACE = 500;
const QUIET = 5_000;
const AT_WORK = 0.05;

type Way = keyof Shares;

/**
 * How much room work that takes long has, from how much of the time the portal itself was at work:
 * little from the first look at which pages are asked for, all again after a while without.
 */
export class Room {
	way: Way = 'wide';
	#last = -Infinity;

	/** Notes the share of time since the look before; true when the way is another one now. */
	look(share: number, now: number): boolean {
		if (share > AT_WORK) this.#last = now;
		const way = now - this.#last < QUIET ? 'narrow' : 'wide';
		const other = way !== this.way;
		this.way = way;
		return other;
	}
}

/** Keeps a process, and the tools it starts, on few processors while pages are asked for. */
export class MakeWay {
	readonly #room = new Room();
	#clock: NodeJS.Timeout | undefined;

	constructor(
		readonly pid: number,
		readonly shares: Shares
	) {}

	/** Looks from now on; what the process was told before still holds. */
	start(): void {
		let before = performance.eventLoopUtilization();
		clearInterval(this.#clock);
		this.#clock = setInterval(() => {
			const now = performance.eventLoopUtilization();
			const { utilization } = performance.eventLoopUtilization(now, before);
			before = now;
			if (this.#room.look(utilization, Date.now()))
				void moveAll(this.pid, this.shares[this.#room.way]);
		}, PACE).unref();
	}

	stop(): void {
		clearInterval(this.#clock);
	}
}

/** Moves a process first, so that what it starts from then on follows, and then what it has started. */
export async function moveAll(pid: number, processors: string): Promise<void> {
	await move(pid, processors);
	for (const child of childrenOf(pid)) await moveAll(child, processors);
}

/** One that has gone meanwhile needs no place. */
const move = (pid: number, processors: string) =>
	new Promise<void>((done) => {
		spawn('taskset', ['-acp', processors, String(pid)], { stdio: 'ignore' })
			.on('error', () => done())
			.on('exit', () => done());
	});

function childrenOf(pid: number): number[] {
	try {
		return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
			.split(' ')
			.map(Number)
			.filter(Boolean);
	} catch {
		return [];
	}
}
