import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { aRound, scored, someTasks } from '../../../../tests/judging';
import type { ARound } from '../../../../tests/judging';
import { emptyDb } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import { audit } from '../db/schema';
import type { Db } from '../db/open';
import { analysisOf } from './analysis';
import { exportAnalysis } from './analysis-export';
import { analysisPage, readAnalysisAsked } from './analysis-page';

let db: Db;
let round: ARound;
const by = asRole('organizer');
beforeEach(async () => {
	db = await emptyDb();
	round = await aRound(db, {
		...{ entries: 60, jurors: 5 },
		plan: { selection: { within: 'all', count: 10, quotas: {}, least: null } }
	});
	await someTasks(db, round);
	await scored(
		db,
		round,
		(entry, juror) =>
			95 - Math.floor(entry / 2) - (juror === 4 ? 12 : 0) + ((entry * 5 + juror) % 7)
	);
});

const page = async (address: string) => {
	const found = await analysisOf(db, by.who, round.editionId, round.roundId);
	if (!found.ok) throw new Error(found.refusals[0]!.reason);
	const asked = readAnalysisAsked(new URLSearchParams(address), ['all']);
	return { ...analysisPage(found.value, asked), all: found.value.rows };
};

describe('a page of an analysis', () => {
	it('asks for what there is; anything else is the usual', () => {
		const asked = (address: string) => readAnalysisAsked(new URLSearchParams(address), ['a', 'b']);
		expect(asked('sort=chance&page=-3&group=x')).toEqual({ sort: 'rule', page: 1, group: 'a' });
		expect(asked('sort=doubt&page=2.9&group=b')).toEqual({ sort: 'doubt', page: 2, group: 'b' });
		expect(asked('page=NaN').page).toBe(1);
	});

	it('holds fifty entries, and all pages together hold every entry once', async () => {
		const [one, two, three] = [await page(''), await page('page=2'), await page('page=3')];
		expect([one.rows.length, two.rows.length, three.rows.length]).toEqual([50, 10, 0]);
		expect(new Set([...one.rows, ...two.rows].map(({ id }) => id)).size).toBe(60);
	});

	it('is sorted as asked', async () => {
		const { rows: means } = await page('sort=mean');
		const { rows: points } = await page('sort=calibrated');
		const falls = (values: number[]) =>
			values.every((value, at) => at === 0 || value <= values[at - 1]!);
		expect(falls(means.map(({ mean }) => mean!.units))).toBe(true);
		expect(falls(points.map(({ calibrated }) => calibrated!.units))).toBe(true);
		const { rows: moved } = await page('sort=change');
		expect(
			falls(moved.map(({ calibrated, mean }) => Math.abs(calibrated!.place - mean!.place)))
		).toBe(true);
		const { rows: unsure } = await page('sort=doubt');
		expect(
			falls(unsure.map(({ calibrated }) => calibrated!.chance * (1 - calibrated!.chance)))
		).toBe(true);
	});

	it('counts every entry in one band of chances, inside and outside the cut', async () => {
		const { cut, places, all } = await page('');
		const sum = (of: 'inside' | 'outside') => cut!.bands.reduce((n, band) => n + band[of], 0);
		expect([places, sum('inside'), sum('inside') + sum('outside')]).toEqual([10, 10, 60]);
		const missed = all
			.filter(({ calibrated }) => calibrated!.place <= 10)
			.reduce((n, { calibrated }) => n + 1 - calibrated!.chance, 0);
		expect(cut!.wrong).toBeCloseTo(missed, 9);
	});
});

describe('the table to take along', () => {
	const took = () => db.select().from(audit).where(eq(audit.act, 'export'));

	it('is recorded once, before the first byte', async () => {
		const made = await exportAnalysis(db, by, {
			...{ editionId: round.editionId, roundId: round.roundId, locale: 'zh' }
		});
		expect(made.ok).toBe(true);
		expect((await took()).map(({ noun, thing }) => [noun, thing])).toEqual([
			['rounds', round.roundId]
		]);
	});

	it('is refused, and recorded as nothing, to whom the page is refused', async () => {
		const made = await exportAnalysis(db, asRole('juror'), {
			...{ editionId: round.editionId, roundId: round.roundId, locale: 'en' }
		});
		expect(made.ok).toBe(false);
		expect(await took()).toEqual([]);
	});
});
