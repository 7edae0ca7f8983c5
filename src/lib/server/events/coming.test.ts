import { expect, test } from 'vitest';
import { empty } from '$lib/domain/rich/rich';
import { NOON, emptyDb } from '$tests/make';
import { articles, events } from '../db/schema';
import { write } from '../db/write';
import { coming, past } from './coming';

const DAY = 86_400_000;

test('happenings and their articles appear at the moment of their publication', async () => {
	const db = await emptyDb();
	await write(db, async (tx) => {
		for (const [slug, publishedAt] of [
			['shown', NOON],
			['canary-later', NOON + 60_000],
			['canary-draft', null]
		] as const) {
			const [article] = await tx
				.insert(articles)
				.values({ slug, titleZh: slug, bodyZh: empty(), publishedAt })
				.returning({ id: articles.id });
			for (const [when, startsAt] of [
				['coming', NOON + DAY],
				['past', NOON - DAY]
			] as const)
				for (const open of [true, false])
					await tx.insert(events).values({
						slug: `${slug}-${when}-${open ? 'open' : 'own'}`,
						titleZh: slug,
						startsAt,
						articleId: article!.id,
						publishedAt: open ? NOON - DAY : publishedAt
					});
		}
	});
	for (const list of [coming, past]) {
		const articlesAt = async (at: number) =>
			(await list(db, at, 20)).map(({ article }) => article ?? 'none').sort();
		expect(await articlesAt(NOON)).toEqual(['none', 'none', 'shown', 'shown']);
		expect(await articlesAt(NOON + 60_000)).toEqual([
			'canary-later',
			'canary-later',
			'none',
			'shown',
			'shown'
		]);
	}
});
