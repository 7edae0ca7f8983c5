import { describe, expect, it } from 'vitest';
import { gradeOf } from '$lib/domain/studio/health';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { asRole } from '$tests/people';
import { items, menuLinks, trails } from './db/schema';
import { write } from './db/write';
import { board, lookOutside } from './health';
import { askOutside, isPublic } from './health/outside';
import { putSetting } from './site';
import { enter } from './studio/enter';

const DAY = 86_400_000;
const editor = asRole('editor');

async function world() {
	const db = await emptyDb();
	await putAll(db, [
		place({ lon: 119.9, lat: 30.4, precision: 'exact', positionVerified: true }),
		place({ lon: 119.9, lat: 30.4, precision: 'town' }),
		place()
	]);
	await write(db, async (tx) => {
		await enter(tx, 'places');
		await tx.insert(trails).values({
			slug: 'jade',
			nameZh: '玉琮廉路',
			declaredStops: 21,
			publishedAt: NOON - 400 * DAY,
			updatedAt: NOON - 400 * DAY
		});
		await enter(tx, 'trails');
		await tx.insert(menuLinks).values([
			{ menu: 'footer', labelZh: '好', href: '/places' },
			{ menu: 'footer', labelZh: '坏', href: '/pages/gone' },
			{ menu: 'footer', labelZh: '外', href: 'https://example.org/page' }
		]);
	});
	return db;
}
const of = async (name: string) => (await board(await world(), NOON)).find((s) => s.name === name)!;

describe('the board of health', () => {
	it('names columns that are empty, and those nobody touched for long', async () => {
		expect((await of('empty-columns')).troubles.map(({ title }) => title.zh)).toEqual([
			'events',
			'articles',
			'documents'
		]);
		expect((await of('stale-columns')).troubles.map(({ title, fact }) => [title.zh, fact])).toEqual(
			[['trails', '400']]
		);
	});

	it('counts places without a position and without a checked one', async () => {
		expect([(await of('unlocated-places')).count, (await of('unlocated-places')).of]).toEqual([
			1, 3
		]);
		expect((await of('unchecked-places')).count).toBe(1);
	});

	it('finds links of ours that lead nowhere, and no others', async () => {
		const sign = await of('dead-links');
		expect([sign.count, sign.of]).toEqual([1, 2]);
		expect(sign.troubles.map(({ title, fact }) => [title.zh, fact])).toEqual([
			['坏', '/pages/gone']
		]);
	});

	it('says what the footer lacks, and declared against recorded', async () => {
		expect((await of('footer-numbers')).count).toBe(7);
		expect((await of('declared')).troubles.map(({ fact }) => fact)).toEqual(['0/21']);
	});

	it('marks a review nobody moved for longer than allowed', async () => {
		const db = await world();
		await write(db, (tx) =>
			tx.update(items).set({ state: 'review', step: 1, updatedAt: NOON - 4 * DAY })
		);
		const sign = (await board(db, NOON)).find(({ name }) => name === 'overdue-reviews')!;
		expect([sign.count, sign.of, sign.troubles[0]?.fact]).toEqual([4, 4, '4']);
		await write(db, (tx) => putSetting(tx, 'review.days', 10));
		const patient = (await board(db, NOON)).find(({ name }) => name === 'overdue-reviews')!;
		expect([patient.count, patient.of]).toEqual([0, 4]);
	});

	it('asks other sites only when the operator allows it, and keeps what they said', async () => {
		const db = await world();
		const asked: string[] = [];
		const ask = async (href: string) => {
			asked.push(href);
			return 404;
		};
		expect(await lookOutside(db, editor, ask)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'not-allowed' }]
		});
		expect(asked).toEqual([]);
		await write(db, (tx) => putSetting(tx, 'health.external', true));
		expect((await lookOutside(db, editor, ask)).ok).toBe(true);
		expect(asked).toEqual(['https://example.org/page']);
		const sign = (await board(db, NOON)).find(({ name }) => name === 'outside-links')!;
		expect([sign.count, sign.at]).toEqual([1, NOON]);
	});

	it('never asks an address of an own network', async () => {
		for (const address of [
			'127.0.0.1',
			'10.1.2.3',
			'192.168.0.1',
			'169.254.1.1',
			'::1',
			'fd00::1',
			'::ffff:127.0.0.1',
			'0.0.0.0'
		])
			expect([address, isPublic(address)]).toEqual([address, false]);
		expect(isPublic('203.119.25.1')).toBe(true);
		expect(await askOutside('https://127.0.0.1/')).toBe('private');
		expect(await askOutside('https://[::1]/')).toBe('private');
		expect(await askOutside('https://localhost/')).toBe('private');
		expect(await askOutside('https://user:pass@127.0.0.1/')).toBe('private');
		expect(await askOutside('http://127.0.0.1/')).toBe('private');
	});

	it('grades what fails an inspection apart from what only wants work', () => {
		expect(gradeOf({ name: 'dead-links', count: 1 })).toBe('bad');
		expect(gradeOf({ name: 'declared', count: 1 })).toBe('mend');
		expect(gradeOf({ name: 'declared', count: 0 })).toBe('good');
		expect(gradeOf({ name: 'outside-links', count: null })).toBe('unknown');
	});
});
