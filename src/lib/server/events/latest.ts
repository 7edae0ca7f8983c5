import { desc } from 'drizzle-orm';
import { pair } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { events } from '../db/schema';
import { shownAt } from './asked';

/** Published events, those changed last first, as feeds tell them. */
export async function latest(db: Reader, at: number, limit: number) {
	const rows = await db
		.select()
		.from(events)
		.where(shownAt(at))
		.orderBy(desc(events.updatedAt), events.slug)
		.limit(limit);
	return rows.map((row) => ({
		id: row.id,
		slug: row.slug,
		title: { zh: row.titleZh, en: row.titleEn },
		summary: pair(row.summaryZh, row.summaryEn),
		precision: row.precision,
		startsAt: row.startsAt,
		endsAt: row.endsAt,
		publishedAt: row.publishedAt!,
		updatedAt: row.updatedAt
	}));
}
