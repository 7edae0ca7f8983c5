import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Who } from '$lib/domain/people/who';
import { formatList, parseList, wholeList } from '$lib/domain/studio/list';
import type { Noun } from '$lib/domain/studio/noun';
import { emptyDb, NOON } from '$tests/make';
import { sample as somebody } from '$tests/people';
import type { Db } from '../db/open';
import { items } from '../db/schema';
import { write } from '../db/write';
import { makeAllFindable, makeFindable } from './findable';
import { list, numbersOf } from './list';

const editor = somebody('editor', { role: 'editor', scope: null });
const manager = (kind: 'town' | 'place' | 'organization', id: string) =>
	somebody('manager', { role: 'manager', scope: { kind, id } });

let db: Db;

const thing = (id: string, over: Partial<typeof items.$inferInsert> = {}) => ({
	noun: 'places' as Noun,
	id,
	slug: id,
	titleZh: id,
	state: 'draft' as const,
	updatedAt: NOON,
	sortKey: id,
	placeId: id,
	...over
});

const things = [
	thing('hall', {
		titleZh: '澄清正名展示馆',
		titleEn: 'Chengqing hall',
		slug: 'chengqing-hall',
		kind: 'site',
		town: 'pingyao',
		state: 'published',
		live: 1,
		updatedAt: NOON + 3
	}),
	thing('village', {
		titleZh: '港南村',
		kind: 'unit',
		category: 'village',
		town: 'liangzhu',
		state: 'review',
		updatedAt: NOON + 2,
		updatedBy: 'editor'
	}),
	thing('school', {
		titleZh: '良渚小学',
		kind: 'unit',
		category: 'school',
		town: 'liangzhu',
		live: 1,
		head: 2,
		liveNumber: 1,
		organization: 'schools',
		updatedAt: NOON + 1
	}),
	thing('gone', { titleZh: '良渚旧馆', kind: 'site', town: 'liangzhu', trashedAt: NOON }),
	thing('trail', { noun: 'trails', titleZh: '良渚廉路', placeId: null }),
	thing('story', {
		noun: 'articles',
		titleZh: '港南村的故事',
		town: 'liangzhu',
		placeId: 'village'
	})
];

beforeAll(async () => {
	db = await emptyDb();
	await write(db, (tx) => tx.insert(items).values(things));
	expect(await makeAllFindable(db)).toBe(things.length);
});

const ids = async (who: Who | null, address: string, noun: Noun = 'places') =>
	(await list(db, who, noun, parseList(noun, new URLSearchParams(address)))).rows.map(
		({ id }) => id
	);

describe('a list', () => {
	test('shows everything outside of the trash, the newest change first', async () => {
		expect(await ids(editor, '')).toEqual(['hall', 'village', 'school']);
	});

	test.each([
		['sort=name', ['hall', 'school', 'village']],
		['sort=-name', ['village', 'school', 'hall']],
		['sort=updated', ['school', 'village', 'hall']],
		['sort=state', ['school', 'village', 'hall']],
		['sort=-state', ['hall', 'village', 'school']],
		['sort=kind', ['hall', 'school', 'village']],
		['state=review,published', ['hall', 'village']],
		['kind=unit&town=liangzhu', ['village', 'school']],
		['category=school', ['school']],
		['live=yes', ['hall', 'school']],
		['live=no', ['village']],
		['newer=yes', ['school']],
		['mine=yes', ['village']],
		['trash=yes', ['gone']],
		['sort=state&state=published,draft', ['school', 'hall']],
		['page=2', []]
	])('asked for %s gives %j', async (address, expected) => {
		expect(await ids(editor, address)).toEqual(expected);
	});

	test.each([
		['良渚', ['school']],
		['港南', ['village']],
		['gangnan', ['village']],
		['cqzm', ['hall']],
		['chengqing-hall', ['hall']],
		['Chengqing', ['hall']],
		['" OR *', []],
		['！？', []]
	])('searched for %s finds %j', async (q, expected) => {
		expect(await ids(editor, `q=${encodeURIComponent(q)}`)).toEqual(expected);
		expect((await list(db, editor, 'places', { ...wholeList, q })).tally.total).toBe(
			expected.length
		);
	});

	test('a search stays inside its noun', async () => {
		expect(await ids(editor, `q=${encodeURIComponent('良渚')}`, 'trails')).toEqual(['trail']);
	});

	test('counts what each filter would leave, whether the counts are kept or made', async () => {
		const { tally } = await list(db, editor, 'places', wholeList);
		expect(tally).toEqual({
			total: 3,
			facets: {
				state: { published: 1, review: 1, draft: 1 },
				kind: { site: 1, unit: 2 },
				category: { '': 1, village: 1, school: 1 },
				town: { pingyao: 1, liangzhu: 2 }
			},
			live: { yes: 2, no: 1 },
			newer: 1,
			trash: 1
		});
		const searched = await list(db, editor, 'places', { ...wholeList, q: '良渚' });
		expect([searched.tally.total, searched.tally.trash]).toEqual([1, 1]);
	});

	test('every total is what its pages hold, for every mix of conditions', async () => {
		for (const who of [editor, manager('town', 'liangzhu'), manager('place', 'hall')])
			for (const q of ['', '良渚'])
				for (const states of [[], ['draft'], ['review', 'published']] as const)
					for (const kinds of [[], ['unit']])
						for (const live of [null, true, false])
							for (const trash of [false, true])
								for (const sort of ['updated', 'state', 'kind'] as const) {
									const query = { ...wholeList, q, states: [...states], kinds, live, trash, sort };
									const { rows, tally } = await list(db, who, 'places', query);
									expect([formatList(query), rows.length]).toEqual([
										formatList(query),
										tally.total
									]);
								}
	});
});

describe('somebody', () => {
	test('not signed in, or without a second factor, sees nothing', async () => {
		expect(await ids(null, '')).toEqual([]);
		expect(await ids({ ...editor, strong: false }, '')).toEqual([]);
		expect((await list(db, null, 'places', wholeList)).tally.total).toBe(0);
	});

	test('who manages a town, a place or an organization sees and counts only that', async () => {
		expect(await ids(manager('town', 'liangzhu'), '')).toEqual(['village', 'school']);
		expect(await ids(manager('place', 'hall'), '')).toEqual(['hall']);
		expect(await ids(manager('organization', 'schools'), '')).toEqual(['school']);
		expect(await ids(manager('town', 'liangzhu'), '', 'trails')).toEqual([]);
		expect(await ids(manager('place', 'village'), '', 'articles')).toEqual(['story']);
		const { tally } = await list(db, manager('town', 'liangzhu'), 'places', wholeList);
		expect([tally.total, tally.facets.town, tally.trash]).toEqual([2, { liangzhu: 2 }, 1]);
		expect(await ids(manager('town', 'liangzhu'), `q=${encodeURIComponent('展示馆')}`)).toEqual([]);
	});
});

describe('names', () => {
	test('a renamed thing is found by its new name alone', async () => {
		const own = await emptyDb();
		const found = async (q: string) =>
			(await list(own, editor, 'places', { ...wholeList, q })).rows.map(({ id }) => id);
		await write(own, async (tx) => {
			await tx.insert(items).values([thing('hall', { titleZh: '旧馆' })]);
			await makeFindable(tx, 'places', ['hall']);
		});
		expect(await found('旧馆')).toEqual(['hall']);
		await write(own, async (tx) => {
			await tx.update(items).set({ titleZh: '新厅' }).where(eq(items.id, 'hall'));
			await makeFindable(tx, 'places', ['hall']);
		});
		expect([await found('旧馆'), await found('新厅')]).toEqual([[], ['hall']]);
		await write(own, (tx) => tx.delete(items));
		expect(await found('新厅')).toEqual([]);
	});
});

test('more than a page comes in pages without gap or repeat, in every order', async () => {
	const own = await emptyDb();
	await write(own, (tx) =>
		tx.insert(items).values(
			Array.from({ length: 130 }, (_, i) =>
				thing(`t${String(i).padStart(3, '0')}`, {
					state: (['draft', 'published', 'review'] as const)[i % 3]!,
					kind: (['site', 'unit', 'venue'] as const)[(i * 7) % 3]!,
					updatedAt: NOON + (i % 5)
				})
			)
		)
	);
	for (const sort of ['updated', 'name', 'state', 'kind'] as const)
		for (const down of [true, false]) {
			const query = { ...wholeList, sort, down };
			const pages = [];
			for (const page of [1, 2, 3, 4])
				pages.push(
					...(await list(own, editor, 'places', { ...query, page })).rows.map(({ row }) => row)
				);
			expect(new Set(pages).size).toBe(130);
			expect(pages).toEqual(await numbersOf(own, editor, 'places', query, 1000));
		}
});
