import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import { emptyDb } from '$tests/make';
import { openIdProvider } from '$tests/provider';
import type { Account } from '$tests/provider';
import type { Db } from '../../db/open';
import { audit, grants, identities, links, people, sessions, steps } from '../../db/schema';
import { write } from '../../db/write';
import { issue } from '../links';
import { start } from '../sessions';
import { hashed } from '../tokens';
import { begin, CALLBACK, finish, link, waiting } from './ceremony';
import { unlink } from './identities';

// The provider reads the real clock, so these do too.
const now = Date.now();
const origin = 'https://lian.example.gov.cn';
const by: By = { who: null, address: '203.0.113.9', now };
const brought = { agent: null };
const wang: Account = { sub: 'wang-1', email: 'Wang@Office.example', verified: true, name: '王芳' };

type Provider = Awaited<ReturnType<typeof openIdProvider>>;
let provider: Provider;
let db: Db;
beforeAll(async () => {
	vi.spyOn(console, 'info').mockImplementation(() => undefined);
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	provider = await openIdProvider({ redirectUri: origin + CALLBACK });
});
afterAll(async () => {
	await provider.stop();
	vi.restoreAllMocks();
});
beforeEach(async () => {
	db = await emptyDb();
	provider.state.account = wang;
});

async function leave(at = provider, door = at.door) {
	const begun = await begin(db, door, origin, { next: '/account', locale: 'zh' }, by);
	if (!begun.ok) throw new Error(begun.refusals[0]!.reason);
	const back = await at.walk(begun.value.address);
	return { token: begun.value.token, search: back.search, back, address: begun.value.address };
}
async function through(at = provider, door = at.door) {
	return finish(db, door, origin, await leave(at, door), brought, by);
}
const refused = (reason: string, locale: 'zh' | null = 'zh') => ({
	go: 'refused',
	refusals: [{ field: 'door', reason }],
	locale
});
const acts = async () => (await db.select().from(audit)).map(({ act }) => act);

/** A person with a password, and somebody signed in as them. */
async function withPassword(email = 'wang@office.example'): Promise<By & { who: Who }> {
	return write(db, async (tx) => {
		await tx
			.insert(people)
			.values({ id: 'wang', email, name: '王', passwordHash: 'x', emailVerifiedAt: now });
		await tx.insert(grants).values({ personId: 'wang', role: 'editor', at: now });
		const { token } = await start(tx, 'wang', { strong: true, now, address: null, agent: null });
		const who = {
			id: 'wang',
			name: '王',
			email,
			grants: [],
			session: hashed(token),
			strong: true,
			provedAt: now
		};
		return { ...by, who };
	});
}

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

describe('an address that has an account', () => {
	it('with a password is asked, not opened: its owner signs in and says so', async () => {
		const self = await withPassword();
		const asked = await through();
		expect(asked).toMatchObject({ go: 'ask' });
		expect(await db.select().from(identities)).toEqual([]);
		const token = asked.go === 'ask' ? asked.token : '';
		expect((await waiting(db, token, now))!.personId).toBe('wang');
		const linked = await link(db, token, self);
		expect(linked.ok && linked.value.next).toBe('/account');
		expect((await link(db, token, self)).ok).toBe(false);
		expect(await through()).toMatchObject({ signedIn: { personId: 'wang' } });
	});

	it('is linked by nobody else, and only with a fresh proof', async () => {
		const self = await withPassword();
		const asked = await through();
		const token = asked.go === 'ask' ? asked.token : '';
		const other = { ...self, who: { ...self.who, id: 'li' } };
		const stale = { ...self, who: { ...self.who, provedAt: now - 11 * 60_000 } };
		const reason = async (who: By & { who: Who }) => {
			const linked = await link(db, token, who);
			return linked.ok ? 'in' : linked.refusals[0]!.reason;
		};
		expect([await reason(other), await reason(stale)]).toEqual(['other-account', 'prove']);
		expect(await db.select().from(identities)).toEqual([]);
	});

	it('of somebody invited is theirs, with the roles given to them; the invitation is used up', async () => {
		await write(db, async (tx) => {
			await tx.insert(people).values({ id: 'wang', email: 'wang@office.example', name: '' });
			await tx.insert(grants).values({ personId: 'wang', role: 'editor', at: now });
			await issue(tx, { purpose: 'invite', personId: 'wang', now });
		});
		expect(await through()).toMatchObject({ signedIn: { go: 'in', personId: 'wang' } });
		const [person] = await db.select().from(people);
		expect([person!.name, person!.emailVerifiedAt]).toEqual(['王芳', now]);
		expect((await db.select().from(grants)).map(({ role }) => role)).toEqual(['editor']);
		expect(await db.select().from(links)).toEqual([]);
		expect(await acts()).toEqual(['link-identity', 'sign-in']);
	});

	it('is not handed on when the provider gives it to somebody else', async () => {
		await through();
		provider.state.account = { ...wang, sub: 'wang-2' };
		expect(await through()).toMatchObject({ go: 'ask' });
		expect((await db.select().from(identities)).map(({ subject }) => subject)).toEqual(['wang-1']);
	});

	it('is linked at once for somebody signed in, whatever address the provider knows', async () => {
		const self = await withPassword('wang@elsewhere.example');
		const back = async (as: By, then = as) => {
			const begun = await begin(db, provider.door, origin, { next: null, locale: 'zh' }, as);
			if (!begun.ok) throw new Error(begun.refusals[0]!.reason);
			const { search } = await provider.walk(begun.value.address);
			return finish(db, provider.door, origin, { token: begun.value.token, search }, brought, then);
		};
		expect(await back(self, by)).toEqual(refused('expired'));
		expect(await back(self, { ...self, who: { ...self.who, id: 'li' } })).toEqual(
			refused('other-account')
		);
		const stale = { ...self, who: { ...self.who, provedAt: now - 11 * 60_000 } };
		expect(await back(stale)).toEqual(refused('prove'));
		expect(await db.select().from(identities)).toEqual([]);
		expect(await back(self)).toMatchObject({ go: 'linked' });
		expect((await db.select().from(people)).length).toBe(1);
		expect(await through()).toMatchObject({ signedIn: { personId: 'wang' } });
	});

	it('that is shut stays shut, whichever way somebody comes', async () => {
		await through();
		await write(db, (tx) => tx.update(people).set({ disabledAt: now }));
		expect(await through()).toEqual(refused('shut'));
		provider.state.account = { ...wang, sub: 'wang-2' };
		expect(await through()).toEqual(refused('shut'));
	});
});

describe('the own other doors', () => {
	it('are shut by their owner, but never the last way in', async () => {
		await through();
		const [person] = await db.select().from(people);
		const [identity] = await db.select().from(identities);
		const [session] = await db.select().from(sessions);
		const who: Who = {
			id: person!.id,
			name: person!.name,
			email: person!.email,
			grants: [],
			session: session!.id,
			strong: false,
			provedAt: now
		};
		const reason = async (as: Who) => {
			const done = await write(db, (tx) => unlink(tx, identity!, { ...by, who: as }));
			return done.ok ? 'shut' : done.refusals[0]!.reason;
		};
		expect(await reason({ ...who, id: 'li' })).toBe('unknown-identity');
		expect(await reason({ ...who, provedAt: now - 11 * 60_000 })).toBe('prove');
		expect(await reason(who)).toBe('last-way');
		await write(db, (tx) => tx.update(people).set({ passwordHash: 'x' }));
		expect(await reason(who)).toBe('shut');
		expect(await db.select().from(identities)).toEqual([]);
	});
});
