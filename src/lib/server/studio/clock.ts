import type { Db } from '../db/open';
import { shared } from '../shared';
import { onRing } from './bell';
import { nextDue } from './due';
import { strike } from './strike';

/** Longest sleep: a clock that was set forward is noticed after it. */
const LONGEST = 30_000;

/**
 * Starts the clock: publishes, expires and purges at the set times, and on starting whatever came
 * due while nothing ran. It sleeps until the next time, at most {@link LONGEST}.
 * @returns how to stop: waits for what is under way
 */
export function startClock(db: Db, time: () => number = Date.now): () => Promise<void> {
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | null = null;
	let rung = false;
	const look = (): void => {
		if (stopped) return;
		if (running) {
			rung = true;
			return;
		}
		clearTimeout(timer);
		running = round().then((ms) => {
			running = null;
			if (stopped) return;
			timer = setTimeout(look, rung ? 0 : ms);
			timer.unref();
			rung = false;
		});
	};
	async function round(): Promise<number> {
		try {
			const now = time();
			const { done } = await strike(db, now);
			const next = await nextDue(db);
			// What is due and could not be done is tried again later, not at once.
			if (!done.length && next !== null && next <= now) return LONGEST;
			return next === null ? LONGEST : Math.min(LONGEST, Math.max(0, next - time()));
		} catch (error) {
			shared.report?.(error, 'clock');
			return LONGEST;
		}
	}
	const deaf = onRing(look);
	look();
	return async () => {
		stopped = true;
		deaf();
		clearTimeout(timer);
		await running;
	};
}
