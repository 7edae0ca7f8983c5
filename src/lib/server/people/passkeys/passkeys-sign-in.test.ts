import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Role } from '$lib/domain/people/who';
import { authenticator } from '$tests/authenticator';
import { emptyDb, NOON } from '$tests/make';
import { close, open } from '../../db/open';
import { passkeys, people, sessions } from '../../db/schema';
import { write } from '../../db/write';
import { afterFirst } from '../sign-in';
import { hashed } from '../tokens';
import { askForFactor, signInWithPasskey } from './sign-in';
import {
	rp,
	brought,
	nobody,
	notVerified,
	expired,
	anyKey,
	person,
	withKey,
	acts
} from '$tests/worlds/passkeys';

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
