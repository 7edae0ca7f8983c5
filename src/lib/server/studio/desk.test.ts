import { beforeEach, describe, expect, test } from 'vitest';
import type { Noun } from '$lib/domain/studio/noun';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { by } from '$tests/media';
import { submit as submitCorrection } from '../corrections';
import type { Db } from '../db/open';
import { autosaves, items } from '../db/schema';
import { write } from '../db/write';
import { desk, waiting } from './desk';
import { recent, things } from './palette';
import { approve, sendBack, submit } from './review';
import { makeRestFindable } from './findable';
import { save } from './save';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const ann = by('editor', { id: 'ann' });
const bob = by('editor', { id: 'bob' });
const boss = by('approver', { id: 'boss' });
const chief = by('approver', { id: 'chief' });
const manager = by('manager', { id: 'm', scope: { kind: 'town', id: 'liangzhu' } });

const text = {
	type: 'doc',
	content: [{ type: 'paragraph', content: [{ type: 'text', text: '廉' }] }]
};
async function saved(who: typeof ann, slug: string, noun: Noun = 'pages') {
	const result = await save(db, who, noun, {
		id: null,
		base: 0,
		content: { slug, title: { zh: `页面${slug}` }, body: { zh: text } }
	});
	if (!result.ok) throw new Error(JSON.stringify(result));
	return result.id;
}
const slugs = (lines: { id: string }[]) => lines.map(({ id }) => id);
const see = (who = ann) => desk(db, who.who, NOON);

describe('the desk', () => {
	test('holds the own drafts, and nobody else’s', async () => {
		const id = await saved(ann, 'aa');
		expect([slugs((await see()).drafts), slugs((await see(bob)).drafts)]).toEqual([[id], []]);
		expect([await waiting(db, ann.who, NOON), await waiting(db, bob.who, NOON)]).toEqual([
			{ pages: 1 },
			{}
		]);
	});

	test('shows a review to those who may take its step, never to those whose work it is', async () => {
		const id = await saved(ann, 'aa');
		await submit(db, ann, 'pages', id, { number: 1 });
		const waits = async (who: typeof ann) => slugs((await see(who)).toReview);
		expect([await waits(ann), await waits(bob), await waits(boss), await waits(manager)]).toEqual([
			[],
			[id],
			[id],
			[]
		]);
		expect((await approve(db, boss, 'pages', id, { number: 1 })).ok).toBe(true);
		expect([await waits(bob), await waits(boss), await waits(chief)]).toEqual([[], [], [id]]);
		expect((await waiting(db, chief.who, NOON)).review).toBe(1);
	});

	test('tells what was sent back from what was never sent', async () => {
		const id = await saved(ann, 'aa');
		const other = await saved(ann, 'bb');
		await submit(db, ann, 'pages', id, { number: 1 });
		await sendBack(db, boss, 'pages', id, { number: 1, comment: '请补充出处' });
		const { returned, drafts } = await see();
		expect([slugs(returned), slugs(drafts)]).toEqual([[id], [other]]);
	});

	test('keeps what was typed and not saved', async () => {
		await write(db, (tx) =>
			tx.insert(autosaves).values({
				noun: 'pages',
				itemId: 'new',
				personId: 'ann',
				content: {},
				base: 0,
				at: NOON
			})
		);
		expect((await see()).unsaved).toEqual([
			{ noun: 'pages', id: 'new', titleZh: null, titleEn: null, at: NOON }
		]);
		expect((await see(bob)).unsaved).toEqual([]);
	});

	test('looks two weeks ahead for what comes and what ends', async () => {
		const DAY = 86_400_000;
		const base = {
			noun: 'pages' as const,
			titleZh: 'x',
			state: 'published' as const,
			updatedAt: 1
		};
		await write(db, (tx) =>
			tx.insert(items).values([
				{ ...base, id: 'soon', slug: 'soon', expireAt: NOON + DAY },
				{ ...base, id: 'late', slug: 'late', expireAt: NOON + 15 * DAY },
				{ ...base, id: 'past', slug: 'past', expireAt: NOON - DAY },
				{ ...base, id: 'next', slug: 'next', state: 'scheduled', publishAt: NOON + 90 * DAY }
			])
		);
		const { expiring, scheduled } = await see();
		expect([slugs(expiring), slugs(scheduled)]).toEqual([['soon'], ['next']]);
	});

	test('of a manager shows only what lies in the own town', async () => {
		const base = { noun: 'places' as const, titleZh: 'x', state: 'draft' as const, updatedAt: 1 };
		await write(db, (tx) =>
			tx.insert(items).values([
				{ ...base, id: 'own', slug: 'own', town: 'liangzhu' },
				{ ...base, id: 'other', slug: 'other', town: 'pingyao' }
			])
		);
		expect(slugs((await see(manager)).recent)).toEqual(['own']);
		expect(slugs((await see(ann)).recent).sort()).toEqual(['other', 'own']);
		expect(slugs((await desk(db, null, NOON)).recent)).toEqual([]);
	});

	test('counts corrections for those who may read them', async () => {
		const [id] = await putAll(db, [place()]);
		await submitCorrection(db, id!, { field: 'name', statement: '改名了', evidence: null }, NOON);
		expect((await see(ann)).corrections).toBe(1);
		expect((await see(boss)).corrections).toBe(0);
		expect((await waiting(db, ann.who, NOON)).corrections).toBe(1);
	});
});

describe('the palette', () => {
	const named = (noun: Noun, id: string, titleZh: string, over = {}) => ({
		noun,
		id,
		slug: id,
		titleZh,
		state: 'draft' as const,
		updatedAt: 1,
		...over
	});

	beforeEach(async () => {
		await write(db, async (tx) => {
			await tx
				.insert(items)
				.values([
					named('places', 'old', '旧良渚馆', { town: 'liangzhu' }),
					named('places', 'new', '良渚新馆', { town: 'pingyao' }),
					named('trails', 'way', '良渚廉路'),
					named('places', 'gone', '良渚废馆', { trashedAt: 1 })
				]);
			for (const noun of ['places', 'trails'] as const) await makeRestFindable(tx, noun);
		});
	});

	test('finds things of every noun, those that begin so first, nothing in the trash', async () => {
		expect(slugs(await things(db, ann.who, '良渚'))).toEqual(['new', 'way', 'old']);
		expect(slugs(await things(db, ann.who, 'lzll'))).toEqual(['way']);
	});

	test('finds for a manager only what lies in the own town', async () => {
		expect(slugs(await things(db, manager.who, '良渚'))).toEqual(['old']);
		expect(await things(db, null, '良渚')).toEqual([]);
	});

	test('remembers what somebody worked on last', async () => {
		const first = await saved(ann, 'aa');
		const later = await saved({ ...ann, now: NOON + 5 }, 'bb');
		expect([slugs(await recent(db, ann.who)), slugs(await recent(db, bob.who))]).toEqual([
			[later, first],
			[]
		]);
	});
});
