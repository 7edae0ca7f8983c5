import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { mayWork } from '$lib/domain/people/may';
import { emptyDb, NOON } from '$tests/make';
import { from, signedIn, somebody, whoIs } from '$tests/people';
import { people, sessions as table } from '../db/schema';
import { write } from '../db/write';
import { grant, revoke } from './grants';
import { disable } from './office';
import * as sessions from './sessions';
import { newToken } from './tokens';

const MINUTE = 60_000;
const DAY = 86_400_000;
const machine = (now = NOON) => ({ ...from(), address: null, machine: 'test', now });

describe('a token', () => {
	it('is one of 2^200: ten thousand differ and every character varies', () => {
		const tokens = Array.from({ length: 10_000 }, newToken);
		expect(new Set(tokens).size).toBe(10_000);
		expect(tokens.every((token) => /^[a-z2-7]{40}$/.test(token))).toBe(true);
		for (let at = 0; at < 40; at++) expect(new Set(tokens.map((token) => token[at])).size).toBe(32);
	});

	it('stands in no table: what is stored opens nothing', async () => {
		const db = await emptyDb();
		const token = await signedIn(db, await somebody(db));
		const [row] = await db.select().from(table);
		expect(JSON.stringify(row)).not.toContain(token);
		expect(await sessions.read(db, row!.id, NOON, true)).toBe(null);
		expect(await sessions.read(db, row!.id.slice(0, 40), NOON, true)).toBe(null);
	});
});

describe('a session', () => {
	it('is nobody’s for anything that is no token', async () => {
		const db = await emptyDb();
		await signedIn(db, await somebody(db));
		for (const token of [
			undefined,
			'',
			'x',
			'%',
			newToken(),
			"' OR 1=1 --",
			'a'.repeat(1e6),
			'\u0000'
		])
			expect(await sessions.read(db, token, NOON, true)).toBe(null);
	});

	it('of staff ends after half an hour of rest, and does not come back with the clock', async () => {
		const db = await emptyDb();
		const token = await signedIn(db, await somebody(db, { roles: ['editor'] }));
		expect((await whoIs(db, token, NOON + 30 * MINUTE - 1)).name).toBe('王');
		expect(await sessions.read(db, token, NOON + 30 * MINUTE + 1000, true)).toBe(null);
		expect(await sessions.read(db, token, NOON, true)).toBe(null);
		expect(await db.select().from(table)).toEqual([]);
	});

	it('in use ends at its absolute end all the same', async () => {
		const db = await emptyDb();
		const token = await signedIn(db, await somebody(db, { roles: ['editor'] }));
		let now = NOON;
		for (; now < NOON + 12 * 60 * MINUTE; now += 10 * MINUTE)
			await sessions.see(db, await whoIs(db, token, now), now);
		expect(await sessions.read(db, token, NOON + 12 * 60 * MINUTE, true)).toBe(null);
	});

	it('of a citizen lasts two weeks of rest and a month in use', async () => {
		const db = await emptyDb();
		const id = await somebody(db);
		const resting = await signedIn(db, id);
		const used = await signedIn(db, id);
		for (let day = 0; day < 30; day++)
			await sessions.see(db, await whoIs(db, used, NOON + day * DAY), NOON + day * DAY);
		expect(
			await Promise.all([
				sessions.read(db, resting, NOON + 14 * DAY, true),
				sessions.read(db, used, NOON + 30 * DAY, true)
			])
		).toEqual([null, null]);
	});

	it('gets shorter with the role somebody is given while it lasts', async () => {
		const db = await emptyDb();
		const id = await somebody(db);
		const token = await signedIn(db, id);
		await write(db, (tx) => grant(tx, machine(), id, { role: 'editor', scope: null }));
		expect(await sessions.read(db, token, NOON + 31 * MINUTE, true)).toBe(null);
	});

	it('is asked anew for its roles with every request', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { roles: ['editor', 'citizen'] });
		const token = await signedIn(db, id, { strong: true });
		expect(mayWork(await whoIs(db, token))).toBe(true);
		await write(db, (tx) => revoke(tx, machine(), id, { role: 'editor', scope: null }));
		expect(mayWork(await whoIs(db, token))).toBe(false);
	});

	it('is to be renewed after every change of rights, once', async () => {
		const db = await emptyDb();
		const id = await somebody(db);
		const token = await signedIn(db, id);
		const later = NOON + 5000;
		await write(db, (tx) => grant(tx, machine(later), id, { role: 'juror', scope: null }));
		const found = await sessions.read(db, token, later, true);
		expect(found!.stale).toBe(true);
		const issued = await write(db, (tx) => sessions.renew(tx, found!.who.session, later));
		expect(await sessions.read(db, token, later, true)).toBe(null);
		expect((await sessions.read(db, issued!.token, later, true))!.stale).toBe(false);
		expect(await write(db, (tx) => sessions.renew(tx, found!.who.session, later))).toBe(null);
	});

	it('renewed keeps its absolute end', async () => {
		const db = await emptyDb();
		const token = await signedIn(db, await somebody(db, { roles: ['editor'] }));
		const half = NOON + 20 * MINUTE;
		const { session } = await whoIs(db, token, half);
		const issued = await write(db, (tx) => sessions.renew(tx, session, half, { proved: true }));
		expect(issued!.endsAt).toBe(NOON + 720 * MINUTE);
		expect((await whoIs(db, issued!.token, half)).provedAt).toBe(half);
	});

	it('ends at once when its person is shut out, and stays ended when they are let in', async () => {
		const db = await emptyDb();
		const id = await somebody(db);
		const token = await signedIn(db, id);
		await write(db, (tx) => disable(tx, machine(), id));
		expect(await sessions.read(db, token, NOON, true)).toBe(null);
		await write(db, (tx) => tx.update(people).set({ disabledAt: null }).where(eq(people.id, id)));
		expect(await sessions.read(db, token, NOON, true)).toBe(null);
	});

	it('of staff is strong by a second factor only, unless none is asked for here', async () => {
		const db = await emptyDb();
		const id = await somebody(db, { roles: ['editor'] });
		const [weak, strong] = [await signedIn(db, id), await signedIn(db, id, { strong: true })];
		const strength = async (token: string, required: boolean) =>
			(await sessions.read(db, token, NOON, required))!.who.strong;
		expect([
			await strength(weak, true),
			await strength(strong, true),
			await strength(weak, false)
		]).toEqual([false, true, true]);
	});

	it('notes its use once a minute, not with every request', async () => {
		const db = await emptyDb();
		const token = await signedIn(db, await somebody(db));
		const unseen = async (now: number) => (await sessions.read(db, token, now, true))!.unseen;
		expect([await unseen(NOON + 59_999), await unseen(NOON + 60_000)]).toEqual([false, true]);
	});
});
