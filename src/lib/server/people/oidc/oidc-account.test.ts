import { describe, expect, it } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import { grants, identities, links, people, sessions } from '../../db/schema';
import { write } from '../../db/write';
import { issue } from '../links';
import { begin, finish, link, waiting } from './ceremony';
import { unlink } from './identities';
import {
	now,
	origin,
	by,
	brought,
	wang,
	provider,
	db,
	through,
	refused,
	acts,
	withPassword
} from '$tests/worlds/oidc';

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
