import type { Db } from '../db/open';
import { shared } from '../shared';
import type { Store } from './store';
import { purge } from './trash';

/** How often the trash is looked through, in milliseconds. */
const EVERY = 60 * 60 * 1000;

/**
 * Looks through the trash of the library now and every hour.
 * @returns how to stop: waits for what is under way
 */
export function startPurging(
	db: Db,
	store: Store,
	time: () => number = Date.now
): () => Promise<void> {
	const look = async () => {
		const by = { who: null, machine: 'clock', address: null, now: time() };
		await purge(db, store, by).catch((error: unknown) => shared.report?.(error, 'media'));
	};
	let running = look();
	const timer = setInterval(() => (running = running.then(look)), EVERY);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
