import { asc, eq } from 'drizzle-orm';
import { pair } from '$lib/domain/text';
import type { Bilingual } from '$lib/domain/text';
import type { Reader } from './db/open';
import { figures, sources } from './db/schema';

/** A published number with its source; a derived one says so. */
export interface FigureView {
	slug: string;
	value: number;
	unit: Bilingual | null;
	label: Bilingual;
	note: Bilingual | null;
	asOf: string | null;
	derived: boolean;
	featured: boolean;
	source: { slug: string; title: Bilingual; date: string | null; url: string | null } | null;
}

/** All figures in their order. */
export async function all(db: Reader): Promise<FigureView[]> {
	const rows = await db
		.select({ figure: figures, source: sources })
		.from(figures)
		.leftJoin(sources, eq(sources.slug, figures.sourceSlug))
		.orderBy(asc(figures.position), asc(figures.slug));
	return rows.map(({ figure, source }) => ({
		slug: figure.slug,
		value: figure.value,
		unit: pair(figure.unitZh, figure.unitEn),
		label: { zh: figure.labelZh, en: figure.labelEn },
		note: pair(figure.noteZh, figure.noteEn),
		asOf: figure.asOf,
		derived: figure.derived,
		featured: figure.featured,
		source: source
			? {
					slug: source.slug,
					title: { zh: source.titleZh, en: source.titleEn },
					date: source.date,
					url: source.url
				}
			: null
	}));
}
