import { spanOf } from '$lib/domain/chart-axis';
import type { RoundAnalysis } from './analysis';
import type { AnalysisRow } from './analysis-rows';

const analysisSorts = ['rule', 'mean', 'trimmed', 'calibrated', 'doubt', 'change'] as const;
type AnalysisSort = (typeof analysisSorts)[number];
const ANALYSIS_PAGE = 50;
/** Entries on each side of the cut whose intervals are drawn, pairs and outliers that are listed. */
const NEAR = 20;
const LISTED = 20;

interface AnalysisAsked {
	sort: AnalysisSort;
	page: number;
	group: string;
}

/** What a page asks for; anything unknown is the usual. */
export function readAnalysisAsked(
	search: URLSearchParams,
	groups: readonly string[]
): AnalysisAsked {
	return {
		sort: analysisSorts.find((sort) => sort === search.get('sort')) ?? 'rule',
		page: Math.max(1, Math.floor(Number(search.get('page'))) || 1),
		group: groups.find((group) => group === search.get('group')) ?? groups[0] ?? ''
	};
}

/** The part of an analysis that one page shows, with the axes it is drawn on. */
export function analysisPage(analysis: RoundAnalysis, asked: AnalysisAsked) {
	const { told, labels, groups, scores, pointless, round } = analysis;
	const rows = analysis.rows.filter(({ group }) => group === asked.group);
	const sorted = rows.toSorted(orders[asked.sort]);
	const places = groups.find(({ group }) => group === asked.group)?.places ?? 0;
	const found = told.calibrated;
	const known = rows
		.flatMap((row) => (row.calibrated ? [{ ...row, calibrated: row.calibrated }] : []))
		.sort((a, b) => a.calibrated.place - b.calibrated.place);
	const near = known.slice(Math.max(0, places - NEAR), places + NEAR);
	return {
		state: round.state,
		...{ scores, pointless, groups, places, asked, entries: analysis.rows.length },
		total: rows.length,
		rows: sorted.slice((asked.page - 1) * ANALYSIS_PAGE, asked.page * ANALYSIS_PAGE),
		why: told.why && whyOf(told.why, labels),
		jurors: labels.length,
		near: near.map(({ number, title, id, calibrated }) => ({ number, title, id, ...calibrated })),
		nearSpan: spanOf(near.flatMap(({ calibrated: { low, high } }) => [low, high])),
		cut:
			found &&
			cutOf(
				known.map(({ calibrated }) => calibrated),
				places
			),
		jury: found && {
			rows: found.jurors
				.map((juror) => ({ ...juror, label: labels[juror.juror]! }))
				.sort((a, b) => a.severity - b.severity),
			// A point each way at least: jurors who hardly differ must look as if they hardly did.
			span: spanOf([
				...[-1, 1],
				...found.jurors.flatMap(({ severity, se }) => [severity - 2 * se, severity + 2 * se])
			])
		},
		pairs: found && {
			labels,
			cells: found.pairs,
			far: found.pairs
				.toSorted((a, b) => Number(b.apart) - Number(a.apart) || b.excess - a.excess)
				.slice(0, LISTED),
			apart: found.pairs.filter(({ apart }) => apart).length
		},
		order: found && { perTen: found.perTen, firstFive: found.firstFive },
		outliers: found && {
			rows: found.outliers.slice(0, LISTED).map(({ entry, juror, x, expected, t }) => ({
				...{ x, expected, t, label: labels[juror]! },
				...workOf(analysis, entry)
			})),
			total: found.outliers.length
		},
		consistency: {
			count: told.consistency.repeats.length,
			own: told.consistency.own,
			drift: told.consistency.drift
		}
	};
}
export type AnalysisPageData = ReturnType<typeof analysisPage>;

/** Number and title of the entry that statistics know by a number. */
export function workOf({ rows, codes }: RoundAnalysis, entry: number) {
	const { id, number, title } = rows.find(({ code }) => code === codes[entry])!;
	return { id, number, title };
}

/** A reason with labels of jurors instead of numbers. */
const whyOf = (why: NonNullable<RoundAnalysis['told']['why']>, labels: readonly string[]) =>
	why.reason === 'not-connected'
		? {
				reason: why.reason,
				parts: why.components.map(({ jurors, entries }) => ({
					jurors: jurors.map((juror) => labels[juror]!),
					entries: entries.length
				}))
			}
		: why;

/** Chances by rank, thinned to what a line can show, and how many entries lie where. */
function cutOf(known: readonly NonNullable<AnalysisRow['calibrated']>[], places: number) {
	const bands = [
		[0.95, 1.01],
		[0.5, 0.95],
		[0.05, 0.5],
		[-1, 0.05]
	].map(([from, to]) => {
		const own = known.filter(({ chance }) => chance >= from! && chance < to!);
		const inside = own.filter(({ place }) => place <= places).length;
		return { inside, outside: own.length - inside };
	});
	const last = known.findLastIndex(({ chance }) => chance > 0.005);
	const shown = known.slice(0, Math.max(last + 1, Math.min(known.length, 2 * places)));
	const step = Math.max(1, Math.floor(shown.length / 240));
	return {
		wrong: known.slice(0, places).reduce((sum, { chance }) => sum + 1 - chance, 0),
		unsure: known.filter(({ chance }) => chance >= 0.05 && chance <= 0.95).length,
		bands,
		line: shown
			.filter((_, k) => k % step === 0 || k === shown.length - 1)
			.map(({ place, chance }) => ({ rank: place, chance })),
		span: spanOf([1, Math.max(2, shown.length)])
	};
}

type Order = (a: AnalysisRow, b: AnalysisRow) => number;
const byRule: Order = (a, b) => a.place - b.place || (a.code < b.code ? -1 : 1);
const byFigure =
	(of: (row: AnalysisRow) => { units: number } | null): Order =>
	(a, b) =>
		(of(b)?.units ?? -1) - (of(a)?.units ?? -1) || byRule(a, b);
const doubt = ({ calibrated }: AnalysisRow) =>
	calibrated ? calibrated.chance * (1 - calibrated.chance) : -1;
const change = ({ calibrated, mean }: AnalysisRow) =>
	calibrated && mean ? Math.abs(calibrated.place - mean.place) : -1;

const orders: Record<AnalysisSort, Order> = {
	rule: byRule,
	mean: byFigure(({ mean }) => mean),
	trimmed: byFigure(({ trimmed }) => trimmed),
	calibrated: byFigure(({ calibrated }) => calibrated),
	doubt: (a, b) => doubt(b) - doubt(a) || byRule(a, b),
	change: (a, b) => change(b) - change(a) || byRule(a, b)
};
