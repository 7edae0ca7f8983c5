import { join } from 'node:path';
import { readEnv } from '$lib/domain/env';
import type { Env } from '$lib/domain/env';
import { keep } from './audit';
import { close, open } from './db/open';
import type { Db } from './db/open';
import { contentVersion, onContentChange } from './db/write';
import { startReading } from './documents/reading';
import { storageRoot } from './files';
import { startUploads } from './films/uploads';
import { startMail } from './mail/worker';
import { startPurging } from './media/purging';
import { storeOf } from './media/store';
import { knowScanning, scannerNotice } from './scan/kind';
import { startLookingBack } from './scan/look-back';
import { registerFilmJobs } from './films/film-jobs';
import { startWorkers } from './jobs';
import { startSettling } from './judging/checkpoints';
import { openKeys } from './keys';
import { startClosing } from './judging/rounds-clock';
import { keepSamples } from './people/demo';
import { startForgetting } from './retention';
import { knowLetterScanning } from './visits/scan';
import { isEmpty, plant, plantContests } from './seed';
import { shared } from './shared';
import { startSignups } from './signups/clock';
import { startFinding } from './studio/findable';
import { plantJury } from './seed/plant-jury';
import { startTidying } from './stamps/forget';
import { startClock } from './studio/clock';
import { plantWords } from './studio/word-list';

/** What the running portal stands on. */
interface World {
	env: Env;
	db: Db;
}

let world: World | null = null;

/**
 * Opens the database once per process, applies migrations, seeds an empty one where that is wanted,
 * and registers readiness and closing with the outer door.
 * @throws on wrong settings or an unusable database: the start must stop then.
 */
export async function wake(): Promise<World> {
	if (world) return world;
	const read = readEnv(process.env);
	if (!read.ok)
		throw new Error(
			read.problems
				.map(({ name, problem, example }) => `${name} ${problem}, e.g. ${example}`)
				.join('\n')
		);
	const env = read.value;
	openKeys(env.dataDir);
	const db = await open(env.databaseUrl, {
		migrations: join(shared.root, 'drizzle'),
		token: env.databaseToken
	});
	const keeping = await keep(db, {
		dataDir: env.dataDir,
		name: `${env.origin.host}/audit`,
		report: (error) => shared.report?.(error, 'audit')
	});
	if (env.demo !== false && (await isEmpty(db))) await plant(db, Date.now());
	if (env.demo !== false) await plantContests(db, Date.now());
	await keepSamples(db, env.demo === false ? null : env.demoPassword, Date.now());
	if (env.demo !== false) await plantJury(db, Date.now());
	shared.contentVersion = await contentVersion(db);
	onContentChange((version) => (shared.contentVersion = version));
	shared.checks.set('database', async () => {
		await contentVersion(db);
	});
	shared.closers.push(async () => close(db));
	shared.closers.push(keeping.stop);
	if (keeping.standing().broken)
		shared.notices.push(
			'The record of all acts is not what this portal wrote: “npm run audit -- verify” says what was touched. Nothing new is signed until “npm run audit -- accept”.'
		);
	shared.closers.push(await startMail(db, env));
	shared.closers.push(startForgetting(db));
	shared.closers.push(startSettling(db));
	await plantWords(db, Date.now());
	shared.closers.push(startClock(db));
	shared.closers.push(startClosing(db));
	shared.closers.push(startTidying(db));
	shared.closers.push(startSignups(db));
	shared.closers.push(startPurging(db, storeOf(env)));
	shared.closers.push(startUploads(db, env));
	shared.closers.push(startFinding(db, (error) => shared.report?.(error, 'findable')));
	shared.closers.push(
		startReading(db, storageRoot(env.storageUrl), (error) => shared.report?.(error, 'documents'))
	);
	shared.closers.push(await registerFilmJobs(db, env));
	knowScanning(env);
	knowLetterScanning(env);
	const unscanned = await scannerNotice(db, env);
	if (unscanned) shared.notices.push(unscanned);
	shared.closers.push(startLookingBack(db, env));
	shared.closers.push(await startWorkers(db, env));
	if (!env.secondFactorRequired)
		shared.notices.push(
			'STAFF_SECOND_FACTOR is optional: staff sign in with a password alone. For demonstrations only.'
		);
	if (env.demo !== false && env.demoPassword)
		shared.notices.push(
			'Sample accounts (operator@demo.invalid …) are open: DEMO_PASSWORD is set.'
		);
	if (env.origin.protocol === 'https:' && !env.trustProxy.length)
		shared.notices.push(
			'TRUST_PROXY is not set: behind a proxy all visitors share one address and its limits.'
		);
	world = { env, db };
	return world;
}
