import { and, asc, eq } from 'drizzle-orm';
import type { Ask, AskedJuror, Pairing } from '$lib/domain/judging/assign';
import type { ConflictKind } from '$lib/domain/judging/state';
import type { Reader } from '../db/open';
import { entries, jurors, panel, roundEntries, rounds, tasks } from '../db/schema';
import { wallOf } from './conflicts-find';

export type RoundRow = typeof rounds.$inferSelect;
export type TaskRow = typeof tasks.$inferSelect;

/** An entry of a round’s field. */
interface FieldEntry {
	id: string;
	code: string;
	categoryId: string;
	channel: 'person' | 'unit';
	town: string | null;
	number: string | null;
	title: string;
}

/** A juror’s place in the panel of a round. */
export interface PanelSeat {
	jurorId: string;
	label: string;
	personId: string | null;
	categories: string[] | null;
	capacity: number | null;
	/** When they left the round, or the edition. */
	leftAt: number | null;
}

/** Everything a draw or repair of a round is made of. */
export interface Field {
	round: RoundRow;
	entries: FieldEntry[];
	seats: PanelSeat[];
	/** Every task there ever was. */
	tasks: TaskRow[];
	/** `entry juror` pairs kept apart, with the reason. */
	wall: Map<string, ConflictKind>;
}

/** Key of an entry and a juror. */
export const pairKey = (entryId: string, jurorId: string): string => `${entryId} ${jurorId}`;

/** Tasks that are somebody’s. */
export const isLive = ({ state }: Pick<TaskRow, 'state'>): boolean =>
	state === 'open' || state === 'scored' || state === 'locked';
/** Tasks that carry a score: they stay where they are. */
export const isDone = ({ state }: Pick<TaskRow, 'state'>): boolean =>
	state === 'scored' || state === 'locked';

/** A round with its field, panel, tasks and wall; null for no such round. */
export async function fieldOf(db: Reader, roundId: string): Promise<Field | null> {
	const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId));
	if (!round) return null;
	const listed = await db
		.select({
			...{ id: roundEntries.entryId, code: roundEntries.code },
			...{ categoryId: roundEntries.categoryId, number: entries.number, title: entries.title },
			...{ channel: roundEntries.channel, town: roundEntries.town }
		})
		.from(roundEntries)
		.innerJoin(entries, eq(entries.id, roundEntries.entryId))
		.where(eq(roundEntries.roundId, roundId))
		.orderBy(asc(roundEntries.code));
	const seats = await db
		.select({
			...{ jurorId: jurors.id, label: jurors.label, personId: jurors.personId },
			...{ categories: jurors.categories, capacity: panel.capacity },
			...{ leftRound: panel.leftAt, leftAll: jurors.leftAt }
		})
		.from(panel)
		.innerJoin(jurors, eq(jurors.id, panel.jurorId))
		.where(eq(panel.roundId, roundId))
		.orderBy(asc(jurors.label));
	return {
		round,
		entries: listed,
		seats: seats.map(({ leftRound, leftAll, ...seat }) => ({
			...seat,
			leftAt: leftRound ?? leftAll
		})),
		tasks: await db
			.select()
			.from(tasks)
			.where(and(eq(tasks.roundId, roundId)))
			.orderBy(asc(tasks.position), asc(tasks.id)),
		wall: await wallOf(db, round)
	};
}

/** Kinds of tasks whose scores count: a sample or a repeat says something about jurors alone. */
export const countingKinds = ['score', 'objection'] as const;
export const counts = ({ kind }: Pick<TaskRow, 'kind'>): boolean =>
	countingKinds.some((one) => one === kind);

/** Tasks whose scores count. */
export const scoring = (all: readonly TaskRow[]): TaskRow[] => all.filter(counts);

/** Scores each entry has or is still to get. */
export function scoresEach(all: readonly TaskRow[]): Map<string, number> {
	const each = new Map<string, number>();
	for (const { entryId, ...task } of scoring(all))
		if (isLive(task)) each.set(entryId, (each.get(entryId) ?? 0) + 1);
	return each;
}

/** Names of entries and jurors in a draw, and back: what anybody may rerun speaks in codes and labels. */
export function namesOf({ entries: all, seats }: Field) {
	const code = new Map(all.map((one) => [one.id, one.code]));
	const label = new Map(seats.map((seat) => [seat.jurorId, seat.label]));
	const entry = new Map(all.map((one) => [one.code, one.id]));
	const juror = new Map(seats.map((seat) => [seat.label, seat.jurorId]));
	return {
		/** As a draw names a pair; null where one of them is not of the round. */
		pairing: (entryId: string, jurorId: string): Pairing | null => {
			const [e, j] = [code.get(entryId), label.get(jurorId)];
			return e === undefined || j === undefined ? null : { entry: e, juror: j };
		},
		ids: ({ entry: e, juror: j }: Pairing) => ({
			entryId: entry.get(e)!,
			jurorId: juror.get(j)!
		})
	};
}

/** What a draw of this field asks, where nothing is there yet or `fixed` and `kept` are. */
export function askFor(
	field: Field,
	more: Pick<Ask, 'fixed' | 'kept' | 'islands' | 'lenient'> & {
		seed: string;
		/** Scores of each entry, where not all get the plan’s number. */
		targets?: Map<string, number>;
	}
): Ask {
	const { plan } = field.round;
	const { targets, ...rest } = more;
	const names = namesOf(field);
	const apart = [
		...field.wall.keys(),
		// Whoever recused, or whose score was set aside, does not get it again.
		...field.tasks
			.filter(({ state }) => state === 'recused' || state === 'aside')
			.map(({ entryId, jurorId }) => pairKey(entryId, jurorId))
	];
	const forbidden = [...new Set(apart)].flatMap((key) => {
		const [entryId, jurorId] = key.split(' ') as [string, string];
		return names.pairing(entryId, jurorId) ?? [];
	});
	return {
		entries: field.entries.map(({ id, code, categoryId }) => ({
			id: code,
			category: categoryId,
			...(targets ? { per: targets.get(id) ?? 0 } : {})
		})),
		jurors: field.seats.map(({ label, categories, capacity, leftAt }): AskedJuror => ({
			id: label,
			categories: plan.expertise ? categories : null,
			capacity: leftAt === null ? capacity : 0
		})),
		per: plan.perEntry,
		forbidden,
		...rest
	};
}
