import { eq } from 'drizzle-orm';
import { assign, served, Stream } from '$lib/domain/judging/assign';
import type { AssignReport, Pairing } from '$lib/domain/judging/assign';
import type { By } from '$lib/domain/people/who';
import type { Tx } from '../db/open';
import { draws } from '../db/schema';
import { deal, keepAsked, lastPlaces } from './assignment-deal';
import { endCompanions, endTask } from './assignment-end';
import { askFor, fieldOf, isDone, isLive, namesOf, scoresEach, scoring } from './assignment-field';
import type { Field, TaskRow } from './assignment-field';

/** What a repair did, or would do. */
export interface Repaired {
	/** Tasks given to somebody who did not have them, and open ones taken from somebody else. */
	made: Pairing[];
	dropped: Pairing[];
	report: AssignReport;
	/** Number of the draw it is kept as; null where nothing had to move. */
	draw: number | null;
}

/** Each repair takes numbers of its own from the seed, by its place among the draws: nobody can choose. */
const turnOf = async (tx: Tx, { id, seed }: Field['round']) =>
	`${seed}/repair/${(await tx.$count(draws, eq(draws.roundId, id))) + 1}`;

/**
 * Gives every entry as many scores as it was to have before: what is finished stays, what is open stays
 * where balance does not ask otherwise, what is missing goes to the least loaded who may have it. Where
 * too few are left it makes what can be made and says what is missing, so that the round can close.
 * @param before scores each entry was to have, by `scoresEach`, before anything ended
 */
export async function refill(
	tx: Tx,
	by: By,
	roundId: string,
	before: Map<string, number>
): Promise<Repaired | null> {
	const field = await fieldOf(tx, roundId);
	if (!field || field.round.state === 'draft' || !field.round.seed) return null;
	if (field.round.state === 'closed' || field.round.state === 'released') return null;
	const names = namesOf(field);
	const pairs = (list: readonly TaskRow[]) =>
		list.flatMap(({ entryId, jurorId }) => names.pairing(entryId, jurorId) ?? []);
	const live = scoring(field.tasks).filter(isLive);
	const turn = await turnOf(tx, field.round);
	const ask = askFor(field, {
		seed: turn,
		targets: before,
		fixed: pairs(live.filter(isDone)),
		kept: pairs(live.filter((task) => !isDone(task))),
		lenient: true
	});
	const result = assign(ask);
	if (!result.ok) return null;
	const { made, dropped, report } = result.value;
	if (!made.length && !dropped.length) return { made, dropped, report, draw: null };
	for (const pairing of dropped) {
		const { entryId, jurorId } = names.ids(pairing);
		const task = live.find((one) => one.entryId === entryId && one.jurorId === jurorId)!;
		await endTask(tx, by, task, { why: 'balance' });
		await endCompanions(tx, by, task, 'balance');
	}
	await serve(tx, by, field, made, { seed: turn, origin: 'repair' });
	const { draw } = await keepAsked(tx, by, field, 'repair', ask, result.value);
	return { made, dropped, report, draw };
}

/** Puts tasks at the end of each juror’s order; who has none yet gets the sample of the round first. */
export async function serve(
	tx: Tx,
	by: By,
	field: Field,
	made: readonly Pairing[],
	{ seed, origin, wave = 1 }: { seed: string; origin: TaskRow['origin']; wave?: number }
): Promise<void> {
	const places = await lastPlaces(tx, field.round.id);
	const names = namesOf(field);
	const idOf = new Map(field.seats.map(({ label, jurorId }) => [label, jurorId]));
	const sample = new Set(
		field.tasks.filter(({ kind }) => kind === 'sample').map(({ entryId }) => entryId)
	);
	const fresh = new Set(
		made.map(({ juror }) => juror).filter((one) => !places.get(idOf.get(one)!))
	);
	const first = [...fresh].flatMap((juror) =>
		[...sample].flatMap((entryId) => {
			const jurorId = idOf.get(juror)!;
			const pairing = names.pairing(entryId, jurorId);
			return pairing && !field.wall.has(`${entryId} ${jurorId}`) ? [pairing] : [];
		})
	);
	const shown = new Stream(seed, 'sample').shuffled(first).map((pairing) => ({
		...pairing,
		kind: 'sample' as const
	}));
	const counts = new Map<string, number>();
	const samples = shown.map((one) => {
		const position = (counts.get(one.juror) ?? 0) + 1;
		counts.set(one.juror, position);
		return { ...one, position };
	});
	const from = (juror: string) => (places.get(idOf.get(juror)!) ?? 0) + (counts.get(juror) ?? 0);
	const rest = made.filter(({ juror }) => !fresh.has(juror));
	const whole = made.filter(({ juror }) => fresh.has(juror));
	await deal(
		tx,
		by,
		field,
		[
			...samples,
			...served(whole, { seed, repeats: field.round.plan.repeats, from }),
			...served(rest, { seed, repeats: 0, from })
		],
		{ origin, wave }
	);
}

/** Scores each entry of a round is to have, before something is taken away. */
export const targetsOf = (field: Field): Map<string, number> => scoresEach(field.tasks);

/** A repair in a record of the audit: how many, and which when there are not too many to read. */
export const told = (repaired: Repaired | null) =>
	repaired
		? {
				made: repaired.made.length,
				dropped: repaired.dropped.length,
				missing: repaired.report.short.length,
				draw: repaired.draw
			}
		: {};
