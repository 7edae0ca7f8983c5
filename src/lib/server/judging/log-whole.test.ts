import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { verifyLog } from '$lib/domain/judging/log/verify';
import { aggregates } from '$lib/domain/judging/round';
import { keep } from '$lib/server/audit';
import { release } from '$tests/judged';
import { aRound, scored } from '$tests/judging';
import { apart, hashes } from '$tests/judging-tamper';
import { emptyDb, NOON } from '$tests/make';
import { office } from '$tests/noticed';
import { drawTasks } from './assignment';
import { settlePhases } from './checkpoints';
import { decideByRule } from './decisions';
import { phasesOf } from './log';
import { exportLog } from './log-export';
import { publishNotice } from './notices';
import { savePrizes } from './prizes';
import { closeRound, openRound } from './rounds-steps';
import { fixRule, sealRound } from './seal';

const dataDir = mkdtempSync(join(tmpdir(), 'liantu-log-whole-'));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it.each(aggregates)(
	'a round taken from draft to notice by the acts of the office, by the %s, has a log that holds',
	async (aggregate) => {
		const db = await emptyDb();
		const keeping = await keep(db, { dataDir, name: 'lian.example/audit', clock: () => NOON });
		const [one] = office(NOON);
		const round = await aRound(db, {
			...{ state: 'draft', entries: 12, jurors: 6 },
			plan: {
				aggregate,
				perEntry: 5,
				selection: { within: 'all', count: 5, quotas: {}, least: 50 }
			}
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
		await publishNotice(db, one, editionId, { kind: 'days', days: 5, contact, note: null });
		await settlePhases(db, NOON);
		await keeping.stop();

		let text = '';
		for await (const line of (await exportLog(db, { dataDir, editionId, copy: 'public' }))!)
			text += line;
		const phases = await phasesOf(db, editionId);
		const report = verifyLog(text, hashes, phases.at(-1)!.note!);
		expect(report.findings).toEqual([]);
		expect(phases.map(({ phase }) => phase)).toEqual([
			'sealed',
			'opened',
			'closed',
			'released',
			'notice'
		]);
		expect(report.reckoned).toEqual([{ round: roundId, scores: 60, entries: 12, same: 12 }]);
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
