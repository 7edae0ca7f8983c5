import { canonical } from '$lib/domain/audit/canonical';
import { waveOf } from '$lib/domain/judging/assign/wave';
import type { WaveAsk } from '$lib/domain/judging/assign/wave';
import { UNIT } from '$lib/domain/judging/round';
import { calibrate } from '$lib/domain/judging/statistics';
import type { CalibratedEntry, Uncertain } from '$lib/domain/judging/statistics';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db } from '../db/open';
import { rehearse, write } from '../db/write';
import { assignable } from './assignment';
import { keepDraw } from './assignment-deal';
import { fieldOf, isDone, isLive, namesOf, pairKey, scoring } from './assignment-field';
import type { Field } from './assignment-field';
import { no } from './assignment-reason';
import { serve } from './assignment-repair';
import { standsApart } from './apart';
import { findConflicts } from './conflicts-find';
import { holdWall } from './conflicts-hold';
import { groupOf } from './results';

/** A further wave, as it is or would be. */
export interface Wave {
	/** 2 for the first further one. */
	wave: number;
	/** Scores asked for, and those that somebody may give. */
	asked: number;
	given: number;
	/** Entries that get any; entries whose place is uncertain (5 to 95 in a hundred). */
	entries: number;
	uncertain: number;
	/** Tasks of earlier waves that are still open. */
	open: number;
	loads: { juror: string; before: number; after: number }[];
	least: number;
	most: number;
	/** Entries by how many further scores they get, from one. */
	byCount: { further: number; entries: number }[];
}

/** Most further scores in one wave, for each entry of the field. */
const MOST_EACH = 3;

/**
 * Asks for further scores where it is uncertain who goes on, by expected information, behind the same
 * wall, loads within one. A dry run says what would come of it. Whoever has an entry in the edition does
 * not ask: the answer tells who is near the cut.
 */
export const nextWave = (
	db: Db,
	by: By,
	roundId: string,
	{ budget, dryRun = false }: { budget: number; dryRun?: boolean }
): Promise<Ruled<Wave>> =>
	(dryRun ? rehearse : write)(db, async (tx): Promise<Ruled<Wave>> => {
		const found = await assignable(tx, by, roundId);
		if (!found.ok) return found;
		const { round } = found.value;
		// Neither asks who has an entry nor who judges here: the answer tells who is near the cut.
		const judges = found.value.seats.some(({ personId }) => personId === by.who?.id);
		if (judges || (await standsApart(tx, by.who, round.editionId))) return no('stands-apart');
		if (!round.plan.adaptive.on) return no('not-adaptive');
		if (round.state !== 'open') return no('not-open-yet');
		const most = found.value.entries.length * MOST_EACH;
		if (!Number.isInteger(budget) || budget < 1 || budget > most)
			return refuse({ field: 'budget', reason: 'number', detail: { limit: most } });
		if (await findConflicts(tx, round.editionId, by.now)) await holdWall(tx, by, round.editionId);
		const field = (await fieldOf(tx, roundId))!;
		const known = uncertainOf(field);
		if (!known.ok) return known;
		const { entries, noise } = known.value;
		const seats = field.seats.filter(({ leftAt }) => leftAt === null);
		const live = scoring(field.tasks).filter(isLive);
		const loadOf = (jurorId: string) => live.filter((task) => task.jurorId === jurorId).length;
		const jurors = seats.map(({ jurorId }, juror) => ({ juror, load: loadOf(jurorId) }));
		const wave = Math.max(1, ...field.tasks.map((task) => task.wave)) + 1;
		const seed = `${round.seed}/wave/${wave}`;
		const names = namesOf(field);
		const ask: WaveAsk = {
			...{ seed, budget, most: round.plan.adaptive.most, noise },
			entries: entries.map(({ entry, ...one }) => {
				const { code, categoryId } = field.entries[entry]!;
				return { code, category: categoryId, ...one };
			}),
			jurors: seats.map(({ label, categories, capacity }, at) => ({
				...{ label, capacity, load: jurors[at]!.load },
				categories: round.plan.expertise ? categories : null
			})),
			closed: [...closedPairs(field)].sort().flatMap((key) => {
				const [entryId, jurorId] = key.split(' ') as [string, string];
				const pairing = names.pairing(entryId, jurorId);
				return pairing ? [[pairing.entry, pairing.juror] as const] : [];
			})
		};
		const next = waveOf(ask);
		if (!next.length) return no('nobody-to-ask');
		const made = next.map(({ entry, juror }) =>
			names.pairing(field.entries[entry]!.id, seats[juror]!.jurorId)!
		);
		const told = reportOf(field, { wave, asked: budget, next, entries, jurors, seats });
		await serve(tx, by, field, made, { seed, origin: 'adaptive', wave });
		const mark = await keepDraw(tx, by, field, 'adaptive', {
			...{ ask: canonical(ask), result: made, report: told }
		});
		await record(tx, by, {
			act: 'ask-more',
			noun: 'tasks',
			id: roundId,
			after: { round: roundId, wave, asked: budget, given: next.length, ...mark }
		});
		return accept(told);
	});

/** Pairs that cannot be asked: together already, or kept apart. */
function closedPairs(field: Field): Set<string> {
	const closed = new Set(field.wall.keys());
	for (const { entryId, jurorId, state } of scoring(field.tasks))
		if (state !== 'moved') closed.add(pairKey(entryId, jurorId));
	return closed;
}

/** How sure it is of each entry that it goes on, from the scores there are; refused where none can say. */
function uncertainOf(field: Field): Ruled<{ entries: Uncertain[]; noise: number }> {
	const { plan, seed } = field.round;
	const { count, quotas } = plan.selection;
	if (count === null) return no('no-cut');
	const places = new Map(field.entries.map(({ id }, at) => [id, at]));
	const seats = new Map(field.seats.map(({ jurorId }, at) => [jurorId, at]));
	const live = scoring(field.tasks).filter(isLive);
	const observations = live.flatMap((task) =>
		isDone(task) && task.total !== null
			? [
					{
						entry: places.get(task.entryId)!,
						juror: seats.get(task.jurorId)!,
						x: task.total / UNIT,
						position: task.position
					}
				]
			: []
	);
	const groups = (entry: number) => groupOf(plan, field.entries[entry]!);
	const names = [...new Set(field.entries.map((_, entry) => groups(entry)))];
	const answer = calibrate(observations, {
		seed: `${seed}/wave`,
		cut: Object.fromEntries(names.map((name) => [name, quotas[name] ?? count])),
		groups
	});
	if (!answer.ok) return no('cannot-calibrate');
	const judged = new Map<number, CalibratedEntry>(answer.entries.map((one) => [one.entry, one]));
	const tasks = new Map<string, number>();
	for (const { entryId } of live) tasks.set(entryId, (tasks.get(entryId) ?? 0) + 1);
	const { quality, noise } = answer.components;
	return accept({
		noise,
		entries: field.entries.map(({ id }, entry) => ({
			entry,
			// Of an entry without a score nothing is known but what entries are like.
			chance: judged.get(entry)?.chance ?? 0.5,
			sd: judged.get(entry)?.sd ?? quality,
			n: tasks.get(id) ?? 0
		}))
	});
}

function reportOf(
	field: Field,
	{
		wave,
		asked,
		next,
		entries,
		jurors,
		seats
	}: {
		wave: number;
		asked: number;
		next: readonly { entry: number; juror: number }[];
		entries: readonly Uncertain[];
		jurors: readonly { juror: number; load: number }[];
		seats: Field['seats'];
	}
): Wave {
	const loads = jurors.map(({ juror, load }) => ({
		juror: seats[juror]!.label,
		before: load,
		after: load + next.filter((one) => one.juror === juror).length
	}));
	const further = new Map<number, number>();
	for (const { entry } of next) further.set(entry, (further.get(entry) ?? 0) + 1);
	const counts = [...further.values()];
	const after = loads.map((one) => one.after);
	return {
		...{ wave, asked, given: next.length, entries: further.size, loads },
		uncertain: entries.filter(({ chance }) => chance > 0.05 && chance < 0.95).length,
		open: scoring(field.tasks).filter((task) => isLive(task) && !isDone(task)).length,
		least: Math.min(...after),
		most: Math.max(...after),
		byCount: [...new Set(counts)]
			.sort((a, b) => a - b)
			.map((n) => ({ further: n, entries: counts.filter((one) => one === n).length }))
	};
}
