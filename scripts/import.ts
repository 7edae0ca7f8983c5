import { realpathSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lockDataDir } from '../server/lock';
import { readEnv, type Env } from '../src/lib/domain/env';
import { close, open, type Db } from '../src/lib/server/db/open';
import { storageRoot } from '../src/lib/server/files';
import { importBase } from '../src/lib/server/import/bases';
import { readCommand, type ImportCommand } from '../src/lib/server/import/command';
import { importPlaces } from '../src/lib/server/import/places';
import { problemsCsv, tell } from '../src/lib/server/import/tell';
import { isEmpty, plant } from '../src/lib/server/seed';
import type { importing } from '../src/lib/words/zh/import';

type Words = typeof importing;
type Say = (line: string) => void;

/**
 * `npm run import -- places FILE …` and `npm run import -- bases FILE.json …`; see docs/import.md.
 * @param root where `drizzle/` lies
 * @returns the exit code: 0 done, 1 refused with reasons, 2 wrong arguments or settings
 */
async function main(
	argv: string[],
	{ root = process.cwd(), say = console.log as Say, env: raw = process.env } = {}
): Promise<number> {
	const command = readCommand(argv, raw.LC_ALL || raw.LC_MESSAGES || raw.LANG);
	const words: Words = await (
		command.locale === 'en'
			? import('../src/lib/words/en/import')
			: import('../src/lib/words/zh/import')
	).then(({ importing }) => importing);
	if (command.do === 'help') return (say(words.usage), 0);
	if (command.do === 'refuse')
		return (say(words.wrongArguments(command.message)), say(words.usage), 2);
	const read = readEnv(raw);
	if (!read.ok) {
		for (const { name, problem, example } of read.problems)
			say(words.settings(name, problem, example));
		return 2;
	}
	const env = read.value;
	const lock = lockDataDir(env.dataDir, 'import');
	if (!lock.ok) return (say(words.locked(lock.purpose, lock.pid, env.dataDir)), 1);
	try {
		const db = await open(env.databaseUrl, {
			migrations: join(root, 'drizzle'),
			token: env.databaseToken
		});
		try {
			if (!command.dryRun && env.demo !== false && (await isEmpty(db))) await plant(db, Date.now());
			return await run(command, db, env, words, say, raw.INIT_CWD ?? process.cwd());
		} finally {
			close(db);
		}
	} finally {
		lock.release();
	}
}

async function run(
	command: Exclude<ImportCommand, { do: 'help' | 'refuse' }>,
	db: Db,
	env: Env,
	words: Words,
	say: Say,
	folder: string
): Promise<number> {
	const file = resolve(folder, command.file);
	const now = Date.now();
	if (command.do === 'bases') {
		const done = await importBase(db, file, {
			files: storageRoot(env.storageUrl),
			dryRun: command.dryRun,
			now
		});
		if (done.ok)
			say(
				command.dryRun ? words.baseRehearsed(done.slug) : words.baseDone(done.slug, done.outcome)
			);
		else say(words.baseRefused(done.where, words.baseReason(done.reason, done.detail)));
		return done.ok ? 0 : 1;
	}
	const report = await importPlaces(db, file, { ...command, now });
	for (const line of tell(report, words, command)) say(line);
	if (command.report) {
		const target = resolve(folder, command.report);
		await writeFile(target, problemsCsv(report.issues, words));
		say(words.reportWritten(target));
	}
	return report.ok ? 0 : 1;
}

const called = process.argv[1];
if (called && import.meta.url === pathToFileURL(realpathSync(called)).href)
	process.exitCode = await main(process.argv.slice(2));
