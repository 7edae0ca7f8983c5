import { asc, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { contestKinds } from '$lib/domain/contests/plan';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Bilingual } from '$lib/domain/text';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { contests, editions, entries, newId } from '../db/schema';
import { touchContent, write } from '../db/write';
import type { ContestRow, EditionRow } from './editions';

/** An edition as lists of the office show it. */
export type ListedEdition = Pick<
	EditionRow,
	'id' | 'slug' | 'ordinal' | 'titleZh' | 'titleEn' | 'state' | 'opensAt' | 'closesAt' | 'plan'
> & {
	/** Drafts. */
	drafts: number;
	/** Entries that were submitted once, whatever became of them. */
	submitted: number;
};

/** Every contest with its editions, the newest first; for the office. */
export async function listContests(
	db: Reader
): Promise<{ contest: ContestRow; editions: ListedEdition[] }[]> {
	const all = await db.select().from(contests).orderBy(asc(contests.position), asc(contests.id));
	const listed = await db.select().from(editions).orderBy(desc(editions.ordinal));
	const counts = await db
		.select({
			editionId: entries.editionId,
			submitted: sql<number>`SUM(CASE WHEN ${isNotNull(entries.number)} THEN 1 ELSE 0 END)`,
			all: count()
		})
		.from(entries)
		.groupBy(entries.editionId);
	const of = new Map(counts.map((one) => [one.editionId, one]));
	return all.map((contest) => ({
		contest,
		editions: listed
			.filter(({ contestId }) => contestId === contest.id)
			.map((edition) => {
				const { submitted = 0, all: whole = 0 } = of.get(edition.id) ?? {};
				return { ...edition, submitted, drafts: whole - submitted };
			})
	}));
}

/** A contest by its address, in whatever state. */
export async function contestAt(db: Reader, slug: string): Promise<ContestRow | null> {
	const [row] = await db.select().from(contests).where(eq(contests.slug, slug));
	return row ?? null;
}

/** What is said of a contest. */
export interface ContestFacts {
	slug: string;
	kind: (typeof contestKinds)[number];
	title: Bilingual;
	about: Bilingual | null;
	/** Whether the public sees it. */
	shown: boolean;
}

const columns = ({ slug, kind, title, about }: ContestFacts) => ({
	slug,
	kind,
	titleZh: title.zh,
	titleEn: title.en ?? null,
	aboutZh: about?.zh ?? null,
	aboutEn: about?.en ?? null
});

/** Makes a contest, with no edition yet. */
export async function createContest(
	db: Db,
	by: By,
	facts: ContestFacts
): Promise<Ruled<{ id: string; slug: string }>> {
	return write(db, async (tx) => {
		if (await contestAt(tx, facts.slug)) return refuse({ field: 'slug', reason: 'taken' });
		const id = newId(by.now);
		await tx.insert(contests).values({
			id,
			...columns(facts),
			publishedAt: facts.shown ? by.now : null,
			position: await tx.$count(contests),
			createdAt: by.now,
			updatedAt: by.now
		});
		if (facts.shown) await touchContent(tx);
		const { slug, kind, shown } = facts;
		await record(tx, by, {
			act: 'create',
			noun: 'contests',
			id,
			title: facts.title.zh,
			after: { slug, kind, shown }
		});
		return accept({ id, slug });
	});
}

/** Changes what is said of a contest. Its kind and its address stay once an edition was published. */
export async function saveContest(
	db: Db,
	by: By,
	id: string,
	facts: ContestFacts
): Promise<Ruled<{ slug: string }>> {
	return write(db, async (tx) => {
		const [old] = await tx.select().from(contests).where(eq(contests.id, id));
		if (!old) return refuse({ field: '', reason: 'gone' });
		const other = await contestAt(tx, facts.slug);
		if (other && other.id !== id) return refuse({ field: 'slug', reason: 'taken' });
		const standing = await tx.select().from(editions).where(eq(editions.contestId, id));
		if (facts.kind !== old.kind && standing.some(({ plan }) => plan))
			return refuse({ field: 'kind', reason: 'has-editions' });
		if (facts.slug !== old.slug && old.publishedAt !== null)
			return refuse({ field: 'slug', reason: 'address-published' });
		if (!facts.shown && standing.some(({ state }) => state === 'published'))
			return refuse({ field: 'shown', reason: 'edition-published' });
		await tx
			.update(contests)
			.set({
				...columns(facts),
				publishedAt: facts.shown ? (old.publishedAt ?? by.now) : null,
				updatedAt: by.now
			})
			.where(eq(contests.id, id));
		await touchContent(tx);
		await record(tx, by, {
			act: 'change',
			noun: 'contests',
			id,
			title: facts.title.zh,
			before: { slug: old.slug, title: old.titleZh, shown: old.publishedAt !== null },
			after: { slug: facts.slug, title: facts.title.zh, shown: facts.shown }
		});
		return accept({ slug: facts.slug });
	});
}
