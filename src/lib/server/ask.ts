import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { parseFilter } from '$lib/domain/filter';
import type { PlaceFilter } from '$lib/domain/filter';
import { refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import type { Reader } from './db/open';
import { towns, trails } from './db/schema';

/**
 * Reads a filter from an address and also refuses towns and trails that do not exist, so that a
 * mistyped name is an answer of its own and never an empty list.
 */
export async function ask(db: Reader, params: URLSearchParams): Promise<Ruled<PlaceFilter>> {
	const ruled = parseFilter(params);
	if (!ruled.ok) return ruled;
	const filter = ruled.value;
	const refusals: Refusal[] = [];
	const unknown = (field: string, value: string) =>
		refusals.push({ field, reason: 'unknown-value', detail: { value } });
	if (filter.towns.length) {
		const rows = await db
			.select({ slug: towns.slug })
			.from(towns)
			.where(inArray(towns.slug, filter.towns));
		for (const slug of filter.towns)
			if (!rows.some((row) => row.slug === slug)) unknown('town', slug);
	}
	if (filter.trail) {
		const rows = await db
			.select({ slug: trails.slug })
			.from(trails)
			.where(and(eq(trails.slug, filter.trail), isNotNull(trails.publishedAt)));
		if (!rows.length) unknown('trail', filter.trail);
	}
	return refusals.length ? refuse(...refusals) : ruled;
}
