import { describe, expect, test } from 'vitest';
import { NOON, emptyDb, place, putAll } from '$tests/make';
import { honours, stops, towns, trails } from '../db/schema';
import { write } from '../db/write';
import { bySlug, near } from './detail';
import { recordedUnits } from './recorded';

describe('the page of a place', () => {
	test('is there for a published place and not for a draft', async () => {
		const db = await emptyDb();
		await putAll(db, [place({ slug: 'hall' }), { ...place({ slug: 'canary' }), draft: true }]);
		expect((await bySlug(db, 'hall', NOON))?.place.slug).toBe('hall');
		expect(await bySlug(db, 'canary', NOON)).toBeNull();
		expect(await bySlug(db, 'nowhere', NOON)).toBeNull();
	});

	test('shows the days that differ from today on and none gone by', async () => {
		const db = await emptyDb();
		const closed = { opens: null, closes: null };
		await putAll(db, [
			{
				...place({ slug: 'hall' }),
				week: [{ weekday: 1, opens: 540, closes: 1020 }],
				days: ['2026-11-21', '2026-11-22', '2026-12-01'].map((day) => ({ day, ...closed }))
			}
		]);
		const page = await bySlug(db, 'hall', NOON);
		expect(page?.exceptions.map(({ day }) => day)).toEqual(['2026-11-22', '2026-12-01']);
		expect(page?.week).toEqual([{ weekday: 1, opens: 540, closes: 1020 }]);
	});

	test('names published trails with the number of the stop, and honours', async () => {
		const db = await emptyDb();
		const [hall] = await putAll(db, [place({ slug: 'hall' })]);
		await write(db, async (tx) => {
			for (const [slug, publishedAt] of [
				['shown', NOON],
				['canary', null]
			] as const) {
				const [trail] = await tx
					.insert(trails)
					.values({ slug, nameZh: slug, publishedAt })
					.returning({ id: trails.id });
				await tx.insert(stops).values({ trailId: trail!.id, number: 3, placeId: hall! });
			}
			await tx.insert(honours).values({ placeId: hall!, titleZh: '荣誉', level: 'city' });
		});
		const page = await bySlug(db, 'hall', NOON);
		expect(page?.trails).toEqual([
			{ slug: 'shown', nameZh: 'shown', nameEn: null, demonstration: false, number: 3 }
		]);
		expect(page?.honours.map(({ honours }) => honours.titleZh)).toEqual(['荣誉']);
	});

	test('lists what is near in order of distance, without itself, drafts and undrawn places', async () => {
		const db = await emptyDb();
		const at = (lon: number) => ({ lon, lat: 30.4, precision: 'exact' as const });
		const [hall] = await putAll(db, [
			place({ slug: 'hall', ...at(120) }),
			place({ slug: 'far', ...at(120.3) }),
			place({ slug: 'close', ...at(120.001) }),
			place({ slug: 'undrawn' }),
			{ ...place({ slug: 'canary', ...at(120.0005) }), draft: true }
		]);
		const around = await near(db, [120, 30.4], { limit: 5, except: hall! });
		expect(around.map(({ slug, metres }) => [slug, Math.round(metres)])).toEqual([
			['close', 96],
			['far', 28772]
		]);
	});
});

test('units from elsewhere, synthetic ones and drafts are not counted for the district', async () => {
	const db = await emptyDb();
	await write(db, async (tx) => {
		await tx.insert(towns).values([
			{ slug: 'own', nameZh: '本区', form: 'town', own: true },
			{ slug: 'other', nameZh: '外区', form: 'town', own: false }
		]);
	});
	const unit = (over: Parameters<typeof place>[0]) => place({ kind: 'unit', ...over });
	await putAll(db, [
		unit({ town: 'own' }),
		unit({}),
		unit({ town: 'other' }),
		place({ town: 'own' }),
		{ ...unit({ town: 'own' }), draft: true }
	]);
	expect(await recordedUnits(db)).toEqual({ own: 2, elsewhere: 1 });
});
