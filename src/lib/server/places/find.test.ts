import { beforeAll, describe, expect, it } from 'vitest';
import { everything, parseFilter } from '$lib/domain/filter';
import type { PlaceFilter } from '$lib/domain/filter';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import type { Db } from '../db/open';
import { find, list, points, tally } from '../places';

let db: Db;
const asked = (query: string): PlaceFilter => {
	const ruled = parseFilter(new URLSearchParams(query));
	if (!ruled.ok) throw new Error(query);
	return ruled.value;
};
const slugs = async (query: string, limit = 100) =>
	(await find(db, asked(query), { at: NOON, limit })).map(({ slug }) => slug);

beforeAll(async () => {
	db = await emptyDb();
	const spot = { lon: 119.97, lat: 30.39, precision: 'exact' as const };
	const sundayNoon = [{ weekday: 7, opens: 540, closes: 1020 }];
	await putAll(db, [
		place({
			slug: 'hall',
			kind: 'site',
			name: { zh: '瓶窑展示馆' },
			town: 'pingyao',
			level: 'district',
			...spot
		}),
		{
			...place({
				slug: 'school',
				kind: 'unit',
				category: 'school',
				name: { zh: '安溪小学' },
				town: 'liangzhu',
				level: 'city',
				...spot,
				lon: 120.04
			}),
			week: sundayNoon
		},
		{
			...place({
				slug: 'village',
				kind: 'unit',
				category: 'village',
				name: { zh: '港南村' },
				town: 'liangzhu',
				level: 'province'
			}),
			week: sundayNoon,
			days: [{ day: '2026-11-22', opens: null, closes: null }]
		},
		{
			...place({ slug: 'desk', kind: 'service', name: { zh: '办事窗口' }, town: 'pingyao' }),
			week: [{ weekday: 1, opens: 540, closes: 1020 }],
			days: [{ day: '2026-11-22', opens: 660, closes: 780, reason: { zh: '接待日' } }]
		},
		{
			...place({
				slug: 'secret',
				kind: 'unit',
				category: 'village',
				name: { zh: '草稿村' },
				town: 'liangzhu',
				level: 'city',
				...spot
			}),
			week: sundayNoon,
			draft: true
		}
	]);
});

describe('a list of places', () => {
	it('stands in the order of pinyin', async () => {
		expect(await slugs('')).toEqual(['school', 'desk', 'village', 'hall']);
	});

	it('never shows a draft, whatever is asked', async () => {
		for (const query of [
			'',
			'open=1',
			'kind=unit',
			'category=village',
			'town=liangzhu',
			'level=city',
			'q=草稿',
			'q=caogaocun',
			'bbox=119,30,121,31',
			'near=119.97,30.39',
			'sort=recent'
		]) {
			expect(await slugs(query)).not.toContain('secret');
			expect((await points(db, asked(query), { at: NOON })).map(({ slug }) => slug)).not.toContain(
				'secret'
			);
		}
		expect((await tally(db, everything, NOON)).categories).toEqual({ school: 1, village: 1 });
	});

	it.each([
		['kind=unit', ['school', 'village']],
		['kind=unit,service', ['school', 'desk', 'village']],
		['category=village', ['village']],
		['town=pingyao', ['desk', 'hall']],
		['level=city,district', ['school', 'hall']],
		['kind=unit&town=pingyao', []],
		['q=瓶窑展示馆', ['hall']],
		['q=pyzsg', ['hall']],
		['bbox=119.9,30.3,120,30.4', ['hall']],
		['trail=no-such-trail', []]
	])('answers %s', async (query, expected) => {
		expect(await slugs(query)).toEqual(expected);
	});

	it('is open now by the exception of the day, else by the hours of the weekday', async () => {
		expect(await slugs('open=1')).toEqual(['school', 'desk']);
	});

	it('goes outward from where the visitor stands, unknown positions last', async () => {
		const near = await list(db, asked('near=120.05,30.39'), { at: NOON, limit: 10 });
		expect(
			near.map(({ slug, metres }) => [slug, metres === undefined ? null : Math.round(metres / 100)])
		).toEqual([['school', 10], ['hall', 77], expect.anything(), expect.anything()]);
		expect(near.slice(2).map(({ metres }) => metres)).toEqual([undefined, undefined]);
	});

	it('is cut into pages that never overlap', async () => {
		const pages = await Promise.all(
			[1, 2, 3].map((page) => find(db, { ...everything, page }, { at: NOON, limit: 2 }))
		);
		expect(pages.map((page) => page.length)).toEqual([2, 2, 0]);
		expect(new Set(pages.flat().map(({ slug }) => slug)).size).toBe(4);
	});
});

describe('counts', () => {
	it.each([
		'',
		'kind=unit',
		'town=liangzhu',
		'level=city',
		'open=1',
		'q=村',
		'kind=unit&category=school',
		'bbox=119,30,121,31'
	])('of “%s” are what the list holds and the map draws', async (query) => {
		const counted = await tally(db, asked(query), NOON);
		expect(counted.total).toBe((await slugs(query)).length);
		expect(counted.drawn).toBe((await points(db, asked(query), { at: NOON })).length);
	});

	it('of a facet say what choosing it would give', async () => {
		const counted = await tally(db, asked('kind=unit'), NOON);
		expect(counted.kinds).toEqual({ site: 1, unit: 2, service: 1 });
		expect(counted.towns).toEqual({ liangzhu: 2 });
		for (const [kind, count] of Object.entries(counted.kinds))
			expect((await slugs(`kind=${kind}`)).length).toBe(count);
	});

	it('follow what is written at once', async () => {
		const fresh = await emptyDb();
		expect((await tally(fresh, everything, NOON)).total).toBe(0);
		await putAll(fresh, [place()]);
		expect((await tally(fresh, everything, NOON)).total).toBe(1);
	});
});
