import { setTimeout as pause } from 'node:timers/promises';

/**
 * Answers no sooner than `ms` after it was asked, so that whether an address is known cannot be read
 * from how long the answer took.
 */
export async function noSooner<T>(ms: number, work: Promise<T>): Promise<T> {
	const [done] = await Promise.allSettled([work, pause(ms)]);
	if (done.status === 'rejected') throw done.reason;
	return done.value;
}
