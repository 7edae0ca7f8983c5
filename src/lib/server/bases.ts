import { asc, eq, isNotNull, and } from 'drizzle-orm';
import { Base, ILLUSTRATED, refuseBase, tileOrigins } from '$lib/domain/base';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader, Tx } from './db/open';
import { bases } from './db/schema';
import { touchContent } from './db/write';
import { paintingUrls } from './media/painting';

type Row = typeof bases.$inferSelect;

/** A row as a base, or null when what is stored does not make one: then it is not shown. */
function view(row: Row): Base | null {
	const parsed = Base.safeParse({
		slug: row.slug,
		kind: row.kind,
		name: { zh: row.nameZh, en: row.nameEn ?? undefined },
		attribution: { zh: row.attributionZh ?? row.nameZh, en: row.attributionEn ?? undefined },
		notice: row.noticeZh ? { zh: row.noticeZh, en: row.noticeEn ?? undefined } : null,
		approvalNumber: row.approvalNumber,
		declaresBoundaries: row.declaresBoundaries,
		minZoom: row.minZoom,
		maxZoom: row.maxZoom,
		config: row.config
	});
	return parsed.success && refuseBase(parsed.data) === null ? parsed.data : null;
}

/** The same rows with their pictures where the media library has them now. */
async function current(db: Reader, rows: Row[]): Promise<Row[]> {
	const assetOf = ({ config }: Row) =>
		config.source === 'picture' && typeof config.asset === 'string' ? [config.asset] : [];
	const urls = await paintingUrls(db, rows.flatMap(assetOf));
	return rows.map((row) => {
		const url = urls.get(assetOf(row)[0] ?? '');
		return url ? { ...row, config: { ...row.config, url } } : row;
	});
}

/** The published bases in their order. Our drawing is always among them: every other may fail. */
export async function published(db: Reader): Promise<Base[]> {
	const rows = await db
		.select()
		.from(bases)
		.where(isNotNull(bases.publishedAt))
		.orderBy(asc(bases.position), asc(bases.slug));
	const known = (await current(db, rows)).flatMap((row) => view(row) ?? []);
	return known.some(({ config }) => config.source === 'drawing') ? known : [...known, ILLUSTRATED];
}

/** A published base by its slug, null when there is none. */
export async function bySlug(db: Reader, slug: string): Promise<Base | null> {
	const [row] = await db
		.select()
		.from(bases)
		.where(and(eq(bases.slug, slug), isNotNull(bases.publishedAt)));
	if (row) return view((await current(db, [row]))[0]!);
	return slug === ILLUSTRATED.slug ? ILLUSTRATED : null;
}

/**
 * Keeps a base, published at `now` (ms since the epoch) or as a draft (`now` null). One that may not
 * be shown to the public is refused whether published or not (地图管理条例, 2015).
 */
export async function put(
	tx: Tx,
	base: Base,
	{ now, position = 0 }: { now: number | null; position?: number }
): Promise<Ruled<Base>> {
	const parsed = Base.safeParse(base);
	if (!parsed.success)
		return refuse(
			...parsed.error.issues.map(({ path, message }) => ({
				field: path.join('.'),
				reason: 'malformed',
				detail: { message }
			}))
		);
	const refusal = refuseBase(parsed.data);
	if (refusal) return refuse({ field: refusal.field, reason: refusal.reason });
	const { slug, name, attribution, notice, ...rest } = parsed.data;
	const row = {
		...rest,
		nameZh: name.zh,
		nameEn: name.en ?? null,
		attributionZh: attribution.zh,
		attributionEn: attribution.en ?? null,
		noticeZh: notice?.zh ?? null,
		noticeEn: notice?.en ?? null,
		position,
		publishedAt: now
	};
	await tx
		.insert(bases)
		.values({ slug, ...row })
		.onConflictDoUpdate({ target: bases.slug, set: row });
	await touchContent(tx);
	return accept(parsed.data);
}

/** Foreign origins these bases load from, sorted and without repeats; none for our own drawing. */
export function originsOf(all: readonly Base[]): string[] {
	return [...new Set(all.flatMap(tileOrigins))].sort();
}
