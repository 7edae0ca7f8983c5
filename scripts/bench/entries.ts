import { sql } from 'drizzle-orm';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { parseEntries } from '../../src/lib/domain/contests/filter-entries';
import type { Who } from '../../src/lib/domain/people/who';
import { listEntries, neighbours } from '../../src/lib/server/contests/list';
import { statisticsOf } from '../../src/lib/server/contests/statistics';
import { close, open } from '../../src/lib/server/db/open';
import { plantEntries } from '../../src/lib/server/seed/plant-entries';
import { type Figure, median, percentile } from './figure';

const EDITION = 'synedition0000000001';
const who: Who = {
	id: 'bench',
	name: 'bench',
	email: 'bench@demo.invalid',
	grants: [{ role: 'organizer', scope: null }],
	session: 'bench',
	strong: true,
	provedAt: 0
};

/** What the office asks the list for; every one was promised within 60 ms. */
const asked: readonly [name: string, address: string][] = [
	['first page', ''],
	['what waits, oldest first', 'state=submitted&sort=submitted'],
	['filter by five facets', 'state=submitted&category=film&channel=unit&verdict=pass&town=liangzhu'],
	['filter by what breaks rules', 'verdict=fail'],
	['filter by what is alike', 'twins=open'],
	['sort by number', 'sort=number'],
	['sort by title', 'sort=name'],
	['sort by decision', 'sort=-decided'],
	['page behind the middle', 'sort=number&after=5000'],
	['search for two characters found everywhere', 'q=合成'],
	['search for two characters', 'q=渡口'],
	['search by pinyin', 'q=dukou'],
	['search by initials', 'q=dkhx'],
	['search for a number', 'q=99-W-0123'],
	['search for a person', 'q=合成人员0123'],
	['search and filter', 'q=渡口&state=submitted&channel=person']
];

/**
 * Server time of the office's list of 10,000 entries with its rows, total and the counts of every
 * facet, against the bare statement that reads fifty rows and counts nothing.
 */
export async function measureEntries(
	root: string,
	folder: string,
	{ count, times }: { count: number; times: number }
): Promise<Figure[]> {
	const db = await open(`file:${join(mkdtempSync(join(folder, 'entries-')), 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	try {
		await plantEntries(db, { count, now: Date.now() });
		const bare = await timesOf(times, () =>
			db.all(
				sql`SELECT * FROM entries WHERE edition_id = ${EDITION} ORDER BY submitted_at DESC LIMIT 50`
			)
		);
		const figures: Figure[] = [];
		const told = (name: string, taken: number[], note: string) =>
			figures.push({
				part: 'entries',
				name: `entries: ${name}, p95`,
				ours: percentile(taken, 95),
				baseline: percentile(bare, 95),
				unit: 'ms',
				target: { of: 'ours', at: 'most', value: 60 },
				note: `p50 ${median(taken).toFixed(1)} ms, bare SQL ${median(bare).toFixed(1)} ms, ${note}`
			});
		for (const [name, address] of asked) {
			const query = { ...parseEntries(new URLSearchParams(address)), edition: EDITION };
			let total = 0;
			const taken = await timesOf(times, async () => {
				total = (await listEntries(db, who, query)).tally.total;
			});
			told(name, taken, `${total.toLocaleString('en')} entries`);
		}
		const queue = {
			...parseEntries(new URLSearchParams('state=submitted&sort=submitted')),
			edition: EDITION
		};
		told(
			'next and previous in the queue',
			await timesOf(times, () => neighbours(db, who, queue, Math.floor(count / 2))),
			'what opens after a decision'
		);
		told('statistics', await timesOf(times, () => statisticsOf(db, who, EDITION)), 'all plots');
		return figures;
	} finally {
		close(db);
	}
}

/** Milliseconds of each of so many runs, after two that warm up. */
async function timesOf(times: number, act: () => Promise<unknown>): Promise<number[]> {
	const taken: number[] = [];
	for (let run = -2; run < times; run++) {
		const began = performance.now();
		await act();
		if (run >= 0) taken.push(performance.now() - began);
	}
	return taken;
}
