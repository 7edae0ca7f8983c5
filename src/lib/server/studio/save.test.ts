import { beforeEach, describe, expect, test } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import type { Content } from '$lib/domain/studio/field';
import { describe as described } from '$lib/domain/studio/noun';
import { writeForm } from '$lib/domain/studio/read-form';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { sample as somebody } from '$tests/people';
import type { Db } from '../db/open';
import { audit, autosaves, items, versions } from '../db/schema';
import { write } from '../db/write';
import { keep, typed } from './autosave';
import { enterAll } from './enter';
import { restore, versionsOf } from './history';
import { contentOf, find } from './items';
import { save } from './save';
import { submit } from './submit';

const as = (who: Who | null, now = NOON): By => ({ who, address: '127.0.0.1', now });
const editor = as(somebody('editor', { role: 'editor', scope: null }));
const other = as(somebody('other', { role: 'editor', scope: null }), NOON + 1);
const manager = as(
	somebody('manager', { role: 'manager', scope: { kind: 'town', id: 'pingyao' } })
);

let db: Db;
let hall: string;
let neighbour: string;

beforeEach(async () => {
	db = await emptyDb();
	[hall, neighbour] = (await putAll(db, [
		place({ slug: 'hall', name: { zh: '廉园' }, town: 'pingyao' }),
		place({ slug: 'neighbour', name: { zh: '邻村' }, town: 'liangzhu' })
	])) as [string, string];
	await write(db, enterAll);
});

const contentNow = async (id = hall): Promise<Content> => {
	const item = (await find(db, editor.who, 'places', id))!;
	return (await contentOf(db, item, item.head))!;
};
const saveHall = async (by: By, change: Content, base: number, id = hall) =>
	save(db, by, 'places', { id, base, content: { ...(await contentNow(id)), ...change } });
const everything = async () => ({
	items: await db.select().from(items),
	versions: await db.select().from(versions),
	acts: (await db.select().from(audit)).length
});

describe('saving', () => {
	test('makes the next version, a draft the public does not see, and one record', async () => {
		const before = await everything();
		const saved = await saveHall(editor, { phone: '0571-1' }, 0);
		expect(saved).toEqual({ ok: true, id: hall, number: 1, taken: [] });
		const item = (await find(db, editor.who, 'places', hall))!;
		expect([item.state, item.head, item.updatedBy]).toEqual(['draft', 1, 'editor']);
		const after = await everything();
		expect(after.versions.map(({ number, personId }) => [number, personId])).toEqual([
			[0, null],
			[1, 'editor']
		]);
		expect(after.acts).toBe(before.acts + 1);
	});

	test('sent twice is one version and one record', async () => {
		const content = { ...(await contentNow()), phone: '0571-1' };
		const send = () => save(db, editor, 'places', { id: hall, base: 0, content });
		const [first, second] = await Promise.all([send(), send()]);
		expect(first).toEqual(second);
		expect((await everything()).acts).toBe(1);
	});

	test('a new thing sent twice is one thing', async () => {
		const content = { slug: 'fresh', kind: 'site', name: { zh: '新地点' } };
		const fresh = '01k80v074am3us6v4l3e';
		const send = () => save(db, editor, 'places', { id: null, base: 0, content, fresh });
		expect(await Promise.all([send(), send()])).toEqual([
			{ ok: true, id: fresh, number: 1, taken: [] },
			{ ok: true, id: fresh, number: 1, taken: [] }
		]);
		const stranger = await save(db, other, 'places', { id: null, base: 0, content, fresh });
		expect(stranger.ok).toBe(false);
		expect((await db.select().from(items)).length).toBe(3);
	});

	test('merges what two people changed in different fields, and says what it took', async () => {
		const started = await contentNow();
		await saveHall(other, { phone: '0571-2' }, 0);
		const mine = { ...started, tags: ['廉'] };
		const saved = await save(db, editor, 'places', { id: hall, base: 0, content: mine });
		expect(saved).toEqual({ ok: true, id: hall, number: 2, taken: ['phone'] });
		const now = await contentNow();
		expect([now.phone, now.tags]).toEqual(['0571-2', ['廉']]);
	});

	test('refuses to choose where both changed one field, and loses neither writing', async () => {
		const started = await contentNow();
		await saveHall(other, { phone: '0571-2', tags: ['新'] }, 0);
		const before = await everything();
		const mine = { ...started, phone: '0571-3' };
		const saved = await save(db, editor, 'places', { id: hall, base: 0, content: mine });
		expect(saved).toMatchObject({
			ok: false,
			conflict: {
				number: 1,
				fields: ['phone'],
				theirs: { phone: '0571-2' },
				content: { phone: '0571-3', tags: ['新'] }
			}
		});
		expect(await everything()).toEqual(before);
	});

	test('needs the right: a citizen, a stranger and a manager of elsewhere change nothing', async () => {
		const before = await everything();
		for (const by of [as(null), as(somebody('citizen', { role: 'citizen', scope: null }))])
			expect(await saveHall(by, { phone: '1' }, 0)).toEqual({ ok: false, missing: true });
		expect(await saveHall(manager, { phone: '1' }, 0, neighbour)).toEqual({
			ok: false,
			missing: true
		});
		// Two who are signed in tried: that is all that is left of it.
		const { acts, ...rest } = await everything();
		const { acts: none, ...stood } = before;
		expect([rest, acts - none]).toEqual([stood, 2]);
		expect((await saveHall(manager, { phone: '0571-9' }, 0)).ok).toBe(true);
	});

	test('a manager cannot move a place out of the own town, nor make one elsewhere', async () => {
		const out = await saveHall(manager, { town: 'liangzhu' }, 0);
		expect(out).toEqual({
			ok: false,
			refusals: [{ field: 'town', reason: 'outside-your-scope' }]
		});
		const content = { slug: 'mine', kind: 'site', name: { zh: '别处' }, town: 'liangzhu' };
		const made = await save(db, manager, 'places', { id: null, base: 0, content });
		expect(made).toMatchObject({ ok: false, refusals: [{ reason: 'outside-your-scope' }] });
	});

	test('what is in review or in the trash stands still', async () => {
		for (const [row, reason] of [
			[{ state: 'review' as const }, 'in-review'],
			[{ state: 'draft' as const, trashedAt: NOON }, 'in-trash']
		] as const) {
			await write(db, (tx) => tx.update(items).set(row));
			expect(await saveHall(editor, { phone: '1' }, 0)).toEqual({
				ok: false,
				refusals: [{ field: '', reason }]
			});
		}
	});

	test('a forged version to begin with is refused', async () => {
		expect(await saveHall(editor, { phone: '1' }, 7)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'no-such-version' }]
		});
	});

	test.each([
		['extra fields', { role: 'operator' }, { field: '', reason: 'unknown-field' }],
		[
			'a name of 10,000 characters',
			{ name: { zh: '廉'.repeat(10_000) } },
			{ field: 'name.zh', reason: 'too-long', detail: { max: 120, length: 10_000 } }
		],
		['no name', { name: null }, { field: 'name', reason: 'required' }],
		['a slug with capitals', { slug: '../X' }, { field: 'slug', reason: 'not-a-slug' }],
		['a taken slug', { slug: 'neighbour' }, { field: 'slug', reason: 'taken' }],
		['an array for a text', { phone: ['1'] }, { field: 'phone', reason: 'not-readable' }],
		[
			'a town nobody knows',
			{ town: 'nowhere' },
			{ field: 'town', reason: 'no-such', detail: { slug: 'nowhere' } }
		],
		[
			'hours that overlap',
			{
				week: [
					{ weekday: 1, opens: 0, closes: 90 },
					{ weekday: 1, opens: 60, closes: 100 }
				]
			},
			{ field: 'week.1', reason: 'hours-overlap' }
		]
	])('refuses %s and keeps nothing of it', async (_, change, refusal) => {
		const before = await everything();
		const saved = await saveHall(editor, change as unknown as Content, 0);
		expect(saved).toEqual({ ok: false, refusals: [refusal] });
		expect(await everything()).toEqual(before);
	});

	test('a base cannot take the place of another, not even of one in the trash', async () => {
		const content = {
			slug: 'paper',
			kind: 'illustrated',
			name: { zh: '纸' },
			attribution: { zh: '自绘' },
			minZoom: 8,
			maxZoom: 18,
			config: { source: 'drawing', url: '/bases/paper.json' }
		};
		const make = () => save(db, editor, 'bases', { id: null, base: 0, content });
		expect((await make()).ok).toBe(true);
		const refused = { ok: false, refusals: [{ field: 'slug', reason: 'taken' }] };
		expect(await make()).toEqual(refused);
		await write(db, (tx) => tx.update(items).set({ trashedAt: NOON }));
		expect(await make()).toEqual(refused);
	});

	test('a prototype cannot be smuggled in', async () => {
		const content = JSON.parse(
			`{"slug":"hall","kind":"site","name":{"zh":"廉园"},"__proto__":{"role":"operator"}}`
		) as Content;
		const saved = await save(db, editor, 'places', { id: hall, base: 0, content });
		expect(saved.ok).toBe(false);
		expect(({} as { role?: string }).role).toBe(undefined);
	});
});

describe('a form that is sent', () => {
	const { fields } = described('places');
	const pairs = async (change: Content, more: [string, string][] = []) => [
		...writeForm(fields, { ...(await contentNow()), ...change }),
		...more
	];

	test('gets its slug from the sound of the name when it is new', async () => {
		const sent = writeForm(fields, { kind: 'site', name: { zh: '廉园' } });
		const made = await submit(db, editor, 'places', null, sent);
		expect(made.ok && (await contentNow(made.id)).slug).toBe('lian-yuan');
		const again = await submit(db, other, 'places', null, sent);
		expect(again.ok && (await contentNow(again.id)).slug).toBe('lian-yuan-2');
	});

	test('with a forged number to begin with is refused with what was typed, not a defect', async () => {
		const before = await everything();
		for (const base of ['x', 'NaN', 'Infinity', '1e400', '-1', '1.5', '0x1', '9'.repeat(30)])
			expect(
				await submit(db, editor, 'places', hall, await pairs({ phone: '1' }, [['base', base]]))
			).toMatchObject({
				ok: false,
				refusals: [{ field: '', reason: 'no-such-version' }],
				content: { phone: '1' }
			});
		expect(await everything()).toEqual(before);
		const sent = writeForm(fields, { kind: 'site', name: { zh: '新园' } });
		const made = await submit(db, editor, 'places', null, [...sent, ['base', 'x']]);
		expect(made).toMatchObject({ ok: true, number: 1 });
	});

	test('takes the other’s writing where that was chosen', async () => {
		const typedHere = await pairs({ phone: '0571-3' }, [['base', '0']]);
		await saveHall(other, { phone: '0571-2' }, 0);
		const fought = await submit(db, editor, 'places', hall, typedHere);
		expect(fought).toMatchObject({
			ok: false,
			base: 1,
			conflict: { fields: ['phone'], number: 1 },
			content: { phone: '0571-3' }
		});
		const mine = ['mine.phone', JSON.stringify('0571-3')] as [string, string];
		const choose = ['choose.phone', 'theirs'] as [string, string];
		const again = [...typedHere.filter(([name]) => name !== 'base'), ['base', '1'], mine, choose];
		const done = await submit(db, editor, 'places', hall, again as [string, string][]);
		expect(done).toMatchObject({ ok: true });
		expect((await contentNow()).phone).toBe('0571-2');
	});

	test('keeps what was edited after the choice', async () => {
		await saveHall(other, { phone: '0571-2' }, 0);
		const sent = await pairs({ phone: '0571-4' }, [
			['base', '1'],
			['mine.phone', JSON.stringify('0571-3')],
			['choose.phone', 'theirs']
		]);
		expect((await submit(db, editor, 'places', hall, sent)).ok).toBe(true);
		expect((await contentNow()).phone).toBe('0571-4');
	});
});

describe('typing that is not saved', () => {
	test('belongs to one person, is no version and no act, and goes with the save', async () => {
		const content = { ...(await contentNow()), phone: '未完' };
		await keep(db, editor, 'places', hall, { content, base: 0 });
		expect((await typed(db, editor.who, 'places', hall))?.content.phone).toBe('未完');
		expect(await typed(db, other.who, 'places', hall)).toBe(null);
		expect((await everything()).versions).toEqual([]);
		expect((await everything()).acts).toBe(0);
		await saveHall(editor, { phone: '0571-1' }, 0);
		expect(await db.select().from(autosaves)).toEqual([]);
	});

	test('keeps only fields there are, and nothing too large or of somebody else’s place', async () => {
		const content = { phone: '1', role: 'operator' };
		await keep(db, editor, 'places', hall, { content, base: 0 });
		expect((await typed(db, editor.who, 'places', hall))?.content).toEqual({ phone: '1' });
		const large = { story: { zh: '廉'.repeat(500_000) } };
		expect(await keep(db, editor, 'places', hall, { content: large, base: 0 })).toMatchObject({
			ok: false
		});
		const deep = (levels: number): Content => ({
			story: { zh: JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as never }
		});
		for (const levels of [200, 5000, 200_000])
			expect(
				await keep(db, editor, 'places', hall, { content: deep(levels), base: 0 })
			).toMatchObject({ ok: false, refusals: [{ reason: 'not-readable' }] });
		expect(await keep(db, manager, 'places', neighbour, { content, base: 0 })).toEqual({
			missing: true
		});
	});

	test('that says what stands is forgotten', async () => {
		await keep(db, editor, 'places', hall, { content: { phone: '1' }, base: 0 });
		await keep(db, editor, 'places', hall, { content: await contentNow(), base: 0 });
		expect(await typed(db, editor.who, 'places', hall)).toBe(null);
	});
});

describe('an old version', () => {
	test('comes back as a new draft that says where it is from', async () => {
		await saveHall(editor, { phone: '0571-1' }, 0);
		await saveHall(other, { phone: '0571-2' }, 1);
		const done = await restore(db, editor, 'places', hall, 1, 2);
		expect(done).toEqual({ ok: true, id: hall, number: 3, taken: [] });
		expect((await contentNow()).phone).toBe('0571-1');
		const item = (await find(db, editor.who, 'places', hall))!;
		const list = await versionsOf(db, item);
		expect(list.map(({ number, restores }) => [number, restores])).toEqual([
			[3, 1],
			[2, null],
			[1, null],
			[0, null]
		]);
	});

	test('does not come back over what somebody saved meanwhile, or for a stranger', async () => {
		await saveHall(editor, { phone: '0571-1' }, 0);
		await saveHall(other, { phone: '0571-2' }, 1);
		expect(await restore(db, editor, 'places', hall, 0, 1)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'changed-meanwhile' }]
		});
		expect(await restore(db, as(null), 'places', hall, 1, 2)).toEqual({ ok: false, missing: true });
		expect(await restore(db, editor, 'places', hall, 9, 2)).toEqual({ ok: false, missing: true });
	});
});
