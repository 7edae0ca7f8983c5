import { sql } from 'drizzle-orm';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { dayStamp } from '../../src/lib/domain/when';
import { close, open } from '../../src/lib/server/db/open';
import type { Db } from '../../src/lib/server/db/open';
import { posters, stampCounts } from '../../src/lib/server/db/schema';
import { write } from '../../src/lib/server/db/write';
import { openKeys } from '../../src/lib/server/keys';
import { plant } from '../../src/lib/server/seed';
import { collect, memory } from '../../src/lib/server/stamps/collect';
import { posterCode } from '../../src/lib/server/stamps/sign';
import { type Figure, median, percentile } from './figure';

const part = 'stamps';
/** As many as press at once where a class stands before one poster. */
const HANDS = 64;

/**
 * Stamps given a second at one poster, by many telephones of many addresses at once: the code read,
 * the number counted, the stamp signed. The baseline counts one up in a bare row each, as many at
 * once, through the same queue.
 * @throws when the count is not exactly what was given
 */
export async function measureStamps(
	root: string,
	folder: string,
	{ stamps, rounds }: { stamps: number; rounds: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'stamps-'));
	openKeys(dataDir);
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	try {
		const now = Date.now();
		await plant(db, now);
		const [poster] = await db.select().from(posters).limit(1);
		const code = posterCode(poster!.number);
		const bare: number[] = [];
		const ours: number[] = [];
		const waited: number[] = [];
		let given = 0;
		for (let round = 0; round < rounds; round++) {
			bare.push(await rateOf(stamps, () => countOne(db, now)));
			const remembered = memory({ each: 1e9, all: 1e9 });
			ours.push(
				await rateOf(stamps, async (n) => {
					const began = performance.now();
					const address = `2001:db8:${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}::1`;
					const got = await collect(db, remembered, { code, many: 1, address, now });
					if (!got.ok) throw new Error(`a stamp was refused: ${got.refusals[0]!.reason}`);
					given++;
					waited.push(performance.now() - began);
				})
			);
		}
		const counted = await db
			.select({ n: sql<number>`sum(${stampCounts.given})`.mapWith(Number) })
			.from(stampCounts);
		if (counted[0]!.n !== given) throw new Error(`${given} were given, ${counted[0]!.n} counted`);
		return [
			{
				part,
				name: `stamps given at one poster, ${HANDS} at once, baseline a bare count`,
				ours: median(ours),
				baseline: median(bare),
				unit: '/s',
				target: { of: 'ours', at: 'least', value: 300 },
				note: `${given.toLocaleString('en')} given and counted, p99 ${percentile(waited, 99).toFixed(0)} ms, synchronous=FULL`
			}
		];
	} finally {
		close(db);
	}
}

const countOne = (db: Db, now: number) =>
	write(db, (tx) =>
		tx.run(
			sql`INSERT INTO settings (key, value) VALUES (${`bench ${dayStamp(now)}`}, '1')
				ON CONFLICT DO UPDATE SET value = value + 1`
		)
	);

/** How many a second of so many, some always under way. */
async function rateOf(count: number, one: (n: number) => Promise<unknown>): Promise<number> {
	const began = performance.now();
	let next = 0;
	await Promise.all(
		Array.from({ length: HANDS }, async () => {
			while (next < count) await one(next++);
		})
	);
	return count / ((performance.now() - began) / 1000);
}
