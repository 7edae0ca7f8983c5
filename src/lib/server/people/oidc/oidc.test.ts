import { describe, expect, it } from 'vitest';
import { openIdProvider } from '$tests/provider';
import { audit, grants, identities, people, sessions, steps } from '../../db/schema';
import { write } from '../../db/write';
import { begin, CALLBACK, finish } from './ceremony';
import {
	origin,
	by,
	brought,
	wang,
	provider,
	db,
	leave,
	through,
	refused,
	acts
} from '$tests/worlds/oidc';

describe('the other door', () => {
	it('makes a new citizen of somebody with a verified address, and knows them the next time', async () => {
		const first = await through();
		expect(first).toMatchObject({
			go: 'on',
			next: '/account',
			locale: 'zh',
			signedIn: { go: 'in' }
		});
		const [person] = await db.select().from(people);
		expect([person!.email, person!.name, person!.passwordHash]).toEqual([
			'wang@office.example',
			'王芳',
			null
		]);
		expect((await db.select().from(grants)).map(({ role }) => role)).toEqual(['citizen']);
		provider.state.account = { ...wang, email: 'other@office.example' };
		expect(await through()).toMatchObject({ signedIn: { go: 'in', personId: person!.id } });
		expect((await db.select().from(people)).length).toBe(1);
		expect((await db.select().from(sessions)).map(({ strongAt }) => strongAt)).toEqual([
			null,
			null
		]);
		expect(await acts()).toEqual(['confirm', 'sign-in', 'sign-in']);
	});

	it('asks the provider for the address when the token does not say it', async () => {
		const shy = await openIdProvider({ redirectUri: origin + CALLBACK }, { inToken: false });
		shy.state.account = wang;
		expect(await through(shy)).toMatchObject({ go: 'on' });
		await shy.stop();
	});

	it('sends a challenge of PKCE, state and nonce, and keeps no token anywhere', async () => {
		const { address } = await leave();
		expect(address.searchParams.get('code_challenge_method')).toBe('S256');
		expect(address.searchParams.get('redirect_uri')).toBe(origin + CALLBACK);
		for (const name of ['code_challenge', 'state', 'nonce'])
			expect(address.searchParams.get(name)!.length).toBeGreaterThanOrEqual(43);
		await through();
		const all = JSON.stringify([
			await db.select().from(people),
			await db.select().from(identities),
			await db.select().from(sessions),
			await db.select().from(audit)
		]);
		expect(all).not.toMatch(/eyJ|access_token/);
	});

	it.each([
		['not verified', { ...wang, verified: false }],
		['not said to be verified', { sub: 'wang-1', email: 'wang@office.example' }],
		['missing', { sub: 'wang-1' }],
		['no address', { ...wang, email: 'wang@office.example\r\nBcc: x@y.z' }]
	])('an address that is %s opens nothing', async (_what, account) => {
		provider.state.account = account;
		expect(await through()).toEqual(refused('unverified-email'));
		expect(await db.select().from(people)).toEqual([]);
		expect(await acts()).toEqual(['fail-sign-in']);
	});

	it('a refusal over there is a refusal here, and nothing it says is passed on', async () => {
		provider.state.account = null;
		expect(await through()).toEqual(refused('denied'));
	});

	it('a wrong state, a missing one, a foreign issuer and a forged code are refused', async () => {
		for (const bend of [
			(back: URL) => back.searchParams.set('state', 'AAAA'),
			(back: URL) => back.searchParams.delete('state'),
			(back: URL) => back.searchParams.set('iss', 'https://evil.example'),
			(back: URL) => back.searchParams.set('code', 'AAAA'),
			(back: URL) => back.searchParams.delete('code')
		]) {
			const { token, back } = await leave();
			bend(back);
			expect(
				await finish(db, provider.door, origin, { token, search: back.search }, brought, by)
			).toEqual(refused('not-verified'));
		}
		expect(await db.select().from(people)).toEqual([]);
	});

	it('the same return twice, and the return of another browser, let nobody in', async () => {
		const mine = await leave();
		const theirs = await leave();
		expect((await finish(db, provider.door, origin, mine, brought, by)).go).toBe('on');
		expect(await finish(db, provider.door, origin, mine, brought, by)).toEqual(
			refused('expired', null)
		);
		const swapped = { token: theirs.token, search: mine.search };
		expect(await finish(db, provider.door, origin, swapped, brought, by)).toEqual(
			refused('not-verified')
		);
		const none = { token: undefined, search: theirs.search };
		expect(await finish(db, provider.door, origin, none, brought, by)).toEqual(
			refused('expired', null)
		);
		expect((await db.select().from(sessions)).length).toBe(1);
	});

	it('a code used up at the provider is worth nothing with another ceremony’s secrets', async () => {
		const mine = await leave();
		const [step] = await db.select().from(steps);
		await finish(db, provider.door, origin, mine, brought, by);
		await write(db, (tx) => tx.insert(steps).values(step!));
		expect(await finish(db, provider.door, origin, mine, brought, by)).toEqual(
			refused('not-verified')
		);
	});

	it('the provider takes no other way back than the registered one', async () => {
		const begun = await begin(
			db,
			provider.door,
			'https://evil.example',
			{ next: null, locale: 'zh' },
			by
		);
		const address = begun.ok ? begun.value.address : new URL('about:blank');
		await expect(provider.walk(address)).rejects.toThrow('400');
	});

	it('a provider that is down is a clear refusal, before and after', async () => {
		const gone = await openIdProvider({ redirectUri: origin + CALLBACK });
		gone.state.account = wang;
		const mine = await leave(gone);
		await gone.stop();
		expect(await finish(db, gone.door, origin, mine, brought, by)).toEqual(
			refused('provider-down')
		);
		const other = { ...gone.door, clientId: 'fresh' };
		expect(await begin(db, other, origin, { next: null, locale: 'zh' }, by)).toEqual({
			ok: false,
			refusals: [{ field: 'door', reason: 'provider-down' }]
		});
	});

	it('a wrong client secret is refused', async () => {
		const door = { ...provider.door, clientSecret: 'wrong', clientId: 'liantu' };
		const other = await openIdProvider({ redirectUri: origin + CALLBACK });
		other.state.account = wang;
		expect(await through(other, { ...door, issuer: other.issuer })).toEqual(
			refused('not-verified')
		);
		await other.stop();
	});
});

describe('what counts as a second factor', () => {
	const strongAt = async () =>
		(await db.select().from(sessions)).map((row) => row.strongAt !== null);

	it('is nothing the provider says, unless the office set it', async () => {
		provider.state.account = { ...wang, amr: ['pwd', 'mfa'] };
		await through();
		expect(await strongAt()).toEqual([false]);
	});

	it('is what the office set, by amr or by acr', async () => {
		provider.state.account = { ...wang, amr: ['pwd', 'mfa'] };
		await through(provider, { ...provider.door, strong: ['mfa'] });
		provider.state.account = { ...wang, acr: 'gold' };
		await through(provider, { ...provider.door, strong: ['gold'] });
		provider.state.account = { ...wang, amr: ['pwd'] };
		await through(provider, { ...provider.door, strong: ['mfa', 'gold'] });
		expect((await strongAt()).sort()).toEqual([false, true, true]);
	});
});
