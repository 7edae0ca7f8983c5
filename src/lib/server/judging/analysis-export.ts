import { pointsText } from '$lib/domain/judging/result';
import type { Cell } from '$lib/domain/export/cell';
import type { Locale } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { accept } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { workbook } from '../downloads/xlsx';
import { analysisOf, type RoundAnalysis } from './analysis';
import { workOf } from './analysis-page';
import { groupsOf } from './rounds-groups';

/** Words of a table in the language of who asks; the same as on the page. */
async function wordsFor(locale: Locale) {
	const en = locale === 'en';
	const [{ analysis }, { analysisRound }] = await Promise.all([
		en ? import('$lib/words/en/analysis') : import('$lib/words/zh/analysis'),
		en ? import('$lib/words/en/analysis-round') : import('$lib/words/zh/analysis-round')
	]);
	return { t: analysis, w: analysisRound };
}

/**
 * The statistics of a round as a workbook: entries, jurors, pairs, far scores. Recorded before the first
 * byte leaves; refused to whom the page is refused.
 */
export async function exportAnalysis(
	db: Db,
	by: By,
	{ editionId, roundId, locale }: { editionId: string; roundId: string; locale: Locale }
): Promise<Ruled<{ ordinal: number; pieces: AsyncGenerator<Uint8Array> }>> {
	const found = await analysisOf(db, by.who, editionId, roundId);
	if (!found.ok) return found;
	const { round, rows } = found.value;
	await write(db, (tx) =>
		record(tx, by, {
			act: 'export',
			noun: 'rounds',
			id: roundId,
			title: round.plan.title.zh,
			after: { entries: rows.length, scores: found.value.scores }
		})
	);
	const words = await wordsFor(locale);
	const groups = await groupsOf(db, round, locale);
	return accept({
		ordinal: round.ordinal,
		pieces: workbook([
			{ name: words.w.sheet.side, ...side(found.value, words, groups) },
			{ name: words.w.sheet.jurors, ...jury(found.value, words) },
			{ name: words.w.sheet.pairs, ...pairs(found.value, words) },
			{ name: words.w.sheet.outliers, ...outliers(found.value, words) }
		])
	});
}

type Words = Awaited<ReturnType<typeof wordsFor>>;
interface Table {
	widths: number[];
	rows: Cell[][];
}

const points = (figure: { units: number } | null): Cell =>
	figure ? Number(pointsText(figure.units)) : null;
const short = (value: number): number => Math.round(value * 10_000) / 10_000;

function side(
	{ rows }: RoundAnalysis,
	{ t, w }: Words,
	groups: { id: string; title: string }[]
): Table {
	const named = new Map(groups.map(({ id, title }) => [id, title]));
	const ranked = (head: string): string[] => [head, `${head} · ${t.rank}`];
	return {
		widths: [16, 36, 14, 10, 10, 12, 10, 12, 10, 12, 10, 10, 10, 14],
		rows: [
			[
				...['№', w.side.entry, w.group, w.side.rule, w.side.scores],
				...ranked(w.side.mean),
				...ranked(w.side.trimmed),
				...ranked(w.side.calibrated),
				...[t.low, t.high, t.chance]
			],
			...rows.map((row): Cell[] => [
				...[row.number, row.title, named.get(row.group) ?? '', row.place, row.scores],
				...[points(row.mean), row.mean?.place ?? null],
				...[points(row.trimmed), row.trimmed?.place ?? null],
				...[points(row.calibrated), row.calibrated?.place ?? null],
				...[row.calibrated?.low ?? null, row.calibrated?.high ?? null],
				row.calibrated ? short(100 * row.calibrated.chance) : null
			])
		]
	};
}

const jury = ({ told, labels }: RoundAnalysis, { t, w }: Words): Table => ({
	widths: [14, 16, 12, 16, 20, 20, 10],
	rows: [
		[t.juror, t.severity, t.se, t.scale, w.jury.restless, w.jury.perTen, t.scoresHad],
		...(told.calibrated?.jurors ?? []).map((one): Cell[] => [
			...[labels[one.juror]!, one.severity, one.se, one.scale, short(one.restless)],
			...[one.perTen ? short(one.perTen.points) : null, one.n]
		])
	]
});

const pairs = ({ told, labels }: RoundAnalysis, { t, w }: Words): Table => ({
	widths: [14, 14, 10, 14, 12, 16, 10],
	rows: [
		[
			...[`${t.juror} 1`, `${t.juror} 2`, w.pairs.shared, w.pairs.difference],
			...[w.pairs.correlation, w.pairs.excess, w.pairs.apart]
		],
		...(told.calibrated?.pairs ?? []).map((pair): Cell[] => [
			...[labels[pair.a]!, labels[pair.b]!, pair.shared, short(pair.difference)],
			...[pair.correlation === null ? null : short(pair.correlation), short(pair.excess)],
			pair.apart ? '●' : null
		])
	]
});

const outliers = (analysis: RoundAnalysis, { t, w }: Words): Table => ({
	widths: [16, 36, 14, 10, 10, 16],
	rows: [
		[...['№', t.entry, t.juror, w.outliers.given], ...[w.outliers.expected, w.outliers.distance]],
		...(analysis.told.calibrated?.outliers ?? []).map(({ entry, juror, x, expected, t: far }) => {
			const { number, title } = workOf(analysis, entry);
			return [number, title, analysis.labels[juror]!, x, short(expected), short(far)];
		})
	]
});
