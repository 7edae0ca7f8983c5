import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { cutOf } from '$lib/domain/media/crop';
import { pictureOf } from '$lib/domain/media/picture';
import { faultOf } from '$lib/domain/media/use';
import type { Reader, Tx } from '../db/open';
import { assets, media } from '../db/schema';
import { touchContent } from '../db/write';

/** One thing of a gallery: which asset, and its alternative text here where it differs. */
interface Piece {
	asset: string;
	alt?: { zh: string; en?: string | null | undefined } | null | undefined;
}

type Asset = typeof assets.$inferSelect;

async function byIds(db: Reader, ids: readonly string[]): Promise<Map<string, Asset>> {
	const rows = ids.length
		? await db
				.select()
				.from(assets)
				.where(inArray(assets.id, [...new Set(ids)]))
		: [];
	return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Gives a place exactly these pictures and recordings, in this order; files laid into the store by
 * hand stay behind them. The checks before publishing refuse what is gone, has no alternative text or,
 * a recording, no transcript; whatever comes here all the same is left out.
 */
export async function attach(tx: Tx, placeId: string, list: readonly Piece[]): Promise<void> {
	const found = await byIds(
		tx,
		list.map(({ asset }) => asset)
	);
	await tx.delete(media).where(and(eq(media.placeId, placeId), isNotNull(media.assetId)));
	const rows = list.flatMap(({ asset, alt }, position) => {
		const row = found.get(asset);
		const fault = faultOf(row ?? null, alt?.zh);
		// A missing consent is asked about before publishing, and the answer counts.
		if (!row || row.form === 'document' || (fault && fault !== 'no-consent')) return [];
		return [
			{
				placeId,
				assetId: asset,
				altZh: alt?.zh || row.altZh || '',
				altEn: (alt?.zh ? alt.en : alt?.en || row.altEn) || null,
				position: position - list.length,
				...shownOf(row)
			}
		];
	});
	if (rows.length) await tx.insert(media).values(rows);
	await touchContent(tx);
}

/** The columns of a place’s media that follow from the asset alone. */
export function shownOf(row: Asset) {
	const cut = row.width && row.height ? cutOf(row.crop, row.width, row.height) : null;
	return {
		form: row.form as Exclude<Asset['form'], 'document'>,
		file: row.key,
		type: row.type,
		width: cut?.width ?? null,
		height: cut?.height ?? null,
		duration: row.duration,
		transcriptZh: row.transcriptZh,
		transcriptEn: row.transcriptEn,
		credit: row.credit
	};
}

/** The gallery of a place as its content says it. */
export async function attached(
	db: Reader,
	placeId: string
): Promise<{ asset: string; alt: { zh: string; en: string | null } }[]> {
	const rows = await db
		.select({ asset: media.assetId, zh: media.altZh, en: media.altEn })
		.from(media)
		.where(and(eq(media.placeId, placeId), isNotNull(media.assetId)))
		.orderBy(asc(media.position));
	return rows.map(({ asset, zh, en }) => ({ asset: asset!, alt: { zh, en } }));
}

/**
 * The pictures and recordings of a place as its page shows them, in order; what lies in the trash is
 * left out.
 */
export async function shownOn(db: Reader, placeId: string) {
	const rows = await db
		.select({ media, asset: assets })
		.from(media)
		.leftJoin(assets, eq(assets.id, media.assetId))
		.where(
			and(
				eq(media.placeId, placeId),
				or(isNull(media.assetId), and(isNotNull(assets.id), isNull(assets.trashedAt)))
			)
		)
		.orderBy(asc(media.position));
	return rows.map((row) => ({ ...row.media, picture: row.asset && pictureOf(row.asset) }));
}
