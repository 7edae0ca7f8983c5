import { inArray } from 'drizzle-orm';
import { figuresOf } from '$lib/domain/judging/result/figures';
import { compare, type Ratio, units } from '$lib/domain/judging/result/ratio';
import type { RoundPlan } from '$lib/domain/judging/round';
import type { AnalysisTold } from '$lib/domain/judging/statistics';
import type { Reader } from '../db/open';
import { entries } from '../db/schema';
import { scoresOf, type RoundResult } from './results';

/** A figure in ten-thousandths of a point and its place in the group. */
interface Figure {
	units: number;
	place: number;
}

/** One entry as plain mean, trimmed mean and calibration see it, side by side. */
export interface AnalysisRow {
	id: string;
	code: string;
	number: string;
	title: string;
	group: string;
	scores: number;
	mean: Figure | null;
	trimmed: Figure | null;
	/** Whether anything was left out of the trimmed mean. */
	untrimmed: boolean;
	calibrated: (Figure & { sd: number; low: number; high: number; chance: number }) | null;
	/** By the rule of the round: place in the group, and whether it goes on. */
	place: number;
	selected: boolean | null;
}

/** The field of a round, by place of the rule; `codes` are the entries as statistics number them. */
export async function rowsOf(
	db: Reader,
	{ round, ids, of }: RoundResult,
	told: AnalysisTold,
	codes: readonly string[]
): Promise<AnalysisRow[]> {
	const { scores } = await scoresOf(db, round);
	const figured = (aggregate: 'mean' | 'trimmed') =>
		placed(
			figuresOf({
				...scores,
				plan: { ...round.plan, aggregate, trimming: trimmingOf(round.plan) }
			}).figured
		);
	const [means, trimmed] = [figured('mean'), figured('trimmed')];
	const calibrated = new Map(
		told.calibrated?.entries.map((entry) => [codes[entry.entry]!, entry]) ?? []
	);
	const titles = await titlesOf(db, [...ids.values()]);
	return [...ids]
		.map(([code, id]): AnalysisRow => {
			const result = of.get(id)!;
			const known = calibrated.get(code);
			return {
				...{ id, code, group: result.group, scores: result.scores.length },
				...(titles.get(id) ?? { number: '', title: '' }),
				mean: means.get(code)?.figure ?? null,
				trimmed: trimmed.get(code)?.figure ?? null,
				untrimmed: trimmed.get(code)?.untrimmed ?? false,
				calibrated: known
					? {
							...{ units: Math.round(known.mean * 10_000), place: known.rank },
							...{ sd: known.sd, low: known.low, high: known.high, chance: known.chance }
						}
					: null,
				place: result.groupPlace,
				selected: result.selected
			};
		})
		.sort((a, b) => a.place - b.place || (a.code < b.code ? -1 : 1));
}

/** Places within groups; equal figures share one. */
function placed(
	figured: readonly { code: string; group: string; figure: Ratio | null; untrimmed: boolean }[]
): Map<string, { figure: Figure | null; untrimmed: boolean }> {
	const found = new Map<string, { figure: Figure | null; untrimmed: boolean }>();
	const seen = new Map<string, { count: number; place: number; figure: Ratio }>();
	const order = figured
		.filter(({ figure }) => figure !== null)
		.sort((a, b) => compare(b.figure!, a.figure!));
	for (const { code, group, figure, untrimmed } of order) {
		const before = seen.get(group);
		const count = (before?.count ?? 0) + 1;
		const place = before && compare(before.figure, figure!) === 0 ? before.place : count;
		seen.set(group, { count, place, figure: figure! });
		found.set(code, { figure: { units: units(figure!), place }, untrimmed });
	}
	return found;
}

const CHUNK = 500;

async function titlesOf(
	db: Reader,
	ids: readonly string[]
): Promise<Map<string, { number: string; title: string }>> {
	const found = new Map<string, { number: string; title: string }>();
	for (let from = 0; from < ids.length; from += CHUNK) {
		const rows = await db
			.select({ id: entries.id, number: entries.number, title: entries.title })
			.from(entries)
			.where(inArray(entries.id, ids.slice(from, from + CHUNK)));
		for (const { id, number, title } of rows) found.set(id, { number: number ?? '', title });
	}
	return found;
}

/** What a trimmed mean leaves out where the rule itself trims nothing: one above, one below. */
const trimmingOf = ({ trimming }: RoundPlan): RoundPlan['trimming'] =>
	trimming.high + trimming.low > 0 ? trimming : { high: 1, low: 1, from: 5 };
