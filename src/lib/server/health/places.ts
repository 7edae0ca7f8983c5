import { and, asc, count, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Sign, SignName, Trouble } from '$lib/domain/studio/health';
import type { Reader } from '../db/open';
import { assets, documents, honours, places, trails } from '../db/schema';
import { all as figures } from '../figures';
import { recordedUnits } from '../places/recorded';

/** Lines of one sign. */
const LINES = 20;
const live = and(isNotNull(places.publishedAt), eq(places.synthetic, false));

async function placeSign(db: Reader, name: SignName, where: SQL | undefined): Promise<Sign> {
	const [all] = await db.select({ n: count() }).from(places).where(live);
	const [wrong] = await db.select({ n: count() }).from(places).where(and(live, where));
	const rows = await db
		.select({ id: places.id, zh: places.nameZh, en: places.nameEn })
		.from(places)
		.where(and(live, where))
		.orderBy(asc(places.sortKey))
		.limit(LINES);
	return {
		name,
		count: wrong?.n ?? 0,
		of: all?.n ?? 0,
		troubles: rows.map(({ id, zh, en }) => ({ title: { zh, en }, path: `/studio/places/${id}` })),
		at: null
	};
}

/** Places without a position, and places whose position nobody has checked. */
export const placeSigns = (db: Reader): Promise<Sign[]> =>
	Promise.all([
		placeSign(db, 'unlocated-places', isNull(places.lon)),
		placeSign(
			db,
			'unchecked-places',
			and(
				isNotNull(places.lon),
				or(eq(places.positionVerified, false), ne(places.precision, 'exact'))
			)
		)
	]);

/** What was declared against what is recorded: stops of trails, and demonstration units. */
export async function declaredSign(db: Reader): Promise<Sign> {
	const rows = await db
		.select({
			id: trails.id,
			zh: trails.nameZh,
			en: trails.nameEn,
			declared: trails.declaredStops,
			recorded: sql<number>`(SELECT count(*) FROM stops s JOIN places p ON p.id = s.place_id
				WHERE s.trail_id = trails.id AND p.published_at IS NOT NULL)`
		})
		.from(trails)
		.where(and(isNotNull(trails.publishedAt), isNotNull(trails.declaredStops)));
	const troubles: Trouble[] = rows
		.filter(({ declared, recorded }) => declared !== recorded)
		.map(({ id, zh, en, declared, recorded }) => ({
			title: { zh, en },
			path: `/studio/trails/${id}`,
			fact: `${recorded}/${declared}`
		}));
	const units = (await figures(db)).find(({ slug }) => slug === 'units-declared');
	const { own } = await recordedUnits(db);
	if (units && units.value !== own)
		troubles.push({
			title: { zh: units.label.zh, en: units.label.en ?? null },
			path: '/studio/places?kind=unit',
			fact: `${own}/${units.value}`
		});
	return {
		name: 'declared',
		count: troubles.length,
		of: rows.length + (units ? 1 : 0),
		troubles: troubles.slice(0, LINES),
		at: null
	};
}

/** Pictures the public sees that lack alternative text, a consent that is needed, or a licence. */
export async function pictureSign(db: Reader): Promise<Sign> {
	const shown = sql`EXISTS (SELECT 1 FROM uses u WHERE u.asset_id = assets.id AND u.live = 1)`;
	const wrong = or(
		sql`coalesce(${assets.altZh}, '') = '' AND ${assets.form} <> 'document'`,
		eq(assets.consent, 'needed'),
		eq(assets.licence, 'unknown')
	);
	const [all] = await db.select({ n: count() }).from(assets).where(shown);
	const [bad] = await db.select({ n: count() }).from(assets).where(and(shown, wrong));
	const rows = await db
		.select({ id: assets.id, name: assets.originalName })
		.from(assets)
		.where(and(shown, wrong))
		.orderBy(asc(assets.originalName))
		.limit(LINES);
	return {
		name: 'pictures',
		count: bad?.n ?? 0,
		of: all?.n ?? 0,
		troubles: rows.map(({ id, name }) => ({
			title: { zh: name, en: null },
			path: `/studio/media/${id}`
		})),
		at: null
	};
}

/** Honours that are shown although their time is over. Days as far as known sort as text. */
export async function honourSign(db: Reader, today: string): Promise<Sign> {
	const shown = isNotNull(honours.publishedAt);
	const over = and(
		shown,
		isNotNull(honours.validUntil),
		lt(honours.validUntil, sql`substr(${today}, 1, length(${honours.validUntil}))`)
	);
	const [all] = await db.select({ n: count() }).from(honours).where(shown);
	const rows = await db
		.select({ id: honours.id, zh: honours.titleZh, en: honours.titleEn, until: honours.validUntil })
		.from(honours)
		.where(over)
		.orderBy(asc(honours.validUntil));
	return {
		name: 'ended-honours',
		count: rows.length,
		of: all?.n ?? 0,
		troubles: rows.slice(0, LINES).map(({ id, zh, en, until }) => ({
			title: { zh, en },
			path: `/studio/honours/${id}`,
			fact: until ?? ''
		})),
		at: null
	};
}

/** Published documents without a file, a number or an issuer. */
export async function documentSign(db: Reader): Promise<Sign> {
	const shown = isNotNull(documents.publishedAt);
	const [all] = await db.select({ n: count() }).from(documents).where(shown);
	const rows = await db
		.select({ id: documents.id, zh: documents.titleZh, en: documents.titleEn })
		.from(documents)
		.where(
			and(shown, or(isNull(documents.file), isNull(documents.number), isNull(documents.issuerZh)))
		)
		.orderBy(asc(documents.slug));
	return {
		name: 'documents',
		count: rows.length,
		of: all?.n ?? 0,
		troubles: rows.slice(0, LINES).map(({ id, zh, en }) => ({
			title: { zh, en },
			path: `/studio/documents/${id}`
		})),
		at: null
	};
}
