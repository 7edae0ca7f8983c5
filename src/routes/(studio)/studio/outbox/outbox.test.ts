import { expect, it } from 'vitest';
import type { Role, Who } from '$lib/domain/people/who';
import { audit, outbox } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { mail } from '$lib/server/mail';
import { emptyDb, NOON } from '$tests/make';
import { actions } from './+page.server';

async function room(role: Role, provedAt = NOON) {
	const db = await emptyDb();
	await write(db, (tx) =>
		mail(tx, {
			to: 'li@demo.invalid',
			template: 'reset',
			locale: 'zh',
			values: { link: '/reset/canary-bird' },
			now: NOON
		})
	);
	const [row] = await db.select().from(outbox);
	const who: Who = {
		id: 'wang',
		name: '王',
		email: 'wang@demo.invalid',
		grants: [{ role, scope: null }],
		session: 's',
		strong: true,
		provedAt
	};
	const ask = (action: 'read' | 'send' | 'drop', id: string | null = row!.id) => {
		const body = new FormData();
		if (id !== null) body.set('id', id);
		const request = new Request('https://lian.invalid/studio/outbox', { method: 'POST', body });
		const locals = { db, who, now: NOON, by: { who, address: null, now: NOON } };
		return Promise.resolve(actions[action]!({ request, locals } as never));
	};
	return { db, ask, acts: async () => (await db.select().from(audit)).map(({ act }) => act) };
}

it('the operator reads a text after a fresh proof, and it is recorded', async () => {
	const { ask, acts } = await room('operator');
	expect(JSON.stringify(await ask('read'))).toContain('canary-bird');
	expect(await acts()).toEqual(['read']);
});

it('a session left open reads nothing', async () => {
	const { ask, acts } = await room('operator', NOON - 11 * 60_000);
	const answer = await ask('read');
	expect(answer).toMatchObject({ status: 403, data: { refusals: [{ reason: 'prove' }] } });
	expect(JSON.stringify(answer)).not.toContain('canary-bird');
	expect(await acts()).toEqual([]);
});

it.each(['editor', 'approver', 'organizer', 'manager', 'juror', 'citizen'] as const)(
	'a person who is %s reads, sends and drops nothing',
	async (role) => {
		const { db, ask, acts } = await room(role);
		for (const action of ['read', 'send', 'drop'] as const)
			await expect(ask(action)).rejects.toMatchObject({ status: 403 });
		expect((await db.select().from(outbox)).map(({ state }) => state)).toEqual(['waiting']);
		expect(await acts()).toEqual([]);
	}
);

it.each([null, '', 'no-such', 'x'.repeat(100_000), "' OR 1=1 --"])(
	'the mail %.20j is refused with a sentence',
	async (id) => {
		const { ask, acts } = await room('operator');
		for (const action of ['read', 'send', 'drop'] as const) {
			const answer = (await ask(action, id)) as { status: number };
			expect([409, 422]).toContain(answer.status);
		}
		expect(await acts()).toEqual([]);
	}
);
