import { and, asc, eq, exists, isNotNull, isNull, or } from 'drizzle-orm';
import { mayDo } from '$lib/domain/contests/entry-law';
import type { Shows } from '$lib/domain/judging/notice/desk';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { isOwnEntry } from '../contests/eligibility';
import { occasionOf, standingOf } from '../contests/entries';
import { entryForOffice } from '../contests/list';
import type { Db, Reader } from '../db/open';
import { decisions, entries, entryFiles, entryTrace, films, prizes } from '../db/schema';
import { touchContent, write } from '../db/write';
import { finalAt, noticeOf } from './notices';

/** Entries of a final result whose films may be shown; none before it is final. */
export async function showable(db: Reader, editionId: string): Promise<Shows[]> {
	const notice = await noticeOf(db, editionId);
	if (notice?.finalAt == null) return [];
	const film = db
		.select({ id: entryFiles.id })
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(
			and(eq(entryFiles.entryId, entries.id), isNull(entryFiles.removedAt), eq(films.form, 'film'))
		);
	const rows = await db
		.select({ entry: entries, prize: prizes.title, film: exists(film).mapWith(Boolean) })
		.from(entries)
		.leftJoin(
			decisions,
			and(
				eq(decisions.entryId, entries.id),
				eq(decisions.roundId, notice.roundId),
				eq(decisions.verdict, 'award')
			)
		)
		.leftJoin(prizes, eq(prizes.id, decisions.prizeId))
		.where(
			and(
				eq(entries.editionId, editionId),
				eq(entries.state, 'passed'),
				or(isNotNull(decisions.prizeId), isNotNull(entries.releasedAt))
			)
		)
		.orderBy(asc(prizes.ordinal), asc(entries.number));
	return rows.map(({ entry, prize, film }) => ({
		...{ id: entry.id, number: entry.number ?? '', title: entry.title, prize, film },
		agreed: entry.publicConsentAt !== null,
		shownAt: entry.releasedAt
	}));
}

/**
 * Lets everybody watch the film of an entry, or takes it from the public again. Shown is only what its
 * people agreed to, in an edition that shows films at all, once its result is final; nobody decides on
 * an entry of their own.
 */
export const showEntry = (
	db: Db,
	by: By,
	editionId: string,
	id: string,
	show: boolean
): Promise<Ruled<true>> =>
	write(db, async (tx) => {
		const opened = await entryForOffice(tx, by.who, id);
		if (!opened || opened.edition.id !== editionId) return refuse({ field: '', reason: 'gone' });
		const { entry } = opened;
		const deed = show ? 'release' : 'hide';
		if (await isOwnEntry(tx, by.who!, entry)) {
			await record(tx, by, { act: 'conflict', noun: 'entries', id, after: { deed } });
			return refuse({ field: '', reason: 'own-entry' });
		}
		const occasion = await occasionOf(tx, { ...opened, late: null }, by.now);
		const may = mayDo(deed, standingOf(entry), 'office', {
			...occasion,
			// What was planned is no result: the confirmed one opens the door.
			resultsAt: await finalAt(tx, editionId)
		});
		if (!may.ok) return may;
		await tx
			.update(entries)
			.set({ releasedAt: show ? by.now : null, updatedAt: by.now })
			.where(eq(entries.id, id));
		await tx.insert(entryTrace).values({
			...{ entryId: id, act: deed, state: entry.state, version: entry.version },
			...{ personId: by.who!.id, at: by.now }
		});
		await touchContent(tx);
		await record(tx, by, {
			act: deed,
			noun: 'entries',
			id,
			title: entry.title,
			after: { edition: editionId, number: entry.number }
		});
		return accept(true as const);
	});
