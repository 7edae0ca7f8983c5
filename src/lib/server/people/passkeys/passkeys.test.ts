import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relyingParty } from '$lib/domain/people/passkey';
import type { By, Role, Who } from '$lib/domain/people/who';
import { authenticator } from '$tests/authenticator';
import { emptyDb, NOON } from '$tests/make';
import { close, open } from '../../db/open';
import type { Db } from '../../db/open';
import { audit, grants, outbox, passkeys, people, sessions, totps } from '../../db/schema';
import { write } from '../../db/write';
import { start } from '../sessions';
import { afterFirst } from '../sign-in';
import { hashed } from '../tokens';
import { askToEnrol, enrol } from './enrol';
import { remove, rename } from './own';
import {
	askForFactor,
	askToProve,
	askToSignIn,
	proveWithPasskey,
	signInWithPasskey
} from './sign-in';

const rp = relyingParty(new URL('https://lian.example.gov.cn'))!;
const brought = { agent: null };
const nobody = (now = NOON): By => ({ who: null, address: '203.0.113.9', now });
const notVerified = { ok: false, refusals: [{ field: 'passkey', reason: 'not-verified' }] };
const expired = { ok: false, refusals: [{ field: 'passkey', reason: 'expired' }] };

/** The question for any key, as a stranger gets it. */
async function anyKey(db: Db) {
	const asked = await askToSignIn(db, rp, nobody());
	if (!asked.ok) throw new Error(asked.refusals[0]!.reason);
	return asked.value;
}

/** A person with a session that has just proved a password. */
async function person(db: Db, id: string, role: Role = 'editor', now = NOON): Promise<By> {
	return write(db, async (tx) => {
		await tx
			.insert(people)
			.values({ id, email: `${id}@demo.invalid`, name: id, emailVerifiedAt: now });
		await tx.insert(grants).values({ personId: id, role, at: now });
		const { token } = await start(tx, id, { strong: false, now, address: null, agent: null });
		const who: Who = {
			id,
			name: id,
			email: `${id}@demo.invalid`,
			grants: [{ role, scope: null }],
			session: hashed(token),
			strong: false,
			provedAt: now
		};
		return { who, address: '203.0.113.9', now };
	});
}

/** Enrols a key for somebody; the session they go on with is in what comes back. */
async function withKey(db: Db, by: By, key = authenticator(), name = '手机') {
	const { options, token } = await askToEnrol(db, by.who!, rp, '廉图', by.now);
	const made = await enrol(db, by, { token, name, response: key.make(options, rp.origin) }, rp);
	const issued = made.ok ? made.value : null;
	const who = issued ? { ...by.who!, strong: true, session: hashed(issued.token) } : by.who!;
	return { made, key, by: { ...by, who } };
}
const acts = async (db: Db) => (await db.select().from(audit)).map(({ act }) => act);

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

describe('signing in with a passkey', () => {
	async function enrolled(role: Role = 'editor') {
		const db = await emptyDb();
		const { by, key } = await withKey(db, await person(db, 'li', role));
		return { db, by, key };
	}

	it('lets its owner in, strong at once', async () => {
		const { db, key } = await enrolled();
		const { options, token } = await anyKey(db);
		expect(options.allowCredentials).toBe(undefined);
		const answer = { token, response: key.sign(options, rp.origin) };
		const entered = await signInWithPasskey(db, answer, brought, rp, nobody());
		expect(entered.ok && entered.value.personId).toBe('li');
		const id = entered.ok ? hashed(entered.value.issued.token) : '';
		const mine = (await db.select().from(sessions)).find((row) => row.id === id);
		expect(mine!.strongAt).toBe(NOON);
		expect(await acts(db)).toEqual(['add-passkey', 'sign-in']);
	});

	it('the same answer twice lets nobody in again', async () => {
		const { db, key } = await enrolled();
		const { options, token } = await anyKey(db);
		const answer = { token, response: key.sign(options, rp.origin) };
		expect((await signInWithPasskey(db, answer, brought, rp, nobody())).ok).toBe(true);
		expect(await signInWithPasskey(db, answer, brought, rp, nobody())).toEqual(expired);
		const again = await anyKey(db);
		expect(
			await signInWithPasskey(db, { ...answer, token: again.token }, brought, rp, nobody())
		).toEqual(notVerified);
	});

	it('of two answers at once only one counts', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'liantu-passkey-'));
		const db = await open(`file:${join(folder, 'liantu.db')}`, { migrations: 'drizzle' });
		const { key } = await withKey(db, await person(db, 'li'));
		const { options, token } = await anyKey(db);
		const answer = { token, response: key.sign(options, rp.origin) };
		const all = await Promise.all(
			Array.from({ length: 8 }, () => signInWithPasskey(db, answer, brought, rp, nobody()))
		);
		expect(all.filter(({ ok }) => ok).length).toBe(1);
		close(db);
		rmSync(folder, { recursive: true });
	});

	it.each([
		['another origin', { origin: 'https://evil.example' }],
		['another site', { rpId: 'evil.example' }],
		['another question', { challenge: 'AAAA' }],
		['nobody’s finger, face or PIN', { verified: false }],
		['the name of somebody else', { userHandle: Buffer.from('wang').toString('base64url') }],
		['a count that stands still, as a copied key has', { counter: 0 }]
	])('an answer with %s is refused', async (_what, bent) => {
		const { db, key } = await enrolled();
		const first = await anyKey(db);
		await signInWithPasskey(
			db,
			{ token: first.token, response: key.sign(first.options, rp.origin) },
			brought,
			rp,
			nobody()
		);
		const { options, token } = await anyKey(db);
		const answer = { token, response: key.sign(options, rp.origin, bent) };
		expect(await signInWithPasskey(db, answer, brought, rp, nobody())).toEqual(notVerified);
		expect((await acts(db)).at(-1)).toBe('fail-factor');
	});

	it('an unknown key, a removed one and one of somebody shut out get the same answer', async () => {
		const { db, key } = await enrolled();
		const attempt = async (used: ReturnType<typeof authenticator>) => {
			const { options, token } = await anyKey(db);
			const answer = { token, response: used.sign(options, rp.origin) };
			return signInWithPasskey(db, answer, brought, rp, nobody());
		};
		expect(await attempt(authenticator())).toEqual(notVerified);
		await write(db, (tx) => tx.update(people).set({ disabledAt: NOON }));
		expect(await attempt(key)).toEqual(notVerified);
		await write(db, async (tx) => {
			await tx.update(people).set({ disabledAt: null });
			await tx.delete(passkeys);
		});
		expect(await attempt(key)).toEqual(notVerified);
	});

	it('guessing is stopped', async () => {
		const { db } = await enrolled();
		const reasons: string[] = [];
		for (let tried = 0; tried < 30; tried++) {
			const { options, token } = await anyKey(db);
			const answer = { token, response: authenticator().sign(options, rp.origin) };
			const entered = await signInWithPasskey(db, answer, brought, rp, nobody());
			reasons.push(entered.ok ? 'in' : entered.refusals[0]!.reason);
		}
		expect([reasons.includes('in'), reasons.at(-1)]).toEqual([false, 'too-often']);
		expect(reasons.filter((reason) => reason === 'not-verified').length).toBeLessThanOrEqual(25);
	});

	it('asking without end is stopped too', async () => {
		const { db } = await enrolled();
		for (let asked = 0; asked < 60; asked++) await anyKey(db);
		await expect(anyKey(db)).rejects.toThrow('too-often');
	});

	it('is the second factor after a password: only with a key of that person', async () => {
		const { db, key } = await enrolled();
		const other = await withKey(db, await person(db, 'wang'));
		const began = await write(db, (tx) =>
			afterFirst(tx, 'li', { way: 'password', strong: false }, brought, nobody())
		);
		const step = began.go === 'factor' ? began.step : '';
		const asked = (await askForFactor(db, step, rp, NOON))!;
		expect(asked.options.allowCredentials!.map(({ id }) => id)).toEqual([key.id]);
		const wrong = { token: asked.token, response: other.key.sign(asked.options, rp.origin) };
		expect(await signInWithPasskey(db, wrong, { ...brought, step }, rp, nobody())).toEqual(
			notVerified
		);
		const next = (await askForFactor(db, step, rp, NOON))!;
		const right = { token: next.token, response: key.sign(next.options, rp.origin) };
		const entered = await signInWithPasskey(db, right, { ...brought, step }, rp, nobody());
		expect(entered.ok && entered.value.personId).toBe('li');
		expect(await askForFactor(db, step, rp, NOON)).toBe(null);
	});

	it('a question of one sign-in cannot be answered in another', async () => {
		const { db, key } = await enrolled();
		const begin = () =>
			write(db, (tx) =>
				afterFirst(tx, 'li', { way: 'password', strong: false }, brought, nobody())
			);
		const [a, b] = [await begin(), await begin()];
		const [one, two] = [a, b].map((began) => (began.go === 'factor' ? began.step : ''));
		const asked = (await askForFactor(db, one, rp, NOON))!;
		const answer = { token: asked.token, response: key.sign(asked.options, rp.origin) };
		expect(await signInWithPasskey(db, answer, { ...brought, step: two }, rp, nobody())).toEqual(
			expired
		);
		const plain = await askForFactor(db, one, rp, NOON);
		expect(
			await signInWithPasskey(
				db,
				{ token: plain!.token, response: key.sign(plain!.options, rp.origin) },
				brought,
				rp,
				nobody()
			)
		).toEqual(expired);
	});
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
