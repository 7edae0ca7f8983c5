import { eq } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { judgingPapers as words } from '$lib/words/zh/judging-papers';
import { awarded } from '$tests/certificates';
import { anEdition } from '$tests/contests';
import { aRound, scored, someTasks } from '$tests/judging';
import { emptyDb, NOON } from '$tests/make';
import { drawn, draws } from '$tests/paper';
import { asRole, somebody } from '$tests/people';
import type { Db } from '../../db/open';
import { entries, prizes, rounds } from '../../db/schema';
import { write } from '../../db/write';
import { announcedOf, headOf, roundFacts, scoreTables } from './facts';
import type { Announced, Head } from './facts';
import { announcementPdf, minutesPdf, scoresPdf } from './pdf';
import { figureText, minutesLines } from './sayings';
import { announcementXlsx, minutesXlsx, scoresXlsx } from './xlsx';

const voice = { words, locale: 'zh' as const, now: NOON };
const { who } = asRole('organizer');
let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const bytes = async (pieces: AsyncIterable<Uint8Array>) => {
	const all: Uint8Array[] = [];
	for await (const piece of pieces) all.push(piece);
	return Buffer.concat(all);
};

async function judged(state: 'closed' | 'released' = 'closed') {
	const round = await aRound(db, { entries: 3, jurors: 2 });
	await someTasks(db, round, {
		pairs: [0, 1, 2].flatMap((entry) => [0, 1].map((juror) => [entry, juror] as const))
	});
	await scored(db, round, (entry, juror) => 90 - 10 * entry - juror);
	await write(db, (tx) =>
		tx
			.update(rounds)
			.set({ state, closedAt: NOON, releasedAt: state === 'released' ? NOON : null })
			.where(eq(rounds.id, round.roundId))
	);
	return round;
}

describe('the announcement', () => {
	it('names released winners by prize, masked unless they agreed, and what stayed vacant', async () => {
		const edition = await anEdition(db);
		const [, second] = await awarded(db, edition, [
			{ names: ['李青', '欧阳明'] },
			{ names: ['王明'], title: '溪水' },
			{ unit: '某某村', names: [] }
		]);
		await write(db, (tx) => tx.update(prizes).set({ most: 5 }));
		await write(db, (tx) =>
			tx.update(entries).set({ publicConsentAt: NOON }).where(eq(entries.id, second!))
		);
		const head = (await headOf(db, who, edition.editionId))!;
		const found = await announcedOf(db, head, edition.editionId);
		expect(
			found.prizes.map(({ vacant, winners }) => [
				vacant,
				winners.map((one) => [one.unit, one.names])
			])
		).toEqual([
			[
				2,
				[
					[null, ['李*', '欧**']],
					[null, ['王明']],
					['某某村', []]
				]
			]
		]);
	});

	it('is for those who organize', async () => {
		const { editionId } = await anEdition(db);
		expect(await headOf(db, asRole('editor').who, editionId)).toBe(null);
		expect(await headOf(db, null, editionId)).toBe(null);
	});
});

describe('the facts of rounds', () => {
	it('count what the record holds', async () => {
		const { editionId } = await judged();
		const [round] = await roundFacts(db, who, editionId);
		expect([round!.field, round!.labels, round!.tasks, round!.verdicts]).toEqual([
			3,
			['评委 01', '评委 02'],
			{ all: 6, done: 6, recused: 0, moved: 0 },
			{ advance: 0, award: 0, stop: 0, committee: 0 }
		]);
		const lines = new Map(minutesLines(round!, voice));
		expect([lines.get('参评作品'), lines.get('评分情况'), lines.get('评审结果')]).toEqual([
			'3 件',
			'应评 6 份，已评 6 份',
			'还没有公布'
		]);
	});

	it('give the scores of every juror with the figure to the last digit', async () => {
		const { editionId, entries: field } = await judged();
		const head = (await headOf(db, who, editionId))!;
		const [table] = await scoreTables(db, who, head, editionId);
		expect(
			table!.lines.map((line) => [line.place, line.number, figureText(line), line.verdict])
		).toEqual([
			[1, field[0]!.number, '89.5000', null],
			[2, field[1]!.number, '79.5000', null],
			[3, field[2]!.number, '69.5000', null]
		]);
		expect(table!.lines[0]!.scores).toEqual([
			{ juror: '评委 01', units: 900_000, out: false },
			{ juror: '评委 02', units: 890_000, out: false }
		]);
	});

	it('tell somebody with an own entry nothing before it is released', async () => {
		const { editionId, entries: field } = await judged();
		const me = await somebody(db);
		const own = { ...asRole('organizer').who, id: me };
		await write(db, (tx) =>
			tx.update(entries).set({ ownerId: me }).where(eq(entries.id, field[2]!.id))
		);
		const head = (await headOf(db, own, editionId))!;
		expect(await scoreTables(db, own, head, editionId)).toEqual([]);
		expect(await roundFacts(db, own, editionId)).toEqual([]);
		expect((await scoreTables(db, who, head, editionId)).length).toBe(1);
		await write(db, (tx) => tx.update(rounds).set({ state: 'released', releasedAt: NOON }));
		expect((await scoreTables(db, own, head, editionId)).length).toBe(1);
	});
});

describe('a document', () => {
	const hostile: Head = {
		contest: { zh: '大赛' },
		edition: { zh: '第七届' },
		categories: new Map()
	};
	const long: Announced = {
		...hostile,
		sponsor: { zh: '主办单位' },
		prizes: [
			{
				title: { zh: '一等奖' },
				vacant: 1,
				winners: Array.from({ length: 120 }, (_, n) => ({
					number: `7-W-${n}`,
					entry: n ? '清风徐来'.repeat(9) : '=HYPERLINK("https://example.cn")',
					unit: null,
					names: ['李*']
				}))
			}
		]
	};

	it.skipIf(!draws)('is ink on pages, however long its tables are', async () => {
		const pdf = await announcementPdf(long, voice, 'lian.example.cn/verify');
		expect(await drawn(pdf)).toBeGreaterThan(2000);
		expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(4);
	});

	it('keeps formulas from being formulas', async () => {
		const { sheets } = await readXlsx(await bytes(announcementXlsx(long, voice)));
		expect(sheets[0]!.rows[1]!.slice(1, 4)).toEqual([
			1,
			'7-W-0',
			`'=HYPERLINK("https://example.cn")`
		]);
	});

	it('is made for an edition in which nothing happened yet', async () => {
		const empty = { ...hostile, sponsor: null, prizes: [] };
		for (const pdf of [
			await announcementPdf(empty, voice, 'x'),
			await minutesPdf(hostile, [], voice),
			await scoresPdf(hostile, [], voice)
		])
			expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		for (const table of [
			announcementXlsx(empty, voice),
			minutesXlsx(hostile, [], voice),
			scoresXlsx(hostile, [], voice)
		])
			expect((await bytes(table)).subarray(0, 2).toString()).toBe('PK');
	});
});
