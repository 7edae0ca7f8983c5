import { join } from 'node:path';
import { lockDataDir, lockedSentence } from '../server/lock';
import { readEnv } from '../src/lib/domain/env';
import { close, open } from '../src/lib/server/db/open';
import { isEmpty, plant } from '../src/lib/server/seed';
import { readCommand } from '../src/lib/server/seed/command';
import { clearEntries, plantEntries } from '../src/lib/server/seed/plant-entries';
import { HALL, plantHall } from '../src/lib/server/seed/plant-hall';
import { plantJudged } from '../src/lib/server/seed/plant-judged';
import { clearVolumeEvents, plantVolumeEvents } from '../src/lib/server/seed/volume-events';
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
			// Events first: they are held at places.
			const events = await clearVolumeEvents(db);
			const [places, entries] = [await clearVolume(db), await clearEntries(db)];
			say(
				`Removed ${places} synthetic places, ${entries} synthetic entries and ${events} synthetic events.`
			);
			return 0;
		}
		const wanted = command.do === 'plant' || env.demo !== false;
		if (wanted && (await isEmpty(db)) && (await plant(db, Date.now())))
			say('Planted the demonstration content.');
		else if (command.do === 'plant') say('The database is not empty; nothing was changed.');
		if (command.do === 'hall')
			say(
				(await plantHall(db, Date.now()))
					? `Planted a synthetic hall: /places/${HALL}/visit takes groups.`
					: 'The synthetic hall stands already; nothing was changed.'
			);
		if (command.do === 'volume') {
			const { volume, entries, events, jurors, seed } = command;
			const shared = { seed, now: Date.now() };
			const told = (what: string) => (done: number) => {
				if (done % 10_000 === 0) say(`${done} ${what}`);
			};
			const timed = async (count: number, what: string, act: () => Promise<void>) => {
				const began = performance.now();
				await act();
				const seconds = ((performance.now() - began) / 1000).toFixed(1);
				say(`Wrote ${count} synthetic ${what} in ${seconds} s (seed ${seed}).`);
			};
			if (volume !== null)
				await timed(volume, 'places', () =>
					plantVolume(db, { ...shared, volume, tell: told('places') })
				);
			if (entries !== null)
				await timed(entries, 'entries', () =>
					plantEntries(db, { ...shared, count: entries, tell: told('entries') })
				);
			if (events !== null)
				await timed(events, 'events', () => plantVolumeEvents(db, { ...shared, count: events }));
			if (jurors !== null)
				await timed(jurors, 'jurors with their scores', () =>
					plantJudged(db, { ...shared, count: jurors })
				);
		}
		return 0;
	} finally {
		close(db);
		lock.release();
	}
}

process.exitCode = await seed(process.argv.slice(2), process.cwd(), (line) => console.log(line));
