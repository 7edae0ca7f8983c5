import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import { emptyDb } from '../make';
import { openIdProvider } from '../provider';
import type { Account } from '../provider';
import type { Db } from '$lib/server/db/open';
import { audit, grants, people } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { start } from '$lib/server/people/sessions';
import { hashed } from '$lib/server/people/tokens';
import { begin, CALLBACK, finish } from '$lib/server/people/oidc/ceremony';

// A real provider of identities, and the portal at its door.

// The provider reads the real clock, so these do too.
export const now = Date.now();

export const origin = 'https://lian.example.gov.cn';

export const by: By = { who: null, address: '203.0.113.9', now };

export const brought = { agent: null };

export const wang: Account = {
	sub: 'wang-1',
	email: 'Wang@Office.example',
	verified: true,
	name: '王芳'
};

type Provider = Awaited<ReturnType<typeof openIdProvider>>;

export let provider: Provider;

export let db: Db;

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

export async function leave(at = provider, door = at.door) {
	const begun = await begin(db, door, origin, { next: '/account', locale: 'zh' }, by);
	if (!begun.ok) throw new Error(begun.refusals[0]!.reason);
	const back = await at.walk(begun.value.address);
	return { token: begun.value.token, search: back.search, back, address: begun.value.address };
}

export async function through(at = provider, door = at.door) {
	return finish(db, door, origin, await leave(at, door), brought, by);
}

export const refused = (reason: string, locale: 'zh' | null = 'zh') => ({
	go: 'refused',
	refusals: [{ field: 'door', reason }],
	locale
});

export const acts = async () => (await db.select().from(audit)).map(({ act }) => act);

/** A person with a password, and somebody signed in as them. */
export async function withPassword(email = 'wang@office.example'): Promise<By & { who: Who }> {
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
