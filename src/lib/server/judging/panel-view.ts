import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import {
	conflicts,
	contests,
	editions,
	grants,
	jurors,
	jurorTies,
	panel,
	people,
	rounds,
	tasks
} from '../db/schema';
import { countingKinds } from './assignment-field';

/** An edition as pages on its judging call it; null for none that has a plan. */
export async function judgedEdition(db: Reader, editionId: string) {
	const [row] = await db
		.select({
			id: editions.id,
			title: { zh: editions.titleZh, en: editions.titleEn },
			contest: { zh: contests.titleZh, en: contests.titleEn },
			plan: editions.plan
		})
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(eq(editions.id, editionId));
	if (!row?.plan) return null;
	const { plan, ...edition } = row;
	return {
		...edition,
		categories: plan.categories.map(({ id, title }) => ({ id, title: title as Bilingual }))
	};
}

/** A juror’s place in one round. */
interface SeatLine {
	roundId: string;
	/** Null where they are not in its panel. */
	seat: { capacity: number | null; leftAt: number | null; leftWhy: string | null } | null;
	done: number;
	all: number;
}

/** The jury of an edition as the office sees it; null for whoever does not organize. */
export async function panelView(db: Reader, who: Who | null, editionId: string) {
	const edition = mayOrganize(who) ? await judgedEdition(db, editionId) : null;
	if (!edition) return null;
	const under = await db
		.select({
			id: rounds.id,
			ordinal: rounds.ordinal,
			state: rounds.state,
			plan: rounds.plan
		})
		.from(rounds)
		.where(eq(rounds.editionId, editionId))
		.orderBy(asc(rounds.ordinal));
	const rows = await db
		.select({ juror: jurors, name: people.name })
		.from(jurors)
		.leftJoin(people, eq(people.id, jurors.personId))
		.where(eq(jurors.editionId, editionId))
		.orderBy(asc(jurors.label));
	const ids = rows.map(({ juror }) => juror.id);
	const seats = await db.select().from(panel).where(inArray(panel.jurorId, ids));
	const loads = await db
		.select({
			roundId: tasks.roundId,
			jurorId: tasks.jurorId,
			done: sql<number>`sum(${tasks.state} <> 'open')`,
			all: sql<number>`count(*)`
		})
		.from(tasks)
		.where(
			and(
				inArray(tasks.jurorId, ids),
				inArray(tasks.kind, [...countingKinds]),
				inArray(tasks.state, ['open', 'scored', 'locked'])
			)
		)
		.groupBy(tasks.roundId, tasks.jurorId);
	const stand = await db
		.select({ jurorId: conflicts.jurorId, n: sql<number>`count(DISTINCT ${conflicts.entryId})` })
		.from(conflicts)
		.where(and(eq(conflicts.editionId, editionId), isNull(conflicts.liftedAt)))
		.groupBy(conflicts.jurorId);
	const ties = await db
		.select({ jurorId: jurorTies.jurorId, n: sql<number>`count(*)` })
		.from(jurorTies)
		.where(and(inArray(jurorTies.jurorId, ids), sql`${jurorTies.kind} <> 'phone'`))
		.groupBy(jurorTies.jurorId);
	const of = (list: { jurorId: string; n: number }[], id: string) =>
		Number(list.find(({ jurorId }) => jurorId === id)?.n ?? 0);
	return {
		edition,
		rounds: under.map(({ plan, ...round }) => ({ ...round, title: plan.title })),
		jurors: rows.map(({ juror, name }) => ({
			...{ id: juror.id, label: juror.label, name, categories: juror.categories },
			...{ leftAt: juror.leftAt, leftWhy: juror.leftWhy },
			conflicts: of(stand, juror.id),
			ties: of(ties, juror.id),
			seats: under.map(({ id }): SeatLine => {
				const seat = seats.find((one) => one.roundId === id && one.jurorId === juror.id);
				const load = loads.find((one) => one.roundId === id && one.jurorId === juror.id);
				return {
					roundId: id,
					seat: seat
						? { capacity: seat.capacity, leftAt: seat.leftAt, leftWhy: seat.leftWhy }
						: null,
					done: Number(load?.done ?? 0),
					all: Number(load?.all ?? 0)
				};
			}),
			sealed: seats.some(
				(seat) =>
					seat.jurorId === juror.id &&
					under.some(({ id, state }) => id === seat.roundId && state !== 'draft')
			)
		})),
		candidates: await candidatesFor(
			db,
			rows.flatMap(({ juror }) => juror.personId ?? [])
		)
	};
}

/** Accounts of jurors that are not in the jury yet. */
async function candidatesFor(db: Reader, there: readonly string[]) {
	const rows = await db
		.selectDistinct({ id: people.id, name: people.name, email: people.email })
		.from(people)
		.innerJoin(grants, eq(grants.personId, people.id))
		.where(and(eq(grants.role, 'juror'), isNull(people.disabledAt)))
		.orderBy(asc(people.name), asc(people.email))
		.limit(500);
	const taken = new Set(there);
	return rows.filter(({ id }) => !taken.has(id)).map(({ name, email }) => ({ name, email }));
}
