import { beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { emptyDb, NOON } from '$tests/make';
import type { Db } from '../db/open';
import { series } from '../db/schema';
import { write } from '../db/write';
import { plant } from '../seed';
import { ask } from './ask';

let db: Db;
beforeAll(async () => {
	db = await emptyDb();
	await plant(db, NOON);
});

const refused = async (query: string) => {
	const ruled = await ask(db, new URLSearchParams(query), NOON);
	return ruled.ok
		? []
		: ruled.refusals.map(
				({ field, reason, detail }) => `${field} ${reason} ${detail?.value ?? ''}`
			);
};

describe('a question about events', () => {
	test('is answered when what it names is there', async () => {
		expect(await refused('town=liangzhu&type=talk&for=elders&free=1')).toEqual([]);
		expect(await refused('series=demonstration-series&chapter=listen')).toEqual([]);
		expect(await refused('chapter=listen')).toEqual([]);
	});

	test.each([
		['town=liangzhu,atlantis', ['town unknown-value atlantis']],
		['series=no-such-series', ['series unknown-value no-such-series']],
		['chapter=no-such-chapter', ['chapter unknown-value no-such-chapter']],
		['series=demonstration-series&chapter=road', ['chapter unknown-value road']],
		['series=a&series=b', ['series only-one ']],
		['type=party&for=nobody', ['type unknown-value party', 'for unknown-value nobody']],
		[
			'town=atlantis&series=no-such-series',
			['town unknown-value atlantis', 'series unknown-value no-such-series']
		]
	])('is refused when it asks %s', async (query, refusals) => {
		expect(await refused(query)).toEqual(refusals);
	});

	test('knows a series from the moment it is published', async () => {
		const [row] = await db.select().from(series).where(eq(series.slug, 'demonstration-series'));
		await write(db, (tx) =>
			tx
				.update(series)
				.set({ publishedAt: NOON + 1 })
				.where(eq(series.id, row!.id))
		);
		expect(await refused('series=demonstration-series')).toEqual([
			'series unknown-value demonstration-series'
		]);
		expect(await refused('chapter=listen')).toEqual(['chapter unknown-value listen']);
	});
});
