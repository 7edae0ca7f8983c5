import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { audit, decisions, entries } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { judged, one, reasons, release, shut } from '../../../../tests/judged';
import { aRound, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole, somebody } from '../../../../tests/people';
import { decideByRule, decideOne, deliberate, undecide } from './decisions';
import { proposalOf } from './proposals';
import { askRelease, releaseOf } from './releases';

const stop = { verdict: 'stop', prize: null, why: '' } as const;
const advance = { verdict: 'advance', prize: null, why: '' } as const;
let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const verdictsOf = async ({ roundId, entries: field }: ARound) => {
	const rows = await db.select().from(decisions).where(eq(decisions.roundId, roundId));
	return field.map(({ id }) => rows.find((row) => row.entryId === id)?.verdict ?? null);
};
describe('decisions on a round', () => {
	it('follow the rule, and nobody outside the office sees or makes any', async () => {
		const round = await judged(db);
		expect(await decideByRule(db, one, round.roundId)).toEqual({
			ok: true,
			value: { written: 6, open: 0 }
		});
		expect(await verdictsOf(round)).toEqual(['advance', 'advance', 'stop', 'stop', 'stop', 'stop']);
		for (const role of ['juror', 'contestant', 'editor', 'approver', 'manager'] as const) {
			const other = asRole(role);
			expect(reasons(await decideByRule(db, other, round.roundId))).toEqual(['gone']);
			expect(reasons(await askRelease(db, other, round.roundId))).toEqual(['gone']);
			expect(reasons(await proposalOf(db, other.who, round.roundId))).toEqual(['gone']);
		}
	});

	it('are not made before the round is closed, nor after the release', async () => {
		const open = await aRound(db);
		expect(reasons(await decideByRule(db, one, open.roundId))).toEqual(['not-closed']);
		const round = await judged(db);
		await decideByRule(db, one, round.roundId);
		expect(await release(db, round.roundId)).toBe('ok');
		const id = round.entries[0]!.id;
		expect(reasons(await decideOne(db, one, round.roundId, id, stop))).toEqual(['not-closed']);
		expect(reasons(await undecide(db, one, round.roundId, id))).toEqual(['not-closed']);
		expect(reasons(await deliberate(db, one, round.roundId, id, '补记'))).toEqual(['released']);
	});

	it('of the committee stay when the rule is applied again, and undo a request to release', async () => {
		const round = await judged(db, { plan: { decides: 'committee' } });
		await decideByRule(db, one, round.roundId);
		const asked = await askRelease(db, one, round.roundId);
		expect(asked.ok).toBe(true);
		const second = round.entries[1]!.id;
		expect(reasons(await decideOne(db, one, round.roundId, second, stop))).toEqual(['missing']);
		expect(await releaseOf(db, round.roundId)).not.toBe(null);
		await decideOne(db, one, round.roundId, second, { ...stop, why: '与主题无关' });
		expect(await releaseOf(db, round.roundId)).toBe(null);
		await decideByRule(db, one, round.roundId);
		expect((await verdictsOf(round)).slice(0, 3)).toEqual(['advance', 'stop', 'stop']);
		const [row] = await db
			.select()
			.from(decisions)
			.where(and(eq(decisions.roundId, round.roundId), eq(decisions.entryId, second)));
		expect([row!.origin, row!.why]).toEqual(['committee', '与主题无关']);
	});

	it('between equals at the cut are the committee’s, and nothing is released before', async () => {
		const round = await aRound(db, { plan: { ties: [{ by: 'committee' }] } });
		await someTasks(db, round);
		await scored(db, round, () => 80);
		await shut(db, round.roundId);
		await aRound(db, { edition: round.edition, state: 'draft', ordinal: 2, field: [], of: [] });
		expect(await decideByRule(db, one, round.roundId)).toEqual({
			ok: true,
			value: { written: 0, open: 6 }
		});
		expect(await release(db, round.roundId)).toEqual(['undecided']);
		for (const [at, { id }] of round.entries.entries())
			expect(
				reasons(
					await decideOne(db, one, round.roundId, id, {
						...(at < 2 ? advance : stop),
						why: '评委会投票'
					})
				)
			).toBe('ok');
		expect(await release(db, round.roundId)).toBe('ok');
	});

	it('are recorded, with the reason beside the record', async () => {
		const round = await judged(db, { plan: { decides: 'committee' } });
		const id = round.entries[0]!.id;
		await decideOne(db, one, round.roundId, id, { ...stop, why: '作者张三另有说明' });
		const rows = await db.select().from(audit).where(eq(audit.noun, 'decisions'));
		expect(rows.map(({ act, thing, person }) => [act, thing, person])).toEqual([
			['decide', id, 'one']
		]);
		expect(rows[0]!.record).not.toContain('张三');
	});

	it('are hidden from an organizer with an entry of their own until they are released', async () => {
		const round = await judged(db);
		const owner = await somebody(db, { roles: ['organizer'], name: '组织者' });
		const own: By = { ...one, who: { ...one.who, id: owner } };
		await write(db, (tx) =>
			tx.update(entries).set({ ownerId: owner }).where(eq(entries.id, round.entries[3]!.id))
		);
		expect(reasons(await decideByRule(db, own, round.roundId))).toEqual(['stands-apart']);
		expect(reasons(await proposalOf(db, own.who, round.roundId))).toEqual(['stands-apart']);
		await decideByRule(db, one, round.roundId);
		expect(await release(db, round.roundId, one, own)).toEqual(['stands-apart']);
		expect(await release(db, round.roundId)).toBe('ok');
		expect(reasons(await proposalOf(db, own.who, round.roundId))).toBe('ok');
	});
});
