import { asc } from 'drizzle-orm';
import { pair } from '$lib/domain/text';
import type { Reader } from './db/open';
import { sources } from './db/schema';

/** All sources the facts of the portal come from. */
export async function all(db: Reader) {
	const rows = await db.select().from(sources).orderBy(asc(sources.slug));
	return rows.map(({ slug, titleZh, titleEn, publisherZh, publisherEn, date, url, licence }) => ({
		slug,
		title: { zh: titleZh, en: titleEn },
		publisher: pair(publisherZh, publisherEn),
		date,
		url,
		licence
	}));
}
