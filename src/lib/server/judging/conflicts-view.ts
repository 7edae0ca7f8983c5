import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { conflictKinds, conflictSources } from '$lib/domain/judging/state';
import type { ConflictKind } from '$lib/domain/judging/state';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { conflictLifts, conflicts, entries, jurors, people } from '../db/schema';
import { judgedEdition } from './panel-view';

/** Conflicts on one page of the list. */
const CONFLICTS_PAGE = 50;

/** What the list keeps. */
interface ConflictQuery {
	juror: string | null;
	kind: ConflictKind | null;
	source: (typeof conflictSources)[number] | null;
	state: 'standing' | 'lifted' | 'any';
	page: number;
}

/** Reads what is asked of the list; nonsense asks nothing. */
export function readConflictQuery(asked: URLSearchParams): ConflictQuery {
	const state = asked.get('state');
	return {
		juror: asked.get('juror') || null,
		kind: conflictKinds.find((kind) => kind === asked.get('kind')) ?? null,
		source: conflictSources.find((source) => source === asked.get('source')) ?? null,
		state: state === 'lifted' || state === 'any' ? state : 'standing',
		page: Math.min(10_000, Math.max(1, Math.trunc(Number(asked.get('page')) || 1)))
	};
}

const asker = alias(people, 'asker');
const lifter = alias(people, 'lifter');

/** The conflicts of an edition, newest first; null for whoever does not organize. */
export async function conflictsView(
	db: Reader,
	who: Who | null,
	editionId: string,
	query: ConflictQuery
) {
	const edition = mayOrganize(who) ? await judgedEdition(db, editionId) : null;
	if (!edition) return null;
	const kept = and(
		eq(conflicts.editionId, editionId),
		query.juror ? eq(conflicts.jurorId, query.juror) : undefined,
		query.kind ? eq(conflicts.kind, query.kind) : undefined,
		query.source ? eq(conflicts.source, query.source) : undefined,
		query.state === 'standing'
			? isNull(conflicts.liftedAt)
			: query.state === 'lifted'
				? isNotNull(conflicts.liftedAt)
				: undefined
	);
	const rows = await db
		.select({
			...{ id: conflicts.id, kind: conflicts.kind, source: conflicts.source, at: conflicts.at },
			...{ why: conflicts.why, liftedAt: conflicts.liftedAt, liftedWhy: conflicts.liftedWhy },
			...{ label: jurors.label, personId: jurors.personId },
			...{ number: entries.number, title: entries.title, unit: entries.unit },
			liftedBy: lifter.name,
			...{ askedBy: asker.name, askedId: conflictLifts.personId, askedWhy: conflictLifts.why }
		})
		.from(conflicts)
		.innerJoin(jurors, eq(jurors.id, conflicts.jurorId))
		.innerJoin(entries, eq(entries.id, conflicts.entryId))
		.leftJoin(conflictLifts, eq(conflictLifts.conflictId, conflicts.id))
		.leftJoin(asker, eq(asker.id, conflictLifts.personId))
		.leftJoin(lifter, eq(lifter.id, conflicts.liftedBy))
		.where(kept)
		.orderBy(desc(sql`${conflictLifts.at} IS NOT NULL`), desc(conflicts.at), asc(conflicts.id))
		.limit(CONFLICTS_PAGE)
		.offset((query.page - 1) * CONFLICTS_PAGE);
	return {
		edition,
		query,
		total: await db.$count(conflicts, kept),
		size: CONFLICTS_PAGE,
		jurors: await db
			.select({ id: jurors.id, label: jurors.label })
			.from(jurors)
			.where(eq(jurors.editionId, editionId))
			.orderBy(asc(jurors.label)),
		rows: rows.map(({ personId, askedId, askedBy, askedWhy, ...row }) => ({
			...row,
			asked:
				askedId === null
					? null
					: { by: askedBy ?? '', why: askedWhy ?? '', mine: askedId === who?.id },
			mayLift:
				row.source === 'found' &&
				row.kind !== 'self' &&
				row.liftedAt === null &&
				personId !== who?.id
		}))
	};
}
