import { sql } from 'drizzle-orm';
import { join } from 'node:path';
import type { Who } from '../../src/lib/domain/people/who';
import { parseList } from '../../src/lib/domain/studio/list';
import { close, open } from '../../src/lib/server/db/open';
import { list } from '../../src/lib/server/studio/list';
import { type Figure, median, percentile } from './figure';

const who = (role: 'editor' | 'manager', town?: string): Who => ({
	id: 'bench',
	name: 'bench',
	email: 'bench@demo.invalid',
	grants: [{ role, scope: town ? { kind: 'town', id: town } : null }],
	session: 'bench',
	strong: true,
	provedAt: 0
});
const editor = who('editor');
const manager = who('manager', 'liangzhu');

/** What somebody asks a list for; those with a target are what was promised. */
const asked: readonly [name: string, address: string, by: Who, most?: number][] = [
	['first page', '', editor, 60],
	['filter by kind', 'kind=unit', editor, 60],
	['filter by four facets', 'kind=unit&category=school&town=liangzhu&live=yes', editor, 60],
	['sort by name', 'sort=name', editor, 60],
	['sort by state', 'sort=state', editor, 60],
	['sort by kind, reversed', 'sort=-kind', editor, 60],
	['last page', 'page=2000', editor, 60],
	['first page of a town’s manager', '', manager, 60],
	['search for one thing', 'q=000123', editor, 60],
	['search for two characters found 30,000 times', 'q=阵地', editor],
	['search for two characters found everywhere', 'q=合成', editor]
];

/**
 * Server time of a list with its rows, total and every facet’s counts, against the bare statement that
 * reads fifty rows of the same table and counts nothing.
 */
export async function measureLists(
	root: string,
	dataDir: string,
	{ times }: { times: number }
): Promise<Figure[]> {
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	try {
		const bare = await timesOf(times, () =>
			db.all(
				sql`SELECT * FROM items WHERE noun = 'places' AND trashed_at IS NULL ORDER BY updated_at DESC LIMIT 50`
			)
		);
		const figures: Figure[] = [];
		for (const [name, address, by, most] of asked) {
			const query = parseList('places', new URLSearchParams(address));
			let total = 0;
			const taken = await timesOf(times, async () => {
				total = (await list(db, by, 'places', query)).tally.total;
			});
			figures.push({
				part: 'studio',
				name: `studio list: ${name}, p95`,
				ours: percentile(taken, 95),
				baseline: percentile(bare, 95),
				unit: 'ms',
				...(most ? { target: { of: 'ours' as const, at: 'most' as const, value: most } } : {}),
				note: `p50 ${median(taken).toFixed(1)} ms, bare SQL ${median(bare).toFixed(1)} ms, ${total.toLocaleString('en')} things`
			});
		}
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
