import { eq, like } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { roles } from '$lib/domain/people/who';
import type { Grant } from '$lib/domain/people/who';
import { emptyDb, NOON } from '$tests/make';
import { acting, from, signedIn, somebody } from '$tests/people';
import { audit, grants as table, people } from '../db/schema';
import { write } from '../db/write';
import { keepSamples, samples } from './demo';
import { grant, grantsOf, revoke } from './grants';
import { disable, enable } from './office';
import * as sessions from './sessions';
import { signIn } from './sign-in';

const operator: Grant = { role: 'operator', scope: null };
const editor: Grant = { role: 'editor', scope: null };

async function office() {
	const db = await emptyDb();
	const id = await somebody(db, { roles: ['operator'] });
	const by = await acting(db, await signedIn(db, id, { strong: true }));
	const other = await somebody(db);
	return { db, id, by, other };
}

describe('roles', () => {
	it('are given once, taken once, and leave what was before and after', async () => {
		const { db, by, other } = await office();
		for (let i = 0; i < 2; i++) await write(db, (tx) => grant(tx, by, other, editor));
		for (let i = 0; i < 2; i++) await write(db, (tx) => revoke(tx, by, other, editor));
		expect(await grantsOf(db, other)).toEqual([{ role: 'citizen', scope: null }]);
		const acts = await db.select().from(audit).where(eq(audit.thing, other));
		expect(
			acts.map(({ act, record }) => [act, JSON.parse(record).before, JSON.parse(record).after])
		).toEqual([
			['grant', { grants: ['citizen'] }, { grants: ['citizen', 'editor'] }],
			['revoke', { grants: ['citizen', 'editor'] }, { grants: ['citizen'] }]
		]);
	});

	it('are never one’s own to give or take', async () => {
		const { db, id, by } = await office();
		await write(db, (tx) => grant(tx, from(), id, editor));
		const answers = await write(db, async (tx) => [
			await grant(tx, by, id, { role: 'approver', scope: null }),
			await revoke(tx, by, id, editor)
		]);
		expect(answers.map((one) => (one.ok ? '' : one.refusals[0]!.reason))).toEqual([
			'own-rights',
			'own-rights'
		]);
	});

	it('bind a manager to something and nobody else, in the rule and in the table', async () => {
		const { db, by, other } = await office();
		const scope = { kind: 'town' as const, id: 'pingyao' };
		const wrong = roles.map((role) => ({ role, scope: role === 'manager' ? null : scope }));
		for (const one of wrong) {
			const ruled = await write(db, (tx) => grant(tx, by, other, one));
			expect([one.role, ruled.ok]).toEqual([one.role, false]);
			const row = {
				personId: other,
				role: one.role,
				scopeKind: one.scope?.kind ?? null,
				scopeId: one.scope?.id ?? null,
				at: NOON
			};
			await expect(write(db, (tx) => tx.insert(table).values(row))).rejects.toThrow();
		}
	});

	it('of the last operator cannot be taken, nor can they be shut out', async () => {
		const { db, id } = await office();
		const answers = await write(db, async (tx) => [
			await revoke(tx, from(), id, operator),
			await disable(tx, from(), id)
		]);
		expect(answers.map((one) => (one.ok ? '' : one.refusals[0]!.reason))).toEqual([
			'last-operator',
			'last-operator'
		]);
	});
});

describe('somebody shut out', () => {
	it('may come in again by a new sign-in, with a record of both', async () => {
		const { db, by, other } = await office();
		const token = await signedIn(db, other);
		await write(db, (tx) => disable(tx, by, other, '离岗'));
		await write(db, (tx) => enable(tx, by, other));
		expect(await sessions.read(db, token, NOON, true)).toBe(null);
		const acts = await db.select().from(audit).where(eq(audit.thing, other));
		expect(acts.map(({ act }) => act)).toEqual(['disable', 'enable']);
	});
});

describe('a fresh install', () => {
	const demo = () => like(people.email, '%@demo.invalid');
	const typed = (password: string) => ({ email: 'operator@demo.invalid', password });
	const enter = async (db: Awaited<ReturnType<typeof emptyDb>>, password: string) =>
		(await signIn(db, typed(password), { agent: null }, from())).go;

	it('has no account at all unless a password for samples is set', async () => {
		const db = await emptyDb();
		await keepSamples(db, null, NOON);
		expect(await db.select().from(people)).toEqual([]);
	});

	it('with such a password has exactly the samples, each with its one role', async () => {
		const db = await emptyDb();
		for (let i = 0; i < 2; i++) await keepSamples(db, 'jade-cong-2026-trail', NOON);
		const rows = await db.select().from(people).where(demo());
		expect(rows.map(({ email }) => email).sort()).toEqual(samples.map(({ email }) => email).sort());
		expect(rows.length).toBe(18);
		for (const { email, grant } of samples) {
			const person = rows.find((row) => row.email === email)!;
			expect([email, await grantsOf(db, person.id)]).toEqual([email, [grant]]);
		}
		expect([await enter(db, 'jade-cong-2026-trail'), await enter(db, 'another-password')]).toEqual([
			'in',
			'refused'
		]);
	});

	it('gives the samples the password set now, and shuts them out when none is', async () => {
		const db = await emptyDb();
		await keepSamples(db, 'jade-cong-2026-trail', NOON);
		await keepSamples(db, 'another-long-password', NOON);
		expect([
			await enter(db, 'jade-cong-2026-trail'),
			await enter(db, 'another-long-password')
		]).toEqual(['refused', 'in']);
		await keepSamples(db, null, NOON);
		expect(await enter(db, 'another-long-password')).toBe('refused');
		await keepSamples(db, 'another-long-password', NOON);
		expect(await enter(db, 'another-long-password')).toBe('in');
		const grantsNow = await db.select().from(table);
		expect(grantsNow.length).toBe(18);
	});
});
