import { hash as argon2 } from '@node-rs/argon2';
import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { acting, from, PASSWORD, signedIn, somebody } from '$tests/people';
import type { Db } from '../db/open';
import { audit, people, sessions as table } from '../db/schema';
import { remembered } from './devices';
import { hash, outdated } from './passwords';
import * as sessions from './sessions';
import { signIn } from './sign-in';
import type { Brought, SignedIn } from './sign-in';

const brought: Brought = { agent: null };
const wrong = { email: 'owner@example.cn', password: 'not the password at all' };
const right = { ...wrong, password: PASSWORD };

/** How many of many guesses were tried at all, the rest being sent away unread. */
const triedOf = (answers: SignedIn[]) =>
	answers.filter((answer) => answer.go === 'refused' && answer.reason === 'wrong').length;

const guess = (db: Db, count: number, addressOf: (i: number) => string, email = wrong.email) =>
	Promise.all(
		Array.from({ length: count }, (_, i) =>
			signIn(db, { ...wrong, email }, brought, from(addressOf(i), NOON + i * 10))
		)
	);

describe('signing in', () => {
	it('gives a new session, ends the one the browser held, and says by which way', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: 'owner@example.cn' });
		const fixed = await acting(db, await signedIn(db, await somebody(db)));
		const done = await signIn(db, right, { agent: null, session: fixed.who.session }, from());
		const rows = await db.select().from(table);
		expect([done.go, rows.length, rows[0]?.personId]).toEqual(['in', 1, id]);
		expect(rows[0]!.id).not.toBe(fixed.who.session);
		const [act] = await db.select().from(audit).where(eq(audit.act, 'sign-in'));
		expect([act!.thing, JSON.parse(act!.record).after]).toEqual([
			id,
			{ way: 'password', strong: false }
		]);
	});

	it('says the same to a wrong password, an unknown address, one not confirmed and one shut out', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		await somebody(db, { email: 'new@example.cn', emailVerifiedAt: null });
		await somebody(db, { email: 'out@example.cn', disabledAt: NOON });
		await somebody(db, { email: 'bare@example.cn', passwordHash: null });
		const answers = [];
		for (const typed of [
			wrong,
			{ ...right, email: 'nobody@example.cn' },
			{ ...right, email: 'new@example.cn' },
			{ ...right, email: 'out@example.cn' },
			{ ...right, email: 'bare@example.cn' },
			{ ...right, email: 'not an address' },
			{ ...right, email: 'x'.repeat(100_000) }
		])
			answers.push(await signIn(db, typed, brought, from()).then((done) => JSON.stringify(done)));
		expect(new Set(answers)).toEqual(new Set(['{"go":"refused","reason":"wrong","wait":0}']));
	});

	it('leaves a record of every guess that was tried, known address or not', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: 'owner@example.cn' });
		await signIn(db, wrong, brought, from());
		await signIn(db, { ...wrong, email: 'nobody@example.cn' }, brought, from());
		const rows = await db.select().from(audit).where(eq(audit.act, 'fail-sign-in'));
		expect(rows.map(({ thing }) => thing)).toEqual([id, 'unknown']);
		expect(rows.map(({ record }) => record).join()).not.toMatch(/example|not the password/);
	});

	it('never reads a role, an id or anything else from what was typed', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const typed = { ...right, role: 'operator', personId: 'x', __proto__: { strong: true } };
		const done = await signIn(db, typed, brought, from());
		expect(done.go).toBe('in');
		const me = await acting(db, done.go === 'in' ? done.issued.token : '');
		expect([me.who.grants, me.who.strong]).toEqual([[{ role: 'citizen', scope: null }], false]);
	});
});

describe('a stored password', () => {
	it('is Argon2id with at least 19 MiB and two passes, salted each time', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const [row] = await db.select().from(people);
		expect(row!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(outdated(row!.passwordHash!)).toBe(false);
	});

	it('made with less is made anew at the next sign-in', async () => {
		const db = await emptyDb();
		const old = await argon2(PASSWORD, { memoryCost: 8192, timeCost: 1 });
		const id = await somebody(db, { email: 'owner@example.cn', passwordHash: old });
		expect((await signIn(db, right, brought, from())).go).toBe('in');
		const [row] = await db.select().from(people).where(eq(people.id, id));
		expect([outdated(old), outdated(row!.passwordHash!)]).toEqual([true, false]);
		expect((await signIn(db, right, brought, from())).go).toBe('in');
	});
});

describe('of a thousand guesses', () => {
	it('from one address at most 25 are tried, on one account or on a thousand', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		expect(triedOf(await guess(db, 1000, () => '198.51.100.7'))).toBeLessThanOrEqual(25);
		const many = await Promise.all(
			Array.from({ length: 1000 }, (_, i) =>
				signIn(db, { ...wrong, email: `p${i}@example.cn` }, brought, from('198.51.100.8', NOON + i))
			)
		);
		expect(triedOf(many)).toBeGreaterThan(0);
		expect(triedOf(many)).toBeLessThanOrEqual(25);
	});

	it('from one /64 at most 25 are tried', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const tried = triedOf(await guess(db, 1000, (i) => `2001:db8:1:2::${i.toString(16)}`));
		expect([tried > 0, tried <= 25]).toEqual([true, true]);
	});

	it('from a thousand addresses at most 25 are tried, and the account is as slow when nobody has it', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const spread = (i: number) => `10.${i >> 8}.${i & 255}.1`;
		const known = triedOf(await guess(db, 1000, spread));
		const unknown = triedOf(
			await guess(db, 1000, (i) => `10.${100 + (i >> 8)}.${i & 255}.1`, 'nobody@example.cn')
		);
		expect([known > 0, known <= 25, unknown]).toEqual([true, true, known]);
	});

	it('none locks the owner out who has signed in on this device before', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: 'owner@example.cn' });
		await guess(db, 1000, (i) => `10.${i >> 8}.${i & 255}.1`);
		const soon = NOON + 11_000;
		const stranger = await signIn(db, right, brought, from('192.0.2.1', soon));
		const device = remembered(undefined, id);
		const owner = await signIn(db, right, { agent: null, device }, from('192.0.2.1', soon));
		const other = remembered(undefined, 'somebody else');
		const cheat = await signIn(db, right, { agent: null, device: other }, from('192.0.2.2', soon));
		expect([stranger.go, owner.go, cheat.go]).toEqual(['refused', 'in', 'refused']);
	});

	it('none locks the owner out where they are signed in already', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: 'owner@example.cn' });
		await signedIn(db, id, { address: '2001:db8:9:9::1' });
		await guess(db, 1000, (i) => `10.${i >> 8}.${i & 255}.1`);
		const owner = await signIn(db, right, brought, from('2001:db8:9:9::77', NOON + 11_000));
		expect(owner.go).toBe('in');
	});

	it('none locks the owner out for longer than minutes, wherever they are', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const answers = await guess(db, 1000, (i) => `10.${i >> 8}.${i & 255}.1`);
		const last = answers.at(-1)!;
		const wait = last.go === 'refused' ? last.wait : 0;
		expect([wait > 0, wait <= 120_000]).toEqual([true, true]);
		const owner = await signIn(db, right, brought, from('192.0.2.1', NOON + 10_000 + 120_000));
		expect(owner.go).toBe('in');
	});

	it('a device’s own budget ends too, so a stolen cookie guesses no faster', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: 'owner@example.cn' });
		const device = remembered(undefined, id);
		const answers = await Promise.all(
			Array.from({ length: 1000 }, (_, i) =>
				signIn(db, wrong, { agent: null, device }, from(`10.0.0.${i & 255}`, NOON + i))
			)
		);
		expect(triedOf(answers)).toBeLessThanOrEqual(25);
	});
});

describe('a right password', () => {
	it('spends nothing: forty sign-ins from one office all succeed', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const done = [];
		for (let i = 0; i < 40; i++) done.push((await signIn(db, right, brought, from())).go);
		expect(new Set(done)).toEqual(new Set(['in']));
	});

	it('that was changed while it was checked lets nobody in', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { email: 'owner@example.cn' });
		const under = signIn(db, right, brought, from());
		const { write } = await import('../db/write');
		await write(db, (tx) =>
			tx
				.update(people)
				.set({ passwordHash: null })
				.where(and(eq(people.id, id)))
		);
		expect((await under).go).toBe('refused');
		expect(await sessions.all(db, id, NOON)).toEqual([]);
	});
});

describe('a flood of sign-ins', () => {
	it('is sent away in part, loses nobody’s tries, and never keeps out who has a link', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const flood = Promise.all(
			Array.from({ length: 300 }, (_, i) =>
				signIn(
					db,
					{ ...wrong, email: `p${i}@example.cn` },
					brought,
					from(`10.3.${i >> 8}.${i & 255}`)
				)
			)
		);
		// What the flood asks of the database is answered before it comes to its passwords.
		await new Promise((done) => setTimeout(done, 50));
		expect(await hash(PASSWORD)).toMatch(/^\$argon2id\$/);
		const answers = await flood;
		const reasons = new Set(answers.map((one) => (one.go === 'refused' ? one.reason : one.go)));
		expect(reasons).toEqual(new Set(['wrong', 'busy']));
		expect((await signIn(db, right, brought, from())).go).toBe('in');
	});
});

describe('the record', () => {
	it('of a thousand guesses has each that was tried, and one line for being slowed', async () => {
		const db = await emptyDb();
		await somebody(db, { email: 'owner@example.cn' });
		const tried = triedOf(await guess(db, 1000, () => '198.51.100.7'));
		const acts = (await db.select().from(audit)).map(({ act }) => act);
		expect([
			acts.filter((act) => act === 'fail-sign-in').length,
			acts.filter((act) => act === 'slow-sign-in').length
		]).toEqual([tried, 1]);
	});
});
