import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { roundEntries, rounds, tasks } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEntry } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { asRole, sample, somebody } from '$tests/people';
import { aStage } from '$tests/stage-world';
import { exportScores } from './export';
import { resultsOf } from './results';
import { drawStage } from './stage-draw';
import { publicStages } from './stage-public';
import { stageDeed } from './stage-steps';
import { movesOf, stageOf } from './stage';
import {
	office,
	score,
	deed,
	reasonOf,
	drawn,
	lineNow,
	acts,
	through,
	view
} from '$tests/stage-deeds';

describe('the draw', () => {
	it('lays an order once; the same field is never drawn again', async () => {
		const { db, round, line } = await drawn({ count: 6 });
		expect([...line].sort()).toEqual(round.entries.map(({ id }) => id).sort());
		expect(reasonOf(await drawStage(db, office, round.roundId, '再来'))).toBe('same-draw');
		expect(await lineNow(db, round)).toEqual(line);
		expect(await acts(db)).toEqual(['draw']);
	});

	it('is made anew, with a reason and told, where the field changed and nobody was called', async () => {
		const { db, round } = await drawn();
		const more = await anEntry(db, round.edition, { state: 'passed' });
		await write(db, (tx) =>
			tx.insert(roundEntries).values({
				...{ roundId: round.roundId, entryId: more.id, code: 'ZZZZ', version: 1, town: null },
				...{ categoryId: more.categoryId, channel: more.channel }
			})
		);
		expect(reasonOf(await drawStage(db, office, round.roundId, ' '))).toBe('why');
		expect(await drawStage(db, office, round.roundId, '恢复一件作品的资格')).toEqual({
			ok: true,
			value: 5
		});
		expect((await movesOf(db, round.roundId)).map(({ kind }) => kind)).toEqual(['redraw']);
		await deed(db, round, 'call', (await lineNow(db, round))[0]!);
		await write(db, (tx) => tx.delete(roundEntries).where(eq(roundEntries.entryId, more.id)));
		expect(reasonOf(await drawStage(db, office, round.roundId, '又少一件'))).toBe('begun');
	});

	it('waits for the seed, and is nobody’s who has an entry or a seat there', async () => {
		const db = await emptyDb();
		const round = await aStage(db);
		const person = await somebody(db, { roles: ['organizer'], name: '主办方甲' });
		await anEntry(db, round.edition, { state: 'passed', owner: person });
		const own: By = { ...office, who: sample(person, 'organizer') };
		expect(reasonOf(await drawStage(db, own, round.roundId, ''))).toBe('stands-apart');
		const sits: By = { ...office, who: sample(round.jurors[0]!.personId, 'organizer') };
		expect(reasonOf(await drawStage(db, sits, round.roundId, ''))).toBe('judges');
		const other: By = asRole('juror');
		expect(reasonOf(await drawStage(db, other, round.roundId, ''))).toBe('gone');
		await write(db, (tx) => tx.update(rounds).set({ state: 'closed', closedAt: NOON }));
		expect(reasonOf(await drawStage(db, office, round.roundId, ''))).toBe('closed');
	});
});

describe('moving by hand', () => {
	it('puts whoever is late last, keeps the others, and says so with its reason', async () => {
		const { db, round, line } = await drawn();
		expect(reasonOf(await deed(db, round, 'late', line[0]!))).toBe('why');
		expect((await deed(db, round, 'late', line[0]!, '堵车')).ok).toBe(true);
		expect(await lineNow(db, round)).toEqual([line[1], line[2], line[3], line[0]]);
		const [told] = await publicStages(db, round.editionId, 'zh');
		expect(told!.lines.map(({ place, drawn: of, moved }) => [place, of, moved])).toEqual([
			[1, 2, null],
			[2, 3, null],
			[3, 4, null],
			[4, 1, 'late']
		]);
		expect(told!.moves.map(({ kind, from, to }) => [kind, from, to])).toEqual([['late', 1, 4]]);
		expect(JSON.stringify(told)).not.toMatch(/堵车/);
		expect(reasonOf(await deed(db, round, 'late', line[0]!, '又堵车'))).toBe('last-already');
		expect(await acts(db)).toEqual(['draw', 'late']);
	});

	it('leaves out who is absent, and lets them come last after all', async () => {
		const { db, round, line } = await drawn();
		await deed(db, round, 'absent', line[1]!, '没有到场');
		const desk = await view(db, round);
		expect(desk.stage!.next).toBe(line[0]);
		expect(reasonOf(await deed(db, round, 'call', line[1]!))).toBe('not-now');
		await deed(db, round, 'back', line[1]!, '到场');
		expect(await lineNow(db, round)).toEqual([line[0], line[2], line[3], line[1]]);
	});
});

describe('scores on stage', () => {
	it('are taken for whoever is on stage and open, and for nobody else', async () => {
		const { db, round, line } = await drawn();
		expect(reasonOf(await score(db, round, line[0]!, 0, 80))).toBe('stage-waits');
		await deed(db, round, 'call', line[0]!);
		expect(reasonOf(await score(db, round, line[0]!, 0, 80))).toBe('stage-waits');
		await deed(db, round, 'open', line[0]!);
		expect((await score(db, round, line[0]!, 0, 80)).ok).toBe(true);
		expect(reasonOf(await score(db, round, line[1]!, 0, 80))).toBe('stage-waits');
		// A slip is mended by its juror as long as scoring is open.
		expect((await score(db, round, line[0]!, 0, 81)).ok).toBe(true);
		for (const n of [1, 2]) await score(db, round, line[0]!, n, 90);
		await deed(db, round, 'close', line[0]!);
		expect(reasonOf(await score(db, round, line[0]!, 0, 99))).toBe('stage-shut');
		// What stands may still be locked, as on any desk.
		expect((await score(db, round, line[0]!, 0, 81, true)).ok).toBe(true);
		expect((await resultsOf(db, round.roundId))!.of.get(line[0]!)!.units).toBe(870_000);
	});

	it('are not closed before somebody scored, nor short without a yes to it', async () => {
		const { db, round, line } = await drawn();
		await through(db, round, line[0]!, [], 'open');
		expect(reasonOf(await deed(db, round, 'close', line[0]!))).toBe('nobody-scored');
		await score(db, round, line[0]!, 0, 77);
		const said = await deed(db, round, 'close', line[0]!);
		expect(said.ok ? null : said.refusals[0]).toEqual({
			...{ field: 'anyway', reason: 'not-all', detail: { n: 2 } }
		});
		const yes = { step: 'close' as const, entryId: line[0]!, why: '', anyway: true };
		expect((await stageDeed(db, office, round.roundId, yes)).ok).toBe(true);
	});

	it('wait while the round does not take any', async () => {
		const { db, round, line } = await drawn({ state: 'sealed' });
		expect(reasonOf(await deed(db, round, 'call', line[0]!))).toBe('not-begun');
		expect((await deed(db, round, 'late', line[0]!, '堵车')).ok).toBe(true);
	});

	it('are opened again with a reason, and what was announced is taken back', async () => {
		const { db, round, line } = await drawn();
		await through(db, round, line[0]!, [80, 90, 70]);
		expect(reasonOf(await deed(db, round, 'reopen', line[0]!, '记错'))).toBe('not-now');
		expect(reasonOf(await deed(db, round, 'unreveal', line[0]!))).toBe('why');
		expect((await deed(db, round, 'unreveal', line[0]!, '念错')).ok).toBe(true);
		expect((await deed(db, round, 'reopen', line[0]!, '一位评委按错')).ok).toBe(true);
		const { current } = (await stageOf(db, round.roundId))!;
		expect([current!.state, current!.announced, current!.revealedAt]).toEqual(['open', null, null]);
		await score(db, round, line[0]!, 2, 76);
		await deed(db, round, 'close', line[0]!);
		expect((await stageOf(db, round.roundId))!.current!.announced!.units).toBe(820_000);
		expect((await movesOf(db, round.roundId)).map(({ kind, why }) => [kind, why])).toEqual([
			['unreveal', '念错'],
			['reopen', '一位评委按错']
		]);
	});
});

describe('announced marks', () => {
	it('are those of the tally, digit by digit, for every speaker', async () => {
		const { db, round, line } = await drawn({ count: 5, panel: 7 });
		for (const [at, id] of line.entries())
			await through(db, round, id, [88, 91 - at, 73, 99, 90, 67 + at, 85]);
		const file = (await exportScores(db, office, round.roundId))!;
		const told = new Map(file.portal.entries.map(({ entry, figure }) => [entry, figure]));
		const { turns } = (await stageOf(db, round.roundId))!;
		for (const { entryId, announced } of turns) {
			const code = round.entries.find(({ id }) => id === entryId)!.code;
			const { units } = announced!;
			const points = `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, '0')}`;
			expect([code, points]).toEqual([code, told.get(code)]);
		}
	});

	it('are known to be old when a score counts no longer', async () => {
		const { db, round, line } = await drawn();
		await through(db, round, line[0]!, [80, 90, 70]);
		expect((await view(db, round)).stage!.current!.mark!.stands).toBe(true);
		await write(db, (tx) =>
			tx
				.update(tasks)
				.set({ state: 'aside', endedAt: NOON, why: '回避' })
				.where(eq(tasks.jurorId, round.jurors[2]!.id))
		);
		expect((await view(db, round)).stage!.current!.mark!.stands).toBe(false);
	});
});
