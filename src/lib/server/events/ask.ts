import { and, eq, inArray, lte } from 'drizzle-orm';
import { parseEventFilter } from '$lib/domain/events/filter';
import type { EventFilter } from '$lib/domain/events/filter';
import { refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { chapters, series, towns } from '../db/schema';

/**
 * Reads a filter from an address and also refuses towns, series and chapters that do not exist, so
 * that a mistyped name is an answer of its own and never an empty list.
 * @param at ms since the epoch: a series is known once it is published
 */
export async function ask(
	db: Reader,
	params: URLSearchParams,
	at: number
): Promise<Ruled<EventFilter>> {
	const ruled = parseEventFilter(params);
	if (!ruled.ok) return ruled;
	const { towns: wanted, series: within, chapter } = ruled.value;
	const refusals: Refusal[] = [];
	const unknown = (field: string, value: string) =>
		refusals.push({ field, reason: 'unknown-value', detail: { value } });
	if (wanted.length) {
		const rows = await db
			.select({ slug: towns.slug })
			.from(towns)
			.where(inArray(towns.slug, wanted));
		for (const slug of wanted) if (!rows.some((row) => row.slug === slug)) unknown('town', slug);
	}
	if (within || chapter) {
		const rows = await db
			.select({ slug: series.slug, chapter: chapters.slug })
			.from(series)
			.leftJoin(
				chapters,
				and(eq(chapters.seriesId, series.id), chapter ? eq(chapters.slug, chapter) : undefined)
			)
			.where(and(lte(series.publishedAt, at), within ? eq(series.slug, within) : undefined));
		if (within && !rows.length) unknown('series', within);
		else if (chapter && !rows.some((row) => row.chapter)) unknown('chapter', chapter);
	}
	return refusals.length ? refuse(...refusals) : ruled;
}
