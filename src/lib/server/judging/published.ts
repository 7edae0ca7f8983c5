import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { decisions, editions, entries, prizes, rounds } from '../db/schema';
import { noticeOf } from './notices';
import type { NoticeRow } from './notices';

/** An entry of a notice or result: nothing about persons, only what the unit is called. */
interface Awarded {
	number: string;
	title: string;
	titleEn: string | null;
	category: Bilingual | null;
	unit: string | null;
	/** Whether its film may be watched by everybody. */
	shown: boolean;
}

interface PublishedPrize {
	id: string;
	title: Bilingual;
	entries: Awarded[];
	/** Places nobody reached (空缺). */
	vacant: number;
}

interface Published {
	notice: NoticeRow;
	prizes: PublishedPrize[];
	total: number;
	/** The sealed rules of the ordinary rounds. */
	rules: { title: Bilingual; hash: string }[];
}

/** What a notice or the final result of an edition shows; null before there is a notice. */
export async function publishedOf(db: Reader, editionId: string): Promise<Published | null> {
	const notice = await noticeOf(db, editionId);
	if (!notice) return null;
	const [edition] = await db
		.select({ plan: editions.plan })
		.from(editions)
		.where(eq(editions.id, editionId));
	const categories = edition?.plan?.categories ?? [];
	const list = await db
		.select()
		.from(prizes)
		.where(eq(prizes.editionId, editionId))
		.orderBy(asc(prizes.ordinal));
	const given = await db
		.select({
			prize: decisions.prizeId,
			number: entries.number,
			title: entries.title,
			titleEn: entries.titleEn,
			category: entries.categoryId,
			channel: entries.channel,
			unit: entries.unit,
			releasedAt: entries.releasedAt,
			consentAt: entries.publicConsentAt
		})
		.from(decisions)
		.innerJoin(entries, eq(entries.id, decisions.entryId))
		.where(and(eq(decisions.roundId, notice.roundId), eq(decisions.verdict, 'award')))
		// By number, not by score: a prize has no order within it.
		.orderBy(asc(entries.number));
	const placesOf = ({ most, each, categories: only }: (typeof list)[number]) =>
		each ? most * categories.filter(({ id }) => !only || only.includes(id)).length : most;
	const told = list.map((prize) => {
		const rows = given.filter((row) => row.prize === prize.id);
		return {
			id: prize.id,
			title: prize.title,
			vacant: Math.max(0, placesOf(prize) - rows.length),
			entries: rows.map((row) => ({
				number: row.number ?? '',
				title: row.title,
				titleEn: row.titleEn,
				category: categories.find(({ id }) => id === row.category)?.title ?? null,
				unit: row.channel === 'unit' ? row.unit : null,
				shown: row.releasedAt !== null && row.consentAt !== null
			}))
		};
	});
	const sealed = await db
		.select({ plan: rounds.plan, hash: rounds.ruleHash })
		.from(rounds)
		.where(and(eq(rounds.editionId, editionId), isNull(rounds.againOf), ne(rounds.state, 'draft')))
		.orderBy(asc(rounds.ordinal));
	return {
		notice,
		prizes: told,
		total: told.reduce((sum, { entries: some }) => sum + some.length, 0),
		rules: sealed.map(({ plan, hash }) => ({ title: plan.title, hash: hash ?? '' }))
	};
}
