import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Reader } from '../db/open';
import { editions, entries, entryLines, entryMessages, jobs } from '../db/schema';
import { erasuresWaiting } from './erasures';

/** What waits in the contests for whoever organizes them: how much, and where it is done. */
interface Wait {
	kind: 'check' | 'overdue' | 'films' | 'messages' | 'erasures' | 'lateErasures';
	n: number;
	/** Address without language prefix. */
	path: string;
	/** Of which edition it is told. */
	edition: { zh: string; en: string | null } | null;
}

const title = { zh: editions.titleZh, en: editions.titleEn };
const n = sql<number>`count(*)`.mapWith(Number);

/** Everything that waits, nothing where nothing does; for organizers only. */
export async function contestWaits(db: Reader, who: Who | null, now: number): Promise<Wait[]> {
	if (!mayOrganize(who)) return [];
	const check = await db
		.select({ id: entryLines.editionId, title, n })
		.from(entryLines)
		.innerJoin(editions, eq(editions.id, entryLines.editionId))
		.where(eq(entryLines.state, 'submitted'))
		.groupBy(entryLines.editionId)
		.orderBy(asc(editions.createdAt));
	const overdue = await db
		.select({ id: entries.editionId, title, n })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.where(and(eq(entries.state, 'returned'), lt(entries.correctBy, now)))
		.groupBy(entries.editionId)
		.orderBy(asc(editions.createdAt));
	const listed =
		(kind: 'check' | 'overdue', state: string) =>
		({ id, title: edition, n }: (typeof check)[number]): Wait => ({
			...{ kind, n, edition },
			path: `/studio/entries?edition=${id}&state=${state}&sort=submitted`
		});
	const unread = await db
		.select({ entryId: entryMessages.entryId, n })
		.from(entryMessages)
		.innerJoin(entries, eq(entries.id, entryMessages.entryId))
		.where(
			and(
				eq(entryMessages.fromOffice, false),
				isNull(entryMessages.readAt),
				isNotNull(entries.number)
			)
		)
		.groupBy(entryMessages.entryId)
		.orderBy(sql`min(${entryMessages.at})`);
	const failed = await db.$count(jobs, eq(jobs.state, 'failed'));
	const asked = await erasuresWaiting(db, now);
	const all: Wait[] = [
		...check.map(listed('check', 'submitted')),
		...overdue.map(listed('overdue', 'returned')),
		{
			...{ kind: 'messages', edition: null },
			n: unread.reduce((sum, one) => sum + one.n, 0),
			// The one that waits longest; answering it leads on to the next.
			path: `/studio/entries/${unread[0]?.entryId ?? ''}#messages`
		},
		{ ...{ kind: 'films', edition: null }, n: failed, path: '/studio/films?state=failed' },
		{
			...{ kind: asked.overdue ? 'lateErasures' : 'erasures', edition: null },
			n: asked.overdue || asked.open,
			path: '/studio/entries/erasures'
		}
	];
	return all.filter((one) => one.n > 0);
}
