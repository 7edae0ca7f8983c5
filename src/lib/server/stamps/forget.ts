import { and, eq, lte } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db } from '../db/open';
import { booklets, carries } from '../db/schema';
import { write } from '../db/write';
import { shared } from '../shared';
import { expireBooklets } from './booklets';
import { forgetCarries } from './carry';

const MINUTES = 5 * 60_000;

/**
 * Deletes passports nobody fetched in time and gives booklets nobody fetched back to the stock. Writes
 * only when there is something to do.
 */
export async function tidy(db: Db, now: number): Promise<{ carries: number; booklets: number }> {
	const late = await db.$count(carries, lte(carries.expiresAt, now));
	const over = await db.$count(
		booklets,
		and(eq(booklets.state, 'reserved'), lte(booklets.until, now))
	);
	if (!late && !over) return { carries: 0, booklets: 0 };
	const by: By = { who: null, machine: 'clock', address: null, now };
	return write(db, async (tx) => {
		const done = { carries: await forgetCarries(tx, now), booklets: await expireBooklets(tx, now) };
		if (done.booklets)
			await record(tx, by, {
				act: 'expire',
				noun: 'booklets',
				id: 'all',
				after: { values: done.booklets }
			});
		return done;
	});
}

/**
 * Tidies now and then while the portal runs.
 * @returns how to stop
 */
export function startTidying(db: Db): () => Promise<void> {
	let running: Promise<unknown> = Promise.resolve();
	const timer = setInterval(() => {
		running = running
			.then(() => tidy(db, Date.now()))
			.catch((error: unknown) => shared.report?.(error, 'stamps'));
	}, MINUTES).unref();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
