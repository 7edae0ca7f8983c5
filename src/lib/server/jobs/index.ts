import { randomUUID } from 'node:crypto';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { shared } from '../shared';
import { kindOf } from './kinds';
import type { Job } from './kinds';
import { onNudge } from './nudge';
import { complete, giveBack, Lost, release, renew, take } from './queue';
import { Hopeless } from './work';
import type { Ground } from './work';
import { Died, Worker, worksApart } from './worker';
import { works } from './works';

export { again, enqueue } from './queue';
export { makeKnown } from './kinds';
export type { Job } from './kinds';

/** How often the queue is looked at without a nudge, how soon after one, and how long a lease holds. */
const PACE = { idle: 5_000, nudged: 20, lease: 60_000, progress: 2_000 };

/** Does a task where it belongs: in the worker’s process, or here while developing. */
async function perform(
	worker: Worker | null,
	job: Job,
	task: unknown,
	{ ground, longest, progress }: { ground: Ground; longest: number; progress: (n: number) => void }
): Promise<unknown> {
	if (worker) return worker.do({ kind: job.kind, task, ground }, longest, progress);
	const work = await works[job.kind]?.();
	if (!work) throw new Hopeless(`nobody knows how to ${job.kind}`);
	return work(task as never, { ground, progress, signal: AbortSignal.timeout(longest) });
}

interface Hand {
	/** Who takes jobs, as their rows name it. */
	name: string;
	worker: Worker | null;
	/** Whether it takes the slow kinds or the quick ones. */
	slow: boolean;
	ground: Ground;
	/** True while the portal stops: what then breaks off waits for the next start and costs no try. */
	stopping: () => boolean;
}

/** Works off one job; true when there was one. */
async function one(db: Db, { name, worker, slow, ground, stopping }: Hand): Promise<boolean> {
	const job = await take(db, name, Date.now(), PACE.lease, slow);
	if (!job) return false;
	const kind = kindOf(job.kind)!;
	let share = job.progress;
	const beat = setInterval(() => {
		renew(db, job, share, Date.now() + PACE.lease).catch((error: unknown) =>
			shared.report?.(error, `job ${job.id}`)
		);
	}, PACE.progress);
	try {
		const task = await kind.task(db, job);
		const progress = (n: number) => (share = Math.max(share, Math.min(1, n)));
		const result =
			task === null
				? null
				: await perform(worker, job, task, { ground, longest: kind.longest, progress });
		clearInterval(beat);
		await write(db, async (tx) => {
			await complete(tx, job, Date.now());
			if (task !== null) await kind.finish(tx, job, result, Date.now());
		});
	} catch (error) {
		clearInterval(beat);
		if (stopping()) return false;
		if (error instanceof Lost) return true;
		const reason = error instanceof Error ? error.message : String(error);
		const hopeless = error instanceof Hopeless;
		const died = error instanceof Died;
		if (!hopeless) shared.report?.(error, `job ${job.id}`);
		const now = Date.now();
		await write(db, async (tx) => {
			if (await giveBack(tx, job, { reason, hopeless, died, share, now }))
				await kind.failed?.(tx, job, reason, now);
		});
	}
	return true;
}

/**
 * Starts working off the queue: one quick job at a time, and beside them one that takes long, so that
 * nobody waits for the verdict on a film until another is encoded. What was under way when the portal
 * ended waits again.
 * @returns how to stop: ends the work at once; it is done anew after the next start
 */
export async function startWorkers(db: Db, env: Ground): Promise<() => Promise<void>> {
	await release(db, Date.now(), true);
	const { dataDir, storageUrl, films } = env;
	const ground: Ground = { dataDir, storageUrl, films };
	let stopped = false;
	const hands = [false, true].map((slow) =>
		goOn(db, {
			name: randomUUID(),
			worker: worksApart() ? new Worker(slow) : null,
			slow,
			ground,
			stopping: () => stopped
		})
	);
	return async () => {
		stopped = true;
		await Promise.all(hands.map((stop) => stop()));
	};
}

/** Lets a hand take one job after another as long as the portal runs; returns how to stop it. */
function goOn(db: Db, hand: Hand): () => Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | null = null;
	let called = false;

	const plan = (ms: number) => {
		if (hand.stopping()) return;
		clearTimeout(timer);
		timer = setTimeout(look, ms).unref();
	};
	const look = () => {
		called = false;
		running ??= round().finally(() => {
			running = null;
			plan(called ? PACE.nudged : PACE.idle);
		});
	};
	async function round(): Promise<void> {
		try {
			await release(db, Date.now(), false);
			while (!hand.stopping() && (await one(db, hand)));
		} catch (error) {
			if (!hand.stopping()) shared.report?.(error, 'jobs');
		}
	}
	const deaf = onNudge(() => {
		called = true;
		if (!running) plan(PACE.nudged);
	});
	plan(PACE.nudged);
	return async () => {
		deaf();
		clearTimeout(timer);
		hand.worker?.stop();
		await running;
	};
}
