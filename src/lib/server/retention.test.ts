import { expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { audit, autosaves, grants, outbox, people } from './db/schema';
import { write } from './db/write';
import { forgetOld, keptHere } from './retention';
import { putSetting } from './site';

const DAY = 86_400_000;

async function world() {
	const db = await emptyDb();
	await write(db, async (tx) => {
		const person = (id: string, days: number, verified = false) => ({
			id,
			email: `${id}@demo.invalid`,
			name: id,
			emailVerifiedAt: verified ? NOON : null,
			createdAt: NOON - days * DAY
		});
		await tx
			.insert(people)
			.values([
				person('stranger', 8),
				person('fresh', 6),
				person('known', 100, true),
				person('invited', 100)
			]);
		await tx.insert(grants).values({ personId: 'invited', role: 'editor', at: NOON });
		const typed = { noun: 'places' as const, personId: 'known', content: {}, base: 0 };
		await tx.insert(autosaves).values([
			{ ...typed, itemId: 'old', at: NOON - 31 * DAY },
			{ ...typed, itemId: 'new', at: NOON - 29 * DAY }
		]);
		const mail = {
			to: 'known@demo.invalid',
			template: 'confirm' as const,
			locale: 'zh' as const,
			subject: 's',
			nextAt: NOON,
			createdAt: NOON - 40 * DAY
		};
		await tx.insert(outbox).values([
			{ ...mail, state: 'sent' },
			{ ...mail, state: 'waiting' }
		]);
	});
	return db;
}

it('forgets what is old, keeps what is not, and says how much', async () => {
	const db = await world();
	expect(await forgetOld(db, NOON)).toEqual({ autosaves: 1, outbox: 1, unconfirmed: 1 });
	expect((await db.select().from(people)).map(({ id }) => id).sort()).toEqual([
		'fresh',
		'invited',
		'known'
	]);
	expect((await db.select().from(autosaves)).map(({ itemId }) => itemId)).toEqual(['new']);
	expect((await db.select().from(outbox)).map(({ state }) => state)).toEqual(['waiting']);
	expect((await db.select().from(audit)).map(({ act, noun }) => [act, noun])).toEqual([
		['forget', 'retention']
	]);
});

it('a second round on the same day finds nothing and records nothing', async () => {
	const db = await world();
	await forgetOld(db, NOON);
	expect(await forgetOld(db, NOON)).toEqual({});
	expect(await db.$count(audit)).toBe(1);
});

it('follows what the office chose, within the bounds of the law', async () => {
	const db = await world();
	await write(db, (tx) => putSetting(tx, 'retention.autosaves', 10));
	expect(await write(db, (tx) => putSetting(tx, 'retention.audit', 30))).toBe(false);
	expect((await keptHere(db)).audit).toBe(1095);
	expect((await forgetOld(db, NOON)).autosaves).toBe(2);
});
