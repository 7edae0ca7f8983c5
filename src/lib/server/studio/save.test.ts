import { describe, expect, test } from 'vitest';
import type { Content } from '$lib/domain/studio/field';
import { NOON } from '$tests/make';
import { sample as somebody } from '$tests/people';
import { items } from '../db/schema';
import { write } from '../db/write';
import { find } from './items';
import { save } from './save';
import {
	as,
	editor,
	other,
	manager,
	db,
	hall,
	neighbour,
	contentNow,
	saveHall,
	everything
} from '$tests/worlds/save';

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
