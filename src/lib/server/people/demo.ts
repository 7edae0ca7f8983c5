import { createHmac } from 'node:crypto';
import { eq, inArray, like } from 'drizzle-orm';
import type { By, Grant } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db } from '../db/open';
import { grants, newId, people, settings } from '../db/schema';
import { write } from '../db/write';
import { keyFor } from '../keys';
import { disable } from './office';
import { hash } from './passwords';
import * as sessions from './sessions';

const HOST = 'demo.invalid';
const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

interface Sample {
	email: string;
	name: string;
	grant: Grant;
}

const sample = (user: string, name: string, role: Grant['role']): Sample => ({
	email: `${user}@${HOST}`,
	name: `${name}（演示）`,
	grant: { role, scope: role === 'manager' ? { kind: 'town', id: 'pingyao' } : null }
});

/** The accounts of a demonstration: they carry the names of roles, never of people. */
export const samples: readonly Sample[] = [
	sample('operator', '运维', 'operator'),
	sample('editor', '编辑', 'editor'),
	sample('approver1', '审核一', 'approver'),
	sample('approver2', '审核二', 'approver'),
	sample('organizer', '赛事组织', 'organizer'),
	...NUMBERS.map((number, at) => sample(`juror${at + 1}`, `评委${number}`, 'juror')),
	sample('manager', '瓶窑镇管理', 'manager'),
	sample('contestant1', '参赛者一', 'contestant'),
	sample('contestant2', '参赛者二', 'contestant'),
	sample('citizen', '市民', 'citizen')
];

/** Which password the sample accounts were given last, without saying it. */
const MARK = 'demoAccounts';
const markOf = (password: string) =>
	createHmac('sha256', keyFor('demo')).update(password).digest('base64url');

/**
 * Makes the sample accounts, or gives them the password now set; without a password shuts out those
 * that stand. Does nothing when all is as it should be.
 */
export async function keepSamples(db: Db, password: string | null, now: number): Promise<void> {
	const by: By = { who: null, machine: 'start', address: null, now };
	const mark = password && markOf(password);
	const standing = await db
		.select()
		.from(people)
		.where(like(people.email, `%@${HOST}`));
	if (!mark) {
		const open = standing.filter(({ disabledAt }) => disabledAt === null);
		if (open.length)
			await write(db, async (tx) => {
				await tx.delete(settings).where(eq(settings.key, MARK));
				// Without them nobody may be left who could sign in: the office's first account is made anew.
				const roles = tx.delete(grants);
				await roles.where(
					inArray(
						grants.personId,
						open.map(({ id }) => id)
					)
				);
				for (const { id } of open) await disable(tx, by, id);
			});
		return;
	}
	const [kept] = await db.select().from(settings).where(eq(settings.key, MARK));
	const missing = samples.filter(({ email }) => !standing.some((one) => one.email === email));
	if (kept?.value === mark && !missing.length) return;
	const hashes = await Promise.all(samples.map(() => hash(password!)));
	await write(db, async (tx) => {
		for (const [at, { email, name, grant }] of samples.entries()) {
			const old = standing.find((one) => one.email === email);
			if (old && kept?.value === mark) continue;
			const id = old?.id ?? newId(now);
			const open = {
				passwordHash: hashes[at]!,
				passwordAt: now,
				emailVerifiedAt: now,
				disabledAt: null,
				rightsAt: now
			};
			if (old) {
				await tx.update(people).set(open).where(eq(people.id, id));
				await sessions.endAll(tx, id);
			} else await tx.insert(people).values({ id, email, name, ...open });
			await tx
				.insert(grants)
				.values({
					personId: id,
					role: grant.role,
					scopeKind: grant.scope?.kind ?? null,
					scopeId: grant.scope?.id ?? null,
					at: now
				})
				.onConflictDoNothing();
			await record(tx, by, { act: 'make-sample', noun: 'people', id, after: { role: grant.role } });
		}
		await tx
			.insert(settings)
			.values({ key: MARK, value: mark })
			.onConflictDoUpdate({ target: settings.key, set: { value: mark } });
	});
}
