import { describe, expect, it } from 'vitest';
import { relyingParty } from '$lib/domain/people/passkey';
import { authenticator } from '$tests/authenticator';
import { emptyDb, NOON } from '$tests/make';
import { outbox, passkeys, sessions, totps } from '../../db/schema';
import { write } from '../../db/write';
import { askToEnrol, enrol } from './enrol';
import { remove, rename } from './own';
import { askToProve, proveWithPasskey } from './sign-in';
import { rp, notVerified, person, withKey, acts } from '$tests/worlds/passkeys';

describe('making a passkey', () => {
	it('makes the session strong under a new token, is recorded and told by mail', async () => {
		const db = await emptyDb();
		const by = await person(db, 'li');
		const { made } = await withKey(db, by);
		expect(made.ok).toBe(true);
		const rows = await db.select().from(sessions);
		expect([rows.length, rows[0]!.strongAt, rows[0]!.id === by.who!.session]).toEqual([
			1,
			NOON,
			false
		]);
		expect(await acts(db)).toEqual(['add-passkey']);
		expect((await db.select().from(outbox)).map(({ to, template }) => [to, template])).toEqual([
			['li@demo.invalid', 'factor-changed']
		]);
	});

	it.each([
		['another origin', { origin: 'https://evil.example' }],
		['another site', { rpId: 'evil.example' }],
		['another question', { challenge: 'AAAA' }],
		['nobody’s finger, face or PIN', { verified: false }]
	])('with %s is refused', async (_what, bent) => {
		const db = await emptyDb();
		const by = await person(db, 'li');
		const { options, token } = await askToEnrol(db, by.who!, rp, '廉图', NOON);
		const response = authenticator().make(options, rp.origin, bent);
		expect(await enrol(db, by, { token, name: 'x', response }, rp)).toEqual(notVerified);
		expect(await db.select().from(passkeys)).toEqual([]);
	});

	it('answers one question once, within five minutes and in the session it was asked in', async () => {
		const db = await emptyDb();
		const by = await person(db, 'li');
		const other = await person(db, 'wang');
		const key = authenticator();
		const late = { ...by, now: NOON + 5 * 60_000 };
		for (const who of [other, late]) {
			const { options, token } = await askToEnrol(db, by.who!, rp, '廉图', NOON);
			const response = key.make(options, rp.origin);
			expect((await enrol(db, who, { token, name: 'x', response }, rp)).ok).toBe(false);
			expect((await enrol(db, by, { token, name: 'x', response }, rp)).ok).toBe(false);
		}
		expect(await db.select().from(passkeys)).toEqual([]);
	});

	it('needs a fresh proof', async () => {
		const db = await emptyDb();
		const by = await person(db, 'li');
		const stale = { ...by, now: NOON + 10 * 60_000 + 1 };
		expect((await withKey(db, stale)).made).toEqual({
			ok: false,
			refusals: [{ field: 'passkey', reason: 'prove' }]
		});
	});

	it('is refused for a key somebody has, an eleventh key, and a name that is none', async () => {
		const db = await emptyDb();
		let by = await person(db, 'li');
		const key = authenticator();
		for (let made = 0; made < 10; made++)
			by = (await withKey(db, by, made ? authenticator() : key)).by;
		expect((await db.select().from(passkeys)).length).toBe(10);
		expect((await withKey(db, by)).made).toEqual({
			ok: false,
			refusals: [{ field: 'passkey', reason: 'too-many-keys', detail: { limit: 10 } }]
		});
		const other = await person(db, 'wang');
		expect((await withKey(db, other, key)).made).toEqual({
			ok: false,
			refusals: [{ field: 'passkey', reason: 'known-passkey' }]
		});
		for (const name of ['', ' \n', 'x'.repeat(41)])
			expect((await withKey(db, other, authenticator(), name)).made.ok).toBe(false);
	});

	it.each([null, 7, {}, { id: 'x', rawId: 'x', type: 'public-key', response: {} }, [], 'x'])(
		'from %j is refused without a defect',
		async (response) => {
			const db = await emptyDb();
			const by = await person(db, 'li');
			const { token } = await askToEnrol(db, by.who!, rp, '廉图', NOON);
			expect(await enrol(db, by, { token, name: 'x', response }, rp)).toEqual(notVerified);
		}
	);
});

describe('the own passkeys', () => {
	it('prove anew who somebody is, under a new token', async () => {
		const db = await emptyDb();
		const { by, key } = await withKey(db, await person(db, 'li'));
		const later = { ...by, now: NOON + 20 * 60_000 };
		const asked = (await askToProve(db, later, rp))!;
		const { options, token } = await asked;
		const proved = await proveWithPasskey(
			db,
			{ token, response: key.sign(options, rp.origin) },
			rp,
			later
		);
		expect(proved.ok).toBe(true);
		const rows = await db.select().from(sessions);
		expect(rows.map(({ provedAt }) => provedAt)).toEqual([later.now]);
		expect(rows[0]!.id).not.toBe(by.who!.session);
	});

	it('are renamed and removed by their owner alone', async () => {
		const db = await emptyDb();
		const { by, key } = await withKey(db, await person(db, 'li', 'citizen'));
		const other = await person(db, 'wang');
		expect((await write(db, (tx) => rename(tx, other, key.id, 'x'))).ok).toBe(false);
		expect((await write(db, (tx) => remove(tx, other, key.id, true))).ok).toBe(false);
		expect((await write(db, (tx) => rename(tx, by, key.id, ' 我的  手机 '))).ok).toBe(true);
		expect((await db.select().from(passkeys))[0]!.name).toBe('我的 手机');
		expect((await write(db, (tx) => remove(tx, by, key.id, true))).ok).toBe(true);
		expect(await db.select().from(passkeys)).toEqual([]);
		expect(await acts(db)).toEqual(['add-passkey', 'rename-passkey', 'drop-passkey']);
	});

	it('need a fresh proof to go, and staff keep the last', async () => {
		const db = await emptyDb();
		const { by, key } = await withKey(db, await person(db, 'li', 'editor'));
		const stale = { ...by, now: NOON + 11 * 60_000 };
		const refused = (reason: string) => ({ ok: false, refusals: [{ field: 'passkey', reason }] });
		expect(await write(db, (tx) => remove(tx, stale, key.id, true))).toEqual(refused('prove'));
		expect(await write(db, (tx) => remove(tx, by, key.id, true))).toEqual(refused('last-factor'));
		await write(db, (tx) =>
			tx.insert(totps).values({ personId: 'li', secret: 's', confirmedAt: NOON, createdAt: NOON })
		);
		expect((await write(db, (tx) => remove(tx, by, key.id, true))).ok).toBe(true);
	});
});

describe('to whom a passkey is bound', () => {
	it.each([
		['https://lian.example.gov.cn', 'lian.example.gov.cn'],
		['https://lian.example.gov.cn:8443', 'lian.example.gov.cn'],
		['http://localhost:3000', 'localhost'],
		['https://localhost', 'localhost'],
		['http://lian.example.gov.cn', null],
		['http://127.0.0.1:3000', null],
		['https://192.0.2.1', null],
		['http://[::1]:3000', null]
	])('%s: %s', (origin, id) => {
		expect(relyingParty(new URL(origin))?.id ?? null).toBe(id);
	});
});
