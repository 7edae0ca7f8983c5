import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { AiKind } from '$lib/domain/contests/plan';
import type { Who } from '$lib/domain/people/who';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { submittedContents } from '../contests/entry-lines';
import { editions, entries, entryFiles, films } from '../db/schema';
import { leaveToWatch, watching } from '../films/watch';
import { cleared } from '../scan/hold';
import { publishedOf } from './published';

/** An entry as everybody may see it. */
interface Shown {
	number: string;
	title: Bilingual;
	synopsis: Bilingual | null;
	category: Bilingual | null;
	unit: string | null;
	/** Null where it got none, or the results are not final. */
	prize: Bilingual | null;
	ai: AiKind[];
	film: Awaited<ReturnType<typeof watching>> | null;
}

/** Entries whose films their people and the office let everybody watch, by number. */
export async function gallery(
	db: Reader,
	editionId: string
): Promise<{ number: string; title: Bilingual }[]> {
	const rows = await db
		.select({ number: entries.number, title: entries.title, titleEn: entries.titleEn })
		.from(entries)
		.where(
			and(
				eq(entries.editionId, editionId),
				eq(entries.state, 'passed'),
				isNotNull(entries.releasedAt),
				isNotNull(entries.publicConsentAt)
			)
		)
		.orderBy(asc(entries.number));
	return rows.map(({ number, title, titleEn }) => ({
		number: number ?? '',
		title: { zh: title, en: titleEn }
	}));
}

/**
 * The public page of an entry: one with a prize of a final result, or one that was released; null for
 * every other, as for one that is not there.
 */
export async function shownEntry(
	db: Reader,
	who: Who | null,
	editionId: string,
	number: string,
	now: number
): Promise<Shown | null> {
	const [row] = await db
		.select({ entry: entries, plan: editions.plan })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.where(
			and(eq(entries.editionId, editionId), eq(entries.number, number), eq(entries.state, 'passed'))
		);
	if (!row) return null;
	const { entry, plan } = row;
	const released = entry.releasedAt !== null && entry.publicConsentAt !== null;
	const published = await publishedOf(db, editionId);
	const prize =
		published?.notice.finalAt != null
			? published.prizes.find(({ entries: some }) => some.some((one) => one.number === number))
			: undefined;
	if (!released && !prize) return null;
	const words = (await submittedContents(db, [entry.id])).get(entry.id) ?? entry.content;
	return {
		number,
		title: { zh: words.title, en: words.titleEn },
		// What its people wrote is shown where they agreed to showing it.
		synopsis: released && words.synopsis ? { zh: words.synopsis, en: words.synopsisEn } : null,
		category: plan?.categories.find(({ id }) => id === entry.categoryId)?.title ?? null,
		unit: entry.channel === 'unit' ? entry.unit : null,
		prize: prize?.title ?? null,
		ai: words.ai?.kinds ?? [],
		film: released ? await filmOf(db, who, entry.id, now) : null
	};
}

async function filmOf(db: Reader, who: Who | null, entryId: string, now: number) {
	const [row] = await db
		.select({ id: films.id })
		.from(entryFiles)
		.innerJoin(films, eq(films.id, entryFiles.filmId))
		.where(
			and(
				eq(entryFiles.entryId, entryId),
				isNull(entryFiles.removedAt),
				eq(films.form, 'film'),
				cleared(films.id)
			)
		)
		.limit(1);
	if (!row) return null;
	const leave = await leaveToWatch(db, who, row.id, now);
	return leave && watching(db, leave);
}
