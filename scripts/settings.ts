import { join } from 'node:path';
import { lockDataDir, lockedSentence } from '../server/lock';
import { readEnv } from '../src/lib/domain/env';
import { keep, record } from '../src/lib/server/audit';
import { close, open } from '../src/lib/server/db/open';
import { write } from '../src/lib/server/db/write';
import { putSetting, readSettings, siteSettings } from '../src/lib/server/site';
import type { SettingName } from '../src/lib/server/site';

const USAGE = `npm run settings                            shows what is set
npm run settings -- NAME 中文 [English]     sets the name of the site or a line of the footer
npm run settings -- NAME --clear            clears it
Names: ${Object.keys(siteSettings).join(', ')}`;

/**
 * Shows and writes what an office says about itself: name, footer, security contact.
 * @returns the exit code: 0 done, 1 refused, 2 wrong arguments or settings
 */
async function main([name, ...words]: string[]): Promise<number> {
	const say = (text: string) => console.log(text);
	const known = (text: string | undefined): text is SettingName =>
		text !== undefined && Object.hasOwn(siteSettings, text);
	if (name !== undefined && (!known(name) || !words.length || words.length > 2)) {
		say(USAGE);
		return 2;
	}
	const read = readEnv(process.env);
	if (!read.ok) {
		for (const { name, problem, example } of read.problems)
			say(`${name} ${problem}, e.g. ${example}`);
		return 2;
	}
	const { databaseUrl, databaseToken: token, dataDir, origin } = read.value;
	const lock = name === undefined ? null : lockDataDir(dataDir, 'settings');
	if (lock && !lock.ok) {
		say(lockedSentence(dataDir, lock));
		return 1;
	}
	const db = await open(databaseUrl, { migrations: join(process.cwd(), 'drizzle'), token });
	const keeping = lock && (await keep(db, { dataDir, name: `${origin.host}/audit` }));
	try {
		if (known(name)) {
			// A line that is the same in both languages is one text; the others are pairs.
			const pair = siteSettings[name].safeParse({ zh: 'a' }).success;
			const value =
				words[0] === '--clear' ? null : pair ? { zh: words[0], en: words[1] } : words[0];
			const by = { who: null, machine: 'command', address: null, now: Date.now() };
			const before = (await readSettings(db))[name];
			const put = await write(db, async (tx) => {
				if (!(await putSetting(tx, name, value))) return false;
				await record(tx, by, {
					act: 'configure',
					noun: 'settings',
					id: name,
					before: { value: before },
					after: { value }
				});
				return true;
			});
			if (!put) {
				say(`${name}: this value does not fit.`);
				return 1;
			}
		}
		const all = await readSettings(db);
		for (const key of Object.keys(siteSettings) as SettingName[])
			say(`${key.padEnd(20)} ${all[key] === undefined ? '—' : JSON.stringify(all[key])}`);
		return 0;
	} finally {
		await keeping?.stop();
		close(db);
		if (lock?.ok) lock.release();
	}
}

process.exitCode = await main(process.argv.slice(2));
