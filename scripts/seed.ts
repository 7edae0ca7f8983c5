import { join } from 'node:path';
import { lockDataDir, lockedSentence } from '../server/lock';
import { readEnv } from '../src/lib/domain/env';
import { close, open } from '../src/lib/server/db/open';
import { isEmpty, plant } from '../src/lib/server/seed';
import { readCommand } from '../src/lib/server/seed/command';
import { clearVolume, plantVolume } from '../src/lib/server/seed/plant-volume';

/**
 * `npm run seed`: demonstration content into an empty database, or synthetic places for load tests.
 * @returns the exit code: 0 done, 1 the data is in use, 2 wrong arguments or settings
 */
async function seed(argv: string[], root: string, say: (line: string) => void): Promise<number> {
	const command = readCommand(argv);
	if (command.do === 'refuse') {
		say(command.sentence);
		return 2;
	}
	const read = readEnv(process.env);
	if (!read.ok) {
		for (const { name, problem, example } of read.problems)
			say(`${name} ${problem}, e.g. ${example}`);
		return 2;
	}
	const env = read.value;
	const lock = lockDataDir(env.dataDir, 'seed');
	if (!lock.ok) {
		say(lockedSentence(env.dataDir, lock));
		return 1;
	}
	const db = await open(env.databaseUrl, {
		migrations: join(root, 'drizzle'),
		token: env.databaseToken
	});
	try {
		if (command.do === 'clear') {
			say(`Removed ${await clearVolume(db)} synthetic places.`);
			return 0;
		}
		const wanted = command.do === 'plant' || env.demo !== false;
		if (wanted && (await isEmpty(db)) && (await plant(db, Date.now())))
			say('Planted the demonstration content.');
		else if (command.do === 'plant') say('The database is not empty; nothing was changed.');
		if (command.do === 'volume') {
			const began = performance.now();
			await plantVolume(db, {
				...command,
				now: Date.now(),
				tell: (done) => {
					if (done % 10_000 === 0) say(`${done} places`);
				}
			});
			const seconds = ((performance.now() - began) / 1000).toFixed(1);
			say(`Wrote ${command.volume} synthetic places in ${seconds} s (seed ${command.seed}).`);
		}
		return 0;
	} finally {
		close(db);
		lock.release();
	}
}

process.exitCode = await seed(process.argv.slice(2), process.cwd(), (line) => console.log(line));
