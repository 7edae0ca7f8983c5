import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { audit, stages } from '$lib/server/db/schema';
import { anEntry } from '$tests/contests';
import type { ARound } from '$tests/judging';
import { NOON } from '$tests/make';
import { sample, somebody } from '$tests/people';
import { deskMark } from './stage-desk';
import { seatOf } from './desk';
import { juryMark, juryStage } from './stage-jury';
import { orderFile, publicStages } from './stage-public';
import { openScreen, revokeScreen, roundByKey, setStage } from './stage-screen';
import { showOnScreen } from './stage-steps';
import { markOfWall, wallFor } from './stage-view';
import {
	office,
	juror,
	score,
	deed,
	reasonOf,
	drawn,
	acts,
	through,
	view
} from '$tests/stage-deeds';

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
