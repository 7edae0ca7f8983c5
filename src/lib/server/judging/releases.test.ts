import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { FRESH } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { decisions, entries, entryTrace, outbox, releases, rounds } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { judged, one, reasons, release, two } from '../../../../tests/judged';
import { emptyDb, NOON } from '../../../../tests/make';
import { somebody } from '../../../../tests/people';
import { decideByRule } from './decisions';
import { precheckOf } from './precheck';
import { proposalOf } from './proposals';
import { askRelease, confirmRelease, takeBackRelease } from './releases';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const proposed = async (roundId: string) => {
	const found = await proposalOf(db, one.who, roundId);
	if (!found.ok) throw new Error(JSON.stringify(found.refusals));
	return found.value;
};
describe('a release', () => {
	it('takes two persons who proved who they are a moment ago', async () => {
		const round = await judged(db);
		await decideByRule(db, one, round.roundId);
		const stale = (by: By): By => ({ ...by, now: NOON + FRESH + 1 });
		expect(reasons(await askRelease(db, stale(one), round.roundId))).toEqual(['prove']);
		expect(await release(db, round.roundId, one, one)).toEqual(['second-person']);
		expect(await release(db, round.roundId, one, stale(two))).toEqual(['prove']);
		const [row] = await db.select().from(rounds).where(eq(rounds.id, round.roundId));
		expect(row!.state).toBe('closed');
		expect(await release(db, round.roundId)).toBe('ok');
	});

	it('tells all entries at once, by mail and in their timeline, and only once', async () => {
		const round = await judged(db);
		const owner = await somebody(db, { roles: ['contestant'], email: 'maker@example.cn' });
		await write(db, (tx) =>
			tx.update(entries).set({ ownerId: owner }).where(eq(entries.id, round.entries[0]!.id))
		);
		await decideByRule(db, one, round.roundId);
		const before = await precheckOf(db, await proposed(round.roundId), NOON);
		expect([before.mails, before.silent.length, before.verdicts.advance]).toEqual([1, 5, 2]);
		expect(await db.$count(entryTrace, eq(entryTrace.act, 'advance'))).toBe(0);
		const asked = await askRelease(db, one, round.roundId);
		const digest = asked.ok ? asked.value : '';
		expect(await confirmRelease(db, two, round.roundId, digest)).toEqual({
			ok: true,
			value: { told: 1 }
		});
		expect(await confirmRelease(db, two, round.roundId, digest)).toEqual({
			ok: true,
			value: { told: 1 }
		});
		const mails = await db.select().from(outbox);
		expect(mails.map(({ template, to }) => [template, to])).toEqual([
			['entry-advance', 'maker@example.cn']
		]);
		expect(await db.$count(entryTrace, eq(entryTrace.act, 'advance'))).toBe(2);
		expect(await db.$count(entryTrace, eq(entryTrace.act, 'stop'))).toBe(4);
		const rows = await db.select().from(decisions).where(eq(decisions.roundId, round.roundId));
		expect(rows.every(({ releasedAt }) => releasedAt === NOON)).toBe(true);
	});

	it('releases what was asked and nothing else', async () => {
		const round = await judged(db, { plan: { decides: 'committee' } });
		await decideByRule(db, one, round.roundId);
		const asked = await askRelease(db, one, round.roundId);
		const digest = asked.ok ? asked.value : '';
		await write(db, (tx) =>
			tx
				.update(decisions)
				.set({ verdict: 'advance' })
				.where(eq(decisions.entryId, round.entries[5]!.id))
		);
		expect(reasons(await confirmRelease(db, two, round.roundId, digest))).toEqual(['stale']);
		await takeBackRelease(db, one, round.roundId);
		expect(reasons(await confirmRelease(db, two, round.roundId, digest))).toEqual(['not-asked']);
		expect(await db.$count(releases)).toBe(0);
	});
});
