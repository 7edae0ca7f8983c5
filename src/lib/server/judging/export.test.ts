import { beforeEach, describe, expect, it } from 'vitest';
import { desc, eq } from 'drizzle-orm';
import { csvLine } from '$lib/domain/export/cell';
import { aggregates } from '$lib/domain/judging/round';
import type { Aggregate } from '$lib/domain/judging/round';
import { differences, tally } from '../../../../scripts/tally';
import { content } from '../../../../tests/contests';
import { aRound, scored } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole, somebody } from '../../../../tests/people';
import type { Db } from '../db/open';
import { audit, entries, rounds } from '../db/schema';
import { write } from '../db/write';
import { exportResults, exportScores, openResult } from './export';
import { closeRound, openRound } from './rounds-steps';
import { fixRule, sealRound } from './seal';
import { drawTasks } from './assignment';

const by = asRole('organizer');
let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

/** A round from draft to close by the acts of the office, judged with thirds and equal figures. */
async function judged(aggregate: Aggregate) {
	const round = await aRound(db, {
		...{ state: 'draft', entries: 12, jurors: 6 },
		plan: { aggregate, perEntry: 5, selection: { within: 'all', count: 5, quotas: {}, least: 50 } }
	});
	const fixed = await fixRule(db, by, round.roundId, { version: 1, chance: '掷骰' });
	await sealRound(db, by, round.roundId, { hash: fixed.ok ? fixed.value.hash : '', words: '六' });
	await drawTasks(db, by, round.roundId);
	await openRound(db, by, round.roundId);
	await scored(db, round, (entry, juror) => 60 + ((entry * 7 + juror * 3) % 31));
	await closeRound(db, by, round.roundId, { sure: true, why: '' });
	return round;
}

describe('what is given out of a round', () => {
	it.each(aggregates)('is tallied to the portal’s last digit by the %s', async (aggregate) => {
		const round = await judged(aggregate);
		const file = (await exportScores(db, by, round.roundId))!;
		const read = JSON.parse(JSON.stringify(file)) as typeof file;
		expect([read.scores.length, read.drawn !== null]).toEqual([60, true]);
		const result = tally(read);
		expect(differences(read, result)).toEqual([]);
		expect(result.sha256).toBe(read.portal.sha256);
		// Every score of one entry: a single one may be among those left out.
		for (const score of read.scores)
			if (score.entry === read.scores[7]!.entry) score.marks.theme! += 100;
		expect(differences(read, tally(read))).not.toEqual([]);
	});

	it('names nobody: neither entrants nor jurors, neither numbers nor comments', async () => {
		const round = await judged('mean');
		const text = JSON.stringify(await exportScores(db, by, round.roundId));
		for (const { id, number } of round.entries)
			expect([text.includes(id), text.includes(number)]).toEqual([false, false]);
		for (const { id, personId } of round.jurors)
			expect([text.includes(id), text.includes(personId)]).toEqual([false, false]);
		expect(text).not.toMatch(/comment|清风徐来|测试/);
		const [last] = await db.select().from(audit).orderBy(desc(audit.seq)).limit(1);
		expect([last!.act, last!.noun, last!.thing]).toEqual(['export', 'rounds', round.roundId]);
	});

	it('is nothing to anybody who does not organize, nor to an organizer with an own entry', async () => {
		const round = await judged('mean');
		for (const role of ['juror', 'editor', 'contestant', 'manager'] as const)
			expect(await openResult(db, asRole(role), round.roundId)).toBe(null);
		const own = await somebody(db, { roles: ['organizer'] });
		const entrant = asRole('organizer', { id: own });
		expect((await openResult(db, entrant, round.roundId))?.result.entries.length).toBe(12);
		await write(db, (tx) =>
			tx.update(entries).set({ ownerId: own }).where(eq(entries.id, round.entries[3]!.id))
		);
		const all = await db.$count(audit);
		expect(await openResult(db, entrant, round.roundId)).toBe(null);
		expect(await exportScores(db, entrant, round.roundId)).toBe(null);
		expect(await exportResults(db, entrant, round.roundId, 'csv')).toBe(null);
		expect(await db.$count(audit)).toBe(all);
		await write(db, (tx) =>
			tx
				.update(rounds)
				.set({ state: 'released', releasedAt: by.now })
				.where(eq(rounds.id, round.roundId))
		);
		expect((await openResult(db, entrant, round.roundId))?.result.entries.length).toBe(12);
	});

	it('has every entry once, in order of place, with one column for each juror', async () => {
		const round = await judged('trimmed');
		const [first] = round.entries;
		await write(db, (tx) =>
			tx
				.update(entries)
				.set({ title: '=HYPERLINK("x")', content: content({ title: '=HYPERLINK("x")' }) })
				.where(eq(entries.id, first!.id))
		);
		const made = (await exportResults(db, by, round.roundId, 'xlsx'))!;
		expect(made.jurors.length).toBe(6);
		expect(new Set(made.lines.map(({ result }) => result.code)).size).toBe(12);
		const hostile = made.lines.find(({ number }) => number === first!.number)!;
		expect(csvLine([hostile.title])).toBe('"\'=HYPERLINK(""x"")"\r\n');
		const places = made.lines.map(({ result }) => result.place);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});
});
