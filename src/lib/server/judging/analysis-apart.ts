import { Worker, worksApart } from '../jobs/worker';
import type { Ground } from '../jobs/work';
import { works } from '../jobs/works';
import { shared } from '../shared';

/** Milliseconds after which a reckoning is thought to be stuck, and after which its process rests. */
const LONGEST = 120_000;
const REST = 30_000;

let worker: Worker | null = null;
let line: Promise<unknown> = Promise.resolve();
let waiting = 0;
let rest: NodeJS.Timeout | undefined;

/**
 * Reckons in a process of its own, one task after the other, so that no page waits while statistics
 * are made; while developing it is done here.
 */
export function reckonApart<Result>(kind: string, task: unknown): Promise<Result> {
	waiting++;
	const turn = line.then(() => now(kind, task)) as Promise<Result>;
	line = turn.catch(() => {}).then(settle);
	return turn;
}

async function now(kind: string, task: unknown): Promise<unknown> {
	clearTimeout(rest);
	// Statistics need no files.
	const ground = {} as Ground;
	if (worksApart()) {
		if (!worker) shared.closers.push(async () => worker?.stop());
		worker ??= new Worker(false);
		return worker.do({ kind, task, ground }, LONGEST, () => {});
	}
	const work = await works[kind]!();
	const signal = AbortSignal.timeout(LONGEST);
	return work(task as never, { ground, progress: () => {}, signal });
}

/** A process that nobody needs goes, and its memory with it. */
function settle(): void {
	if (--waiting) return;
	clearTimeout(rest);
	rest = setTimeout(() => worker?.stop(), REST).unref();
}
