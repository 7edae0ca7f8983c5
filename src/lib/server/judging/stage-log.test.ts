import { rmSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import { verifyLog } from '$lib/domain/judging/log/verify';
import { tasks } from '$lib/server/db/schema';
import { evenly, someTasks } from '$tests/judging';
import { decide, judged } from '$tests/judging-log';
import type { Judged } from '$tests/judging-log';
import { hashes } from '$tests/judging-tamper';
import { asRole, sample } from '$tests/people';
import { saveSheet } from './score';
import { drawStage } from './stage-draw';
import { stageOf } from './stage';
import { stageDeed } from './stage-steps';

const office = asRole('organizer');
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** An evening of two speakers, one of them late, with three jurors, up to the end of the round or its release. */
async function evening(released = true): Promise<Judged> {
	const all = await judged({ entries: 2, plan: { method: 'stage', names: 'shown' } });
	folders.push(all.dataDir);
	const { db, round } = all;
	await all.end('sealed');
	await drawStage(db, office, round.roundId, '');
	await someTasks(db, round);
	await all.end('opened');
	const { turns } = (await stageOf(db, round.roundId))!;
	const deed = (step: 'late' | 'call' | 'open' | 'close' | 'reveal', entryId: string, why = '') =>
		stageDeed(db, office, round.roundId, { step, entryId, why, anyway: false });
	await deed('late', turns[0]!.entryId, '路上堵车');
	for (const { entryId } of [turns[1]!, turns[0]!]) {
		await deed('call', entryId);
		await deed('open', entryId);
		const rows = await db.select().from(tasks).where(eq(tasks.entryId, entryId));
		for (const [n, task] of rows.entries()) {
			const { personId } = round.jurors.find(({ id }) => id === task.jurorId)!;
			const code = round.entries.find(({ id }) => id === entryId)!.code;
			await saveSheet(
				db,
				{ ...office, who: sample(personId, 'juror') },
				{ roundId: round.roundId, code, taskId: task.id },
				{
					typed: (plan) => typedOf(plan, evenly(plan, 70 + 7 * n)),
					...{ revision: 0, key: null, typedAt: null }
				}
			);
		}
		await deed('close', entryId);
		await deed('reveal', entryId);
	}
	await all.end('closed');
	if (!released) return all;
	await decide(all);
	await all.end('released');
	return all;
}

describe('the log of a round on stage', () => {
	it('holds, and has draw, moves, announcements and reveals as leaves', async () => {
		const all = await evening();
		const text = await all.file();
		expect(verifyLog(text, hashes, '').findings).toEqual([]);
		const told = text
			.split('\n')
			.filter((line) => line.includes('"stages"'))
			.map((line) => /\\?"act\\?":\\?"([a-z-]+)/.exec(line)?.[1]);
		const turn = ['call', 'open', 'close', 'reveal'];
		expect(told).toEqual(['draw', 'late', ...turn, ...turn]);
		expect(text).not.toContain('路上堵车');
	});

	it('is found out where an announced mark was changed in it', async () => {
		const all = await evening();
		const text = await all.file();
		const forged = text.replace(/(units\\?":)770000/, '$1880000');
		expect(forged).not.toBe(text);
		expect(verifyLog(forged, hashes, '').findings.length).toBeGreaterThan(0);
	});

	it('tells nobody a mark before the results are out: hashes stand there until then', async () => {
		const all = await evening(false);
		const text = await all.file();
		expect(verifyLog(text, hashes, '').findings).toEqual([]);
		expect(text).not.toMatch(/units/);
	});
});
