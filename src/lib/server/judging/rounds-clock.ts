import type { Db } from '../db/open';
import { shared } from '../shared';
import { closeDue } from './rounds-steps';

/** How soon after its time a round says that it is closed; scores are refused from the moment itself. */
const PACE = 15_000;

/**
 * Closes rounds whose time is over, now and every few seconds.
 * @returns how to stop: waits for what is under way
 */
export function startClosing(db: Db, time: () => number = Date.now): () => Promise<void> {
	let running: Promise<unknown> = Promise.resolve();
	const look = () => {
		running = running.then(() =>
			closeDue(db, time()).catch((error: unknown) => shared.report?.(error, 'closing of rounds'))
		);
	};
	const timer = setInterval(look, PACE);
	timer.unref();
	look();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
