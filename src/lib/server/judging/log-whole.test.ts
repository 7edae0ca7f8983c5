import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { verifyLog } from '$lib/domain/judging/log/verify';
import { aggregates } from '$lib/domain/judging/round';
import type { Aggregate } from '$lib/domain/judging/round';
import { keep } from '$lib/server/audit';
import { release } from '$tests/judged';
import { aRound, scored, someJurors } from '$tests/judging';
import { apart, hashes } from '$tests/judging-tamper';
import { emptyDb, NOON } from '$tests/make';
import { objected, office } from '$tests/noticed';
import { drawTasks } from './assignment';
import { settlePhases } from './checkpoints';
import { decideByRule } from './decisions';
import { tasks } from '../db/schema';
import { phasesOf } from './log';
import { exportLog } from './log-export';
import { markNow } from './log-interim';
import { publishNotice } from './notices';
import { judgeAgain } from './objection-again';
import { settleObjection } from './objection-deeds';
import { savePrizes } from './prizes';
import { closeRound, openRound } from './rounds-steps';
import { fixRule, sealRound } from './seal';

const dataDir = mkdtempSync(join(tmpdir(), 'liantu-log-whole-'));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A round from draft to notice by the acts of the office. */
async function noticedBy(aggregate: Aggregate) {
	const db = await emptyDb();
	const keeping = await keep(db, { dataDir, name: 'lian.example/audit', clock: () => NOON });
	const [one] = office(NOON);
	const round = await aRound(db, {
		...{ state: 'draft', entries: 12, jurors: 6 },
		plan: { aggregate, perEntry: 5, selection: { within: 'all', count: 5, quotas: {}, least: 50 } }
	});
	const { roundId, editionId } = round;
	const fixed = await fixRule(db, one, roundId, { version: 1, chance: '掷骰' });
	const hash = fixed.ok ? fixed.value.hash : '';
	await sealRound(db, one, roundId, { hash, words: '六' });
	await drawTasks(db, one, roundId);
	await openRound(db, one, roundId);
	await scored(db, round, (entry, juror) => 60 + ((entry * 7 + juror * 3) % 31));
	await closeRound(db, one, roundId, { sure: true, why: '' });
	await savePrizes(db, one, editionId, [
		{
			...{ id: null, title: { zh: '金奖', en: 'Gold' }, categories: null },
			...{ most: 3, each: false, least: null }
		}
	]);
	await decideByRule(db, one, roundId);
	expect(await release(db, roundId)).toBe('ok');
	const contact = { zh: '测试办公室', en: null };
	const notice = await publishNotice(db, one, editionId, {
		kind: 'days',
		days: 5,
		contact,
		note: null
	});
	const file = async () => {
		await settlePhases(db, NOON);
		let text = '';
		for await (const line of (await exportLog(db, { dataDir, editionId, copy: 'public' }))!)
			text += line;
		const phases = await phasesOf(db, editionId);
		return { text, phases, report: verifyLog(text, hashes, phases.at(-1)!.note!) };
	};
	return { db, keeping, round, notice: notice.ok ? notice.value.id : '', one, file };
}

it.each(aggregates)(
	'a round taken from draft to notice by the acts of the office, by the %s, has a log that holds',
	async (aggregate) => {
		const { round, file, keeping } = await noticedBy(aggregate);
		const { text, phases, report } = await file();
		await keeping.stop();
		expect(report.findings).toEqual([]);
		expect(phases.map(({ phase }) => phase)).toEqual([
			'sealed',
			'opened',
			'closed',
			'released',
			'notice'
		]);
		expect(report.reckoned).toEqual([{ round: round.roundId, scores: 60, entries: 12, same: 12 }]);
		// Nothing a person is called by, and nothing that says which number a code is.
		for (const { number } of round.entries) expect(text).not.toContain(number);
		for (const name of ['评委1', '李青', '13800000000']) expect(text).not.toContain(name);
		const kinds = apart(text).records.map(
			(record) => (JSON.parse(record) as { noun: string }).noun
		);
		expect([...new Set(kinds)].sort()).toEqual(
			['decisions', 'notices', 'phases', 'rounds', 'scores', 'tasks'].sort()
		);
	}
);

it('what fresh jurors say after an objection stays shut until it is decided, and the log holds', async () => {
	const { db, round, notice, one, file, keeping } = await noticedBy('mean');
	const { editionId } = round;
	await someJurors(db, editionId, 3);
	const objectionId = (await objected(db, { round, id: notice, fresh: [], one, two: one })).id;
	const again = await judgeAgain(db, one, objectionId, { count: 2, days: 3 });
	const { roundId } = again.ok ? again.value : { roundId: '' };
	const [task] = await db.select().from(tasks).where(eq(tasks.roundId, roundId)).limit(1);
	await scored(db, { ...round, roundId }, () => 77);
	await closeRound(db, one, roundId, { sure: true, why: '测试' });
	const shut = await file();
	expect(shut.report.findings).toEqual([]);
	expect(shut.text).not.toContain(task!.id);
	const outcome = { zh: '复核后维持原来的结果。', en: null };
	const said = await settleObjection(db, one, objectionId, {
		...{ state: 'rejected', outcome, decision: null }
	});
	expect(said.ok).toBe(true);
	await markNow(db, one, editionId);
	const open = await file();
	expect(open.report.findings).toEqual([]);
	expect(open.text).toContain(task!.id);
	await keeping.stop();
});
