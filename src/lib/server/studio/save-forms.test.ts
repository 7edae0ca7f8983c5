import { describe, expect, test } from 'vitest';
import type { Content } from '$lib/domain/studio/field';
import { describe as described } from '$lib/domain/studio/noun';
import { writeForm } from '$lib/domain/studio/read-form';
import { autosaves } from '../db/schema';
import { keep, typed } from './autosave';
import { restore, versionsOf } from './history';
import { find } from './items';
import { submit } from './submit';
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
