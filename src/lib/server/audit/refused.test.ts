import { expect, it } from 'vitest';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { asRole } from '$tests/people';
import { audit, towns, versions } from '../db/schema';
import { write } from '../db/write';
import { enter } from '../studio/enter';
import { contentOf } from '../studio/items';
import { submit } from '../studio/review';
import { save } from '../studio/save';
import { refusedDoor } from './refused';

const scope = { kind: 'town', id: 'pingyao' } as const;
const manager = (id: string, now = NOON) => asRole('manager', { id, now, scope });

async function world() {
	const db = await emptyDb();
	await write(db, (tx) =>
		tx.insert(towns).values({ slug: 'jingshan', nameZh: '径山镇', form: 'town' })
	);
	const [id] = await putAll(db, [place({ town: 'jingshan' })]);
	await write(db, (tx) => enter(tx, 'places'));
	return { db, id: id! };
}
const acts = async (db: Awaited<ReturnType<typeof emptyDb>>) =>
	(await db.select().from(audit)).map(({ act, noun, thing, person }) => [act, noun, thing, person]);

it('a change of a neighbour’s place is refused as missing, changes nothing and is recorded', async () => {
	const { db, id } = await world();
	const content = await contentOf(db, { noun: 'places', id }, 0);
	const said = await save(db, manager('m1'), 'places', { id, base: 0, content });
	expect(said).toEqual({ ok: false, missing: true });
	expect((await submit(db, manager('m1'), 'places', id, { number: 0 })).ok).toBe(false);
	expect(await db.$count(versions)).toBe(0);
	expect(await acts(db)).toEqual([
		['refuse', 'places', id, 'm1'],
		['refuse', 'places', id, 'm1']
	]);
});

it('what does not exist gets the same answer and leaves no trace', async () => {
	const { db, id } = await world();
	const content = await contentOf(db, { noun: 'places', id }, 0);
	const nowhere = 'a'.repeat(20);
	expect(await save(db, manager('m2'), 'places', { id: nowhere, base: 0, content })).toEqual({
		ok: false,
		missing: true
	});
	expect(await acts(db)).toEqual([]);
});

it('a shut door tried again and again is recorded a dozen times a minute', async () => {
	const { db } = await world();
	for (let i = 0; i < 30; i++)
		await refusedDoor(db, manager('m3'), '/(studio)/studio/settings', 'POST');
	expect((await acts(db)).length).toBe(12);
	await refusedDoor(db, manager('m3', NOON + 60_000), '/(studio)/studio/settings', 'POST');
	expect((await acts(db)).length).toBe(13);
	await refusedDoor(db, { who: null, address: null, now: NOON }, '/(studio)/studio', 'POST');
	expect((await acts(db)).length).toBe(13);
});
