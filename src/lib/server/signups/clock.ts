import type { By } from '$lib/domain/people/who';
import type { Db } from '../db/open';
import { shared } from '../shared';
import { onNudge } from './bell';
import { dueDraws, sealDraw } from './draw';
import { layReminders, sendMails } from './mailing';
import { lapseOffers } from './offers';
import { remindVisits } from '../visits/remind';

/** How soon after its time something happens by itself; what people do is decided by the moment itself. */
const PACE = 10_000;

/** Does all that is due: offers whose time is over, lists to be drawn, reminders, of visits too, and notices. */
export async function strikeSignups(db: Db, now: number): Promise<void> {
	await lapseOffers(db, now);
	const by: By = { who: null, machine: 'clock', address: null, now };
	for (const id of await dueDraws(db, now)) await sealDraw(db, by, id);
	await layReminders(db, now);
	await sendMails(db, now);
	await remindVisits(db, now);
}

/**
 * Looks after sign-ups now, every few seconds and when called. All that is due stands in rows, so
 * nothing is lost by a restart.
 * @returns how to stop: waits for what is under way
 */
export function startSignups(db: Db, time: () => number = Date.now): () => Promise<void> {
	let stopped = false;
	let running: Promise<unknown> = Promise.resolve();
	let queued = false;
	const look = () => {
		if (queued || stopped) return;
		queued = true;
		running = running.then(async () => {
			queued = false;
			await strikeSignups(db, time()).catch((error: unknown) => shared.report?.(error, 'sign-ups'));
		});
	};
	const timer = setInterval(look, PACE);
	timer.unref();
	const deaf = onNudge(look);
	look();
	return async () => {
		stopped = true;
		deaf();
		clearInterval(timer);
		await running;
	};
}
