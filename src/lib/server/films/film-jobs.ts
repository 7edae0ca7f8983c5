import type { Env } from '$lib/domain/env';
import type { Db } from '../db/open';
import { shared } from '../shared';
import { inspectAnew } from './inspect/anew';
import { knowInspection } from './inspect/kind';
import { clearBenches, knowRendering } from './render';
import { bareAnew } from './render/order';
import { mayRender } from './render/tools';
import { knowTwins } from './twins/kind';

/** How often is looked whether ffmpeg has come. */
const PACE = 10 * 60_000;

/**
 * Makes every kind of work on films known, before the workers start. Where ffmpeg is missing it is
 * looked for now and then: once it is there, what waits for it is done, and what was inspected without
 * it is inspected again.
 * @returns how to stop looking
 */
export async function registerFilmJobs(
	db: Db,
	env: Pick<Env, 'dataDir'>,
	there: () => boolean = mayRender
): Promise<() => Promise<void>> {
	knowInspection();
	knowTwins(env);
	knowRendering(env.dataDir, there);
	await clearBenches(db, env.dataDir);
	await bareAnew(db, Date.now());
	let equipped = false;
	let running = Promise.resolve();
	const look = async () => {
		if (!there()) return void (equipped = false);
		if (equipped) return;
		knowRendering(env.dataDir, there);
		await inspectAnew(db, Date.now());
		equipped = true;
	};
	const clock = setInterval(() => {
		running = running.then(look).catch((error: unknown) => shared.report?.(error, 'films'));
	}, PACE).unref();
	await look();
	return async () => {
		clearInterval(clock);
		await running;
	};
}
