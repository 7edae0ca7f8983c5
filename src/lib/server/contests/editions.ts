import { and, count, desc, eq, isNotNull } from 'drizzle-orm';
import { copyPlan } from '$lib/domain/contests/copy';
import type { DateMove } from '$lib/domain/contests/copy';
import type { Plan } from '$lib/domain/contests/plan';
import { newPlan } from '$lib/domain/contests/plan-new';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { contests, editionFigures, editions, editionVersions, entries, newId } from '../db/schema';
import { touchContent, write } from '../db/write';

export type ContestRow = typeof contests.$inferSelect;
export type EditionRow = typeof editions.$inferSelect;

/** An edition with its contest, by their addresses; for the office, in any state. */
export async function editionAt(
	db: Reader,
	contestSlug: string,
	editionSlug: string
): Promise<{ contest: ContestRow; edition: EditionRow } | null> {
	const [row] = await db
		.select({ contest: contests, edition: editions })
		.from(editions)
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(and(eq(contests.slug, contestSlug), eq(editions.slug, editionSlug)));
	return row ?? null;
}

/** How many entries of an edition there are by category, in every state, and how many have numbers. */
export async function entriesIn(db: Reader, editionId: string) {
	const rows = await db
		.select({ category: entries.categoryId, n: count() })
		.from(entries)
		.where(eq(entries.editionId, editionId))
		.groupBy(entries.categoryId);
	const numbered = await db.$count(
		entries,
		and(eq(entries.editionId, editionId), isNotNull(entries.number))
	);
	return { entries: Object.fromEntries(rows.map(({ category, n }) => [category, n])), numbered };
}

/** The columns of an edition that are copied out of its plan. */
export const columnsOf = ({ dates }: Plan) => ({
	opensAt: dates.opensAt,
	closesAt: dates.closesAt,
	graceMinutes: dates.graceMinutes,
	correctUntil: dates.correctUntil
});

/** What is said of an edition besides its plan. */
export interface EditionFacts {
	slug: string;
	ordinal: number;
	title: { zh: string; en: string | null };
}

/** An edition like a demonstration, whose address is not its ordinal, takes no place in the count. */
const counts = ({ slug, ordinal }: Pick<EditionRow, 'slug' | 'ordinal'>) =>
	slug === String(ordinal);

async function taken(tx: Tx, contestId: string, { slug, ordinal }: EditionFacts, not = '') {
	const rows = await tx.select().from(editions).where(eq(editions.contestId, contestId));
	const others = rows.filter(({ id }) => id !== not);
	const refusals: Refusal[] = [];
	if (others.some((one) => one.slug === slug)) refusals.push({ field: 'slug', reason: 'taken' });
	if (others.some((one) => one.ordinal === ordinal && counts(one)))
		refusals.push({ field: 'ordinal', reason: 'taken', detail: { n: ordinal } });
	return refusals;
}

/** What a new edition begins with. */
export type Beginning =
	| { as: 'new' }
	| { as: 'copy'; of: string; dates: DateMove }
	/** One that is over: only what is published about it is kept. */
	| { as: 'past' };

/** Makes a draft of an edition, or the page of one that is over; the same act for forms and seed. */
export async function createEdition(
	db: Db,
	by: By,
	contestId: string,
	facts: EditionFacts,
	beginning: Beginning
): Promise<Ruled<{ id: string; slug: string }>> {
	return write(db, async (tx) => {
		const [contest] = await tx.select().from(contests).where(eq(contests.id, contestId));
		if (!contest) return refuse({ field: '', reason: 'gone' });
		const refusals = await taken(tx, contestId, facts);
		let plan: Plan | null = beginning.as === 'new' ? newPlan(contest.kind) : null;
		if (beginning.as === 'copy') {
			const [from] = await tx.select().from(editions).where(eq(editions.id, beginning.of));
			if (from?.contestId !== contestId || !from.plan)
				refusals.push({ field: 'of', reason: 'no-plan' });
			// The title of the last call would be wrong in any case; its text is at least a beginning.
			else
				plan = {
					...copyPlan(from.plan, beginning.dates),
					call: { title: facts.title, text: from.plan.call.text }
				};
		}
		if (refusals.length) return refuse(...refusals);
		const id = newId(by.now);
		await tx.insert(editions).values({
			id,
			contestId,
			slug: facts.slug,
			ordinal: facts.ordinal,
			titleZh: facts.title.zh,
			titleEn: facts.title.en,
			state: plan ? 'draft' : 'archived',
			plan,
			...(plan ? { version: 1, ...columnsOf(plan) } : { publishedAt: by.now }),
			createdAt: by.now,
			updatedAt: by.now
		});
		if (plan)
			await tx
				.insert(editionVersions)
				.values({ editionId: id, number: 1, plan, personId: by.who?.id ?? null, at: by.now });
		else await touchContent(tx);
		await record(tx, by, {
			act: beginning.as === 'copy' ? 'copy' : 'create',
			noun: 'editions',
			id,
			title: `${contest.titleZh} · ${facts.title.zh}`,
			after: { ordinal: facts.ordinal, ...(beginning.as === 'copy' ? { from: beginning.of } : {}) }
		});
		return accept({ id, slug: facts.slug });
	});
}

/** The ordinal the next edition of a contest would have. */
export const nextOrdinal = (all: readonly Pick<EditionRow, 'slug' | 'ordinal'>[]): number =>
	Math.max(0, ...all.filter(counts).map(({ ordinal }) => ordinal)) + 1;

/** Changes name, ordinal and address of an edition; the ordinal no more once it stands in numbers. */
export async function saveEditionFacts(
	db: Db,
	by: By,
	id: string,
	facts: EditionFacts
): Promise<Ruled<{ slug: string }>> {
	return write(db, async (tx) => {
		const [old] = await tx.select().from(editions).where(eq(editions.id, id));
		if (!old) return refuse({ field: '', reason: 'gone' });
		const refusals = await taken(tx, old.contestId, facts, id);
		const { numbered } = await entriesIn(tx, id);
		if (numbered && old.ordinal !== facts.ordinal)
			refusals.push({ field: 'ordinal', reason: 'numbers-given', detail: { n: numbered } });
		if (old.state === 'published' && old.slug !== facts.slug)
			refusals.push({ field: 'slug', reason: 'address-published' });
		if (refusals.length) return refuse(...refusals);
		await tx
			.update(editions)
			.set({
				slug: facts.slug,
				ordinal: facts.ordinal,
				titleZh: facts.title.zh,
				titleEn: facts.title.en,
				updatedAt: by.now
			})
			.where(eq(editions.id, id));
		if (old.publishedAt !== null) await touchContent(tx);
		await record(tx, by, {
			act: 'change',
			noun: 'editions',
			id,
			title: facts.title.zh,
			before: { slug: old.slug, ordinal: old.ordinal, title: old.titleZh },
			after: { slug: facts.slug, ordinal: facts.ordinal, title: facts.title.zh }
		});
		return accept({ slug: facts.slug });
	});
}

/** Ends an edition: nothing comes in any more, and its page stands in the archive. */
export async function archiveEdition(db: Db, by: By, id: string): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const [old] = await tx.select().from(editions).where(eq(editions.id, id));
		if (!old) return refuse({ field: '', reason: 'gone' });
		if (old.state !== 'published') return refuse({ field: '', reason: 'not-published' });
		if (old.closesAt !== null && by.now < old.closesAt)
			return refuse({ field: '', reason: 'still-open', detail: { at: old.closesAt } });
		await tx
			.update(editions)
			.set({ state: 'archived', updatedAt: by.now })
			.where(eq(editions.id, id));
		await touchContent(tx);
		await record(tx, by, { act: 'archive', noun: 'editions', id, title: old.titleZh });
		return accept(true);
	});
}

/** Removes an edition nobody has entered: a draft, or the page of a past one made by mistake. */
export async function removeEdition(db: Db, by: By, id: string): Promise<Ruled<true>> {
	return write(db, async (tx) => {
		const [old] = await tx.select().from(editions).where(eq(editions.id, id));
		if (!old) return refuse({ field: '', reason: 'gone' });
		if (old.state === 'published') return refuse({ field: '', reason: 'published' });
		const n = await tx.$count(entries, eq(entries.editionId, id));
		if (n) return refuse({ field: '', reason: 'has-entries', detail: { n } });
		await tx.delete(editionFigures).where(eq(editionFigures.editionId, id));
		await tx.delete(editions).where(eq(editions.id, id));
		if (old.publishedAt !== null) await touchContent(tx);
		await record(tx, by, {
			act: 'remove',
			noun: 'editions',
			id,
			title: old.titleZh,
			before: { ordinal: old.ordinal, plan: old.plan }
		});
		return accept(true);
	});
}

/** Every edition of a contest, the newest first. */
export const editionsOf = (db: Reader, contestId: string): Promise<EditionRow[]> =>
	db
		.select()
		.from(editions)
		.where(eq(editions.contestId, contestId))
		.orderBy(desc(editions.ordinal));
