import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { typedOf } from '$lib/domain/judging/desk/sheet-form';
import type { StageStep } from '$lib/domain/judging/stage/turn';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { audit, roundEntries, rounds, stages, tasks } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEntry } from '../../../../tests/contests';
import { evenly } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole, sample, somebody } from '../../../../tests/people';
import { aStage } from '../../../../tests/stage-world';
import { exportScores } from './export';
import { resultsOf } from './results';
import { roundById } from './rounds';
import { lockSheet, saveSheet } from './score';
import { deskMark, stageDesk } from './stage-desk';
import { drawStage } from './stage-draw';
import { seatOf } from './desk';
import { juryMark, juryStage } from './stage-jury';
import { orderFile, publicStages } from './stage-public';
import { openScreen, revokeScreen, roundByKey, setStage } from './stage-screen';
import { showOnScreen, stageDeed } from './stage-steps';
import { movesOf, stageOf } from './stage';
import { markOfWall, wallFor } from './stage-view';

const office = asRole('organizer');
const juror = async (db: Db, round: ARound, n: number): Promise<By> => ({
	who: { ...sample(round.jurors[n]!.personId, 'juror') },
	address: null,
	now: NOON
});

async function score(
	db: Db,
	round: ARound,
	entryId: string,
	n: number,
	points: number,
	lock = false
) {
	const [task] = (await db.select().from(tasks).where(eq(tasks.entryId, entryId))).filter(
		({ jurorId }) => jurorId === round.jurors[n]!.id
	);
	const code = round.entries.find(({ id }) => id === entryId)!.code;
	const asked = { roundId: round.roundId, code, taskId: task!.id };
	return (lock ? lockSheet : saveSheet)(db, await juror(db, round, n), asked, {
		typed: (plan) => typedOf(plan, evenly(plan, points)),
		...{ revision: task!.revision, key: null, typedAt: null }
	});
}
const deed = (db: Db, round: ARound, step: StageStep, entryId: string, why = '', by: By = office) =>
	stageDeed(db, by, round.roundId, { step, entryId, why, anyway: false });
const reasonOf = (said: { ok: boolean; refusals?: { reason: string }[] }) =>
	said.ok ? null : said.refusals![0]!.reason;

/** A stage whose order is drawn, and its entries in that order. */
async function drawn(over: Parameters<typeof aStage>[1] = {}) {
	const db = await emptyDb();
	const round = await aStage(db, over);
	await drawStage(db, office, round.roundId, '');
	const { turns } = (await stageOf(db, round.roundId))!;
	return { db, round, line: turns.map(({ entryId }) => entryId) };
}
const lineNow = async (db: Db, round: ARound) =>
	(await stageOf(db, round.roundId))!.turns.map(({ entryId }) => entryId);
const acts = async (db: Db) =>
	(await db.select().from(audit).where(eq(audit.noun, 'stages')).orderBy(asc(audit.seq))).map(
		({ act }) => act
	);

/** Has somebody speak and be scored by all, up to and with a deed. */
async function through(
	db: Db,
	round: ARound,
	entryId: string,
	points: readonly number[],
	until: 'open' | 'close' | 'reveal' = 'reveal'
) {
	await deed(db, round, 'call', entryId);
	await deed(db, round, 'open', entryId);
	for (const [n, mark] of points.entries()) await score(db, round, entryId, n, mark);
	if (until !== 'open') await deed(db, round, 'close', entryId);
	if (until === 'reveal') await deed(db, round, 'reveal', entryId);
}

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

const view = async (db: Db, round: ARound, who: By['who'] = office.who) =>
	(await stageDesk(db, who, (await roundById(db, round.editionId, round.roundId))!, 'zh', NOON))!;

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

describe('who sees what', () => {
	const wall = async (db: Db, round: ARound) => (await wallFor(db, round.roundId, 'zh'))!;

	it('the hall gets the same bytes whatever is scored, until the reveal', async () => {
		const { db, round, line } = await drawn();
		await deed(db, round, 'call', line[0]!);
		await deed(db, round, 'open', line[0]!);
		const before = markOfWall(await wall(db, round));
		for (const n of [0, 1, 2]) {
			await score(db, round, line[0]!, n, 60 + n);
			expect(markOfWall(await wall(db, round))).toBe(before);
		}
		await deed(db, round, 'close', line[0]!);
		expect((await wall(db, round)).wall.speaker!.mark).toBe(null);
		expect(JSON.stringify(await wall(db, round))).not.toMatch(/评委|points/);
		await showOnScreen(db, office, round.roundId, 'ranking');
		expect((await wall(db, round)).wall.ranking).toEqual([]);
		await deed(db, round, 'reveal', line[0]!);
		expect((await wall(db, round)).wall.speaker!.mark!.points).toBe('61');
		await showOnScreen(db, office, round.roundId, 'ranking');
		expect((await wall(db, round)).wall.ranking!.map(({ points }) => points)).toEqual(['61']);
	});

	it('a juror’s mark and page say nothing of what the others do', async () => {
		const { db, round, line } = await drawn();
		await deed(db, round, 'call', line[0]!);
		await deed(db, round, 'open', line[0]!);
		const who = (await juror(db, round, 0)).who;
		const seat = (await seatOf(db, who, round.roundId, NOON))!;
		const before = [await juryMark(db, seat), JSON.stringify(await juryStage(db, seat))];
		await score(db, round, line[0]!, 1, 83);
		expect([await juryMark(db, seat), JSON.stringify(await juryStage(db, seat))]).toEqual(before);
		const desk = await deskMark(db, round.roundId);
		await score(db, round, line[0]!, 2, 84);
		expect(await deskMark(db, round.roundId)).not.toBe(desk);
	});

	it('the office sees who scored, and what only where the rule shows it', async () => {
		for (const others of ['never', 'always'] as const) {
			const { db, round, line } = await drawn({ plan: { others } });
			await through(db, round, line[0]!, [80, 90], 'open');
			const told = (await view(db, round)).stage!.current!;
			expect(told.jurors.map(({ state }) => state)).toEqual(['scored', 'scored', 'open']);
			expect(told.jurors.map(({ points }) => points)).toEqual(
				others === 'always' ? ['80', '90', null] : [null, null, null]
			);
			expect(told.mark).toBe(null);
		}
	});

	it('whoever stands apart leads nothing and sees no mark', async () => {
		const { db, round, line } = await drawn();
		const person = await somebody(db, { roles: ['organizer'], name: '主办方甲' });
		await anEntry(db, round.edition, { state: 'passed', owner: person });
		const own: By = { ...office, who: sample(person, 'organizer') };
		await through(db, round, line[0]!, [80, 90, 70]);
		const told = await view(db, round, own.who);
		expect([told.apart, told.stage!.current!.mark, told.stage!.current!.jurors]).toEqual([
			'stands-apart',
			null,
			[]
		]);
		expect(told.stage!.lines.map(({ points }) => points)).toEqual([null, null, null, null]);
		expect(reasonOf(await deed(db, round, 'unreveal', line[0]!, '试试', own))).toBe('stands-apart');
		expect(reasonOf(await openScreen(db, own, round.roundId))).toBe('stands-apart');
	});

	it('names stand where the round shows them, labels of jurors unless the stage says otherwise', async () => {
		const hidden = await drawn({ plan: { names: 'hidden' } });
		await deed(hidden.db, hidden.round, 'call', hidden.line[0]!);
		const numbers = hidden.round.entries.map(({ number }) => number);
		const told = JSON.stringify([
			await wall(hidden.db, hidden.round),
			await publicStages(hidden.db, hidden.round.editionId, 'zh')
		]);
		expect(told).not.toMatch(/选手[甲乙丙丁]|账本|购物卡/);
		expect(numbers.some((number) => told.includes(number))).toBe(true);
		// Jurors know codes, and no number that leads to a person.
		const who = (await juror(hidden.db, hidden.round, 0)).who;
		const seat = (await seatOf(hidden.db, who, hidden.round.roundId, NOON))!;
		const page = await juryStage(hidden.db, seat);
		const { code, number } = hidden.round.entries.find(({ id }) => id === hidden.line[0])!;
		expect(page!.current!.number).toBe(code);
		expect(JSON.stringify(page)).not.toContain(number);

		const { db, round, line } = await drawn();
		await through(db, round, line[0]!, [80, 90, 70]);
		const scores = async () => (await wall(db, round)).wall.speaker!.mark!.scores;
		expect((await scores()).map(({ juror: of }) => of)).toEqual(['评委 01', '评委 02', '评委 03']);
		await setStage(db, office, round.roundId, { seconds: 300, names: true });
		expect((await scores()).map(({ juror: of }) => of)).toEqual(['评委1', '评委2', '评委3']);
	});
});

describe('the address of the big screen', () => {
	it('opens with its key alone, is not kept in the clear, and stops when it is shut or made anew', async () => {
		const { db, round } = await drawn();
		const first = await openScreen(db, office, round.roundId);
		const key = first.ok ? first.value : '';
		expect(key.length).toBe(27);
		expect(await roundByKey(db, key)).toBe(round.roundId);
		expect(await roundByKey(db, `${key.slice(0, -1)}_`)).toBe(null);
		expect(await roundByKey(db, '')).toBe(null);
		expect(
			JSON.stringify([await db.select().from(stages), await db.select().from(audit)])
		).not.toContain(key);
		const next = await openScreen(db, office, round.roundId);
		expect(await roundByKey(db, key)).toBe(null);
		expect(await roundByKey(db, next.ok ? next.value : '')).toBe(round.roundId);
		expect((await revokeScreen(db, office, round.roundId)).ok).toBe(true);
		expect(await roundByKey(db, next.ok ? next.value : '')).toBe(null);
		expect(reasonOf(await revokeScreen(db, office, round.roundId))).toBe('no-screen');
	});
});

it('the published file says what the order was drawn from, and how it stands', async () => {
	const { db, round, line } = await drawn();
	await deed(db, round, 'late', line[1]!, '堵车');
	const numberOf = new Map(round.entries.map(({ id, number }) => [id, number]));
	const {
		rounds: [told]
	} = JSON.parse((await orderFile(db, round.editionId))!) as {
		rounds: { drawn: string[]; now: string[]; ask: { seed: string } }[];
	};
	expect(told!.drawn).toEqual(line.map((id) => numberOf.get(id)));
	expect(told!.now).toEqual([line[0], line[2], line[3], line[1]].map((id) => numberOf.get(id!)));
	expect(told!.ask.seed).toBe(round.seed);
});

it('every deed is a leaf of the log of its edition, and carries the mark that was announced', async () => {
	const { db, round, line } = await drawn();
	await through(db, round, line[0]!, [80, 90, 71]);
	expect(await acts(db)).toEqual(['draw', 'call', 'open', 'close', 'reveal']);
	const rows = await db
		.select()
		.from(audit)
		.where(eq(audit.noun, 'stages'))
		.orderBy(asc(audit.seq));
	const [, , , close, reveal] = rows.map(
		({ record }) => (JSON.parse(record) as { after: Record<string, unknown> }).after
	);
	expect(close).toEqual({
		...{ edition: round.editionId, round: round.roundId, entry: line[0] },
		...{ units: 803_333, scores: 3, missing: 0 }
	});
	expect(reveal!.units).toBe(803_333);
});
