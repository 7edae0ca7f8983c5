import type { Env } from '$lib/domain/env';
import type { Db } from '../db/open';
import { knowInspection } from './inspect/kind';
import { clearBenches, knowRendering } from './render';
import { knowTwins } from './twins/kind';

/** Makes every kind of work on films known, before the workers start. */
export async function registerFilmJobs(db: Db, env: Pick<Env, 'dataDir'>): Promise<void> {
	knowInspection();
	knowTwins(env);
	knowRendering(env.dataDir);
	await clearBenches(db, env.dataDir);
}
