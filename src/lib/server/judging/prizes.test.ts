import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import { decisions, prizes } from '$lib/server/db/schema';
import { judged, one, reasons, release } from '../../../../tests/judged';
import { emptyDb, NOON } from '../../../../tests/make';
import { decideByRule, decideOne, undecide } from './decisions';
import { precheckOf } from './precheck';
import { savePrizes } from './prizes';
import { proposalOf } from './proposals';

const award = (prize: string, why = '') => ({ verdict: 'award', prize, why }) as const;

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const proposed = async (roundId: string) => {
	const found = await proposalOf(db, one.who, roundId);
	if (!found.ok) throw new Error(JSON.stringify(found.refusals));
	return found.value;
};
describe('prizes', () => {
	const typed = (zh: string, most: number, over = {}) => ({
		...{ id: null, title: { zh }, categories: null, most, each: false, least: null },
		...over
	});

	it('are given by the rule in the last round, and vacant below the least figure', async () => {
		const round = await judged(db, {}, true);
		const saved = await savePrizes(db, one, round.editionId, [
			typed('金奖', 1),
			typed('银奖', 3, { least: 880_000 })
		]);
		if (!saved.ok) throw new Error('refused');
		const [gold, silver] = saved.value;
		await decideByRule(db, one, round.roundId);
		const rows = await db.select().from(decisions).where(eq(decisions.roundId, round.roundId));
		const prizeOf = (at: number) =>
			rows.find(({ entryId }) => entryId === round.entries[at]!.id)!.prizeId;
		expect([0, 1, 2, 3].map(prizeOf)).toEqual([gold!.id, silver!.id, silver!.id, null]);
		expect((await precheckOf(db, await proposed(round.roundId), NOON)).vacancies).toEqual([
			{ prize: silver!.id, category: null, places: 1, tied: 0 }
		]);
	});

	it('are never more than there are, whoever gives them', async () => {
		const round = await judged(db, { plan: { decides: 'committee' } }, true);
		const saved = await savePrizes(db, one, round.editionId, [typed('金奖', 1)]);
		const gold = saved.ok ? saved.value[0]!.id : '';
		await decideByRule(db, one, round.roundId);
		const give = (at: number) =>
			decideOne(db, one, round.roundId, round.entries[at]!.id, award(gold, '并列'));
		expect(reasons(await give(1))).toEqual(['too-many']);
		await undecide(db, one, round.roundId, round.entries[0]!.id);
		expect(reasons(await give(1))).toBe('ok');
	});

	it('that were given stay, and may change places', async () => {
		const round = await judged(db, {}, true);
		const saved = await savePrizes(db, one, round.editionId, [typed('金奖', 1), typed('银奖', 1)]);
		if (!saved.ok) throw new Error('refused');
		await decideByRule(db, one, round.roundId);
		const [gold, silver] = saved.value;
		const again = (row: typeof gold, over = {}) =>
			typed(row!.title.zh, row!.most, { id: row!.id, ...over });
		expect(reasons(await savePrizes(db, one, round.editionId, [again(gold)]))).toEqual(['given']);
		expect(reasons(await savePrizes(db, one, round.editionId, [again(silver), again(gold)]))).toBe(
			'ok'
		);
		expect(
			reasons(await savePrizes(db, one, round.editionId, [typed('金奖', 0), typed('金奖', 1)]))
		).toEqual(['too-small', 'double']);
		expect(await db.$count(prizes, eq(prizes.editionId, round.editionId))).toBe(2);
	});

	it('are asked for before the last round is released', async () => {
		const round = await judged(db, {}, true);
		await decideByRule(db, one, round.roundId);
		expect(await release(db, round.roundId)).toEqual(['no-prizes']);
	});
});
