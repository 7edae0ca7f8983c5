import { and, eq, inArray } from 'drizzle-orm';
import type { AnalysisTask, AnalysisTold } from '$lib/domain/judging/statistics';
import { UNIT } from '$lib/domain/judging/round';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { perDatabase } from '../cache';
import type { Db, Reader } from '../db/open';
import { jurors, tasks } from '../db/schema';
import { type AnalysisRow, rowsOf } from './analysis-rows';
import { whyNoScores } from './apart';
import { groupOf, markOf, resultsOf, type RoundResult, type RoundRow } from './results';
import { reckoners } from './reckoners';
import { roundById } from './rounds';

/** The statistics of a round with everything a page or a table of it says. */
export interface RoundAnalysis {
	round: RoundRow;
	told: AnalysisTold;
	/** Every entry of the field, in the order of its places. */
	rows: AnalysisRow[];
	/** Labels of jurors and codes of entries by their number in `told`. */
	labels: string[];
	codes: string[];
	/** Groups of the selection with their places, where there is more than one, largest first. */
	groups: { group: string; entries: number; places: number }[];
	scores: number;
	/** True where a method gives no points that could be calibrated. */
	pointless: boolean;
}

const memory = perDatabase(() => new Map<string, { mark: string; made: Promise<RoundAnalysis> }>());
const KEPT = 6;

/**
 * The statistics of a round for the office: who is strict, who disagrees, how sure the order is. Refused
 * to whoever has an entry in the edition until the round is released, and to its jurors while it runs.
 */
export async function analysisOf(
	db: Db,
	who: Who | null,
	editionId: string,
	roundId: string
): Promise<Ruled<RoundAnalysis>> {
	const round = who && mayOrganize(who) ? await roundById(db, editionId, roundId) : null;
	if (!who || !round) return refuse({ field: 'round', reason: 'gone' });
	const closed = await whyNoScores(db, who, round);
	if (closed) return refuse({ field: 'round', reason: closed });
	const mark = await markOf(db, round);
	const kept = memory(db).get(roundId);
	if (kept?.mark === mark) return accept(await kept.made);
	const made = analyse(db, round);
	memory(db).delete(roundId);
	memory(db).set(roundId, { mark, made });
	if (memory(db).size > KEPT) memory(db).delete(memory(db).keys().next().value!);
	made.catch(() => memory(db).get(roundId)?.made === made && memory(db).delete(roundId));
	return accept(await made);
}

async function analyse(db: Db, round: RoundRow): Promise<RoundAnalysis> {
	const result = (await resultsOf(db, round.id))!;
	const pointless = round.plan.method === 'ranking' || round.plan.method === 'yes-no';
	const { task, labels, codes } = await taskFor(db, result);
	const told = await reckoners.statistics.do<AnalysisTold>(
		'analyse',
		pointless ? { ...task, observations: [] } : task
	);
	const groups = result.result.groups
		.map(({ group, places, selected }) => ({
			group,
			entries: result.result.entries.filter((one) => one.group === group).length,
			places: places ?? selected
		}))
		.sort((a, b) => b.entries - a.entries || (a.group < b.group ? -1 : 1));
	return {
		...{ round, told, labels, codes, groups, pointless },
		rows: await rowsOf(db, result, told, codes),
		scores: task.observations.length
	};
}

/** The scores of a round as statistics ask for them; entries and jurors numbered by code and label. */
async function taskFor(
	db: Reader,
	{ round, field, result, ids }: RoundResult
): Promise<{ task: AnalysisTask; labels: string[]; codes: string[] }> {
	const given = await db
		.select({
			entryId: tasks.entryId,
			label: jurors.label,
			kind: tasks.kind,
			total: tasks.total,
			position: tasks.position,
			at: tasks.scoredAt
		})
		.from(tasks)
		.innerJoin(jurors, eq(jurors.id, tasks.jurorId))
		.where(
			and(
				eq(tasks.roundId, round.id),
				inArray(tasks.kind, ['score', 'objection', 'repeat']),
				inArray(tasks.state, ['scored', 'locked'])
			)
		);
	const codes = [...ids.keys()].sort();
	const numbers = new Map(codes.map((code, entry) => [ids.get(code)!, entry]));
	const labels = [...new Set(given.map(({ label }) => label))].sort();
	const seat = new Map(labels.map((label, juror) => [label, juror]));
	const all = given.flatMap(({ entryId, label, kind, total, position, at }) => {
		const entry = numbers.get(entryId);
		return total === null || entry === undefined
			? []
			: [{ kind, entry, juror: seat.get(label)!, x: total / UNIT, position, at: at ?? 0 }];
	});
	const plain = (repeat: boolean) =>
		all
			.filter(({ kind }) => (kind === 'repeat') === repeat)
			.map(({ entry, juror, x, position, at }) => ({ entry, juror, x, position, at }));
	const groups = new Map(field.map((one) => [one.code, groupOf(round.plan, one)]));
	return {
		labels,
		codes,
		task: {
			observations: plain(false),
			repeats: plain(true),
			groups: codes.map((code) => groups.get(code)!),
			cuts: Object.fromEntries(
				result.groups.map(({ group, places, selected }) => [group, places ?? selected])
			),
			seed: round.seed ?? round.id
		}
	};
}
