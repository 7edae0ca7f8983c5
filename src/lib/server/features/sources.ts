import type { Reader } from '../db/open';
import { sources } from '../db/schema';

/** What to call each source: its address, else its title with publisher and date. */
export async function sourceNames(db: Reader): Promise<Map<string, string>> {
	const rows = await db.select().from(sources);
	return new Map(
		rows.map(({ slug, url, titleZh, publisherZh, date }) => [
			slug,
			url ?? [titleZh, publisherZh, date].filter(Boolean).join('，')
		])
	);
}
