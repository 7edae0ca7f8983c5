import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { Base, refuseBase } from '$lib/domain/base';
import type { Content } from '$lib/domain/studio/field';
import { baseContent } from '$lib/domain/studio/nouns/base-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { bases } from '../../db/schema';
import { touchContent } from '../../db/write';
import { put } from '../../bases';
import { withPicture } from '../base-picture';
import type { Keeper } from './keeper';

type Value = z.output<typeof baseContent>;

/** A content as the base the map draws; `position` is its place in the list of bases. */
function baseOf({ position: _, ...value }: Value): Base {
	return {
		...value,
		name: { zh: value.name.zh, ...(value.name.en ? { en: value.name.en } : {}) },
		attribution: {
			zh: value.attribution.zh,
			...(value.attribution.en ? { en: value.attribution.en } : {})
		},
		notice: value.notice
			? { zh: value.notice.zh, ...(value.notice.en ? { en: value.notice.en } : {}) }
			: null,
		approvalNumber: value.approvalNumber ?? null
	};
}

/** Map bases; their id is their slug, which addresses of map views carry, so it never changes. */
export const keeper: Keeper = {
	shape: baseContent,

	async read(reader, id) {
		const [row] = await reader.select().from(bases).where(eq(bases.slug, id));
		if (!row) return null;
		return {
			slug: row.slug,
			kind: row.kind,
			name: { zh: row.nameZh, en: row.nameEn },
			attribution: { zh: row.attributionZh ?? row.nameZh, en: row.attributionEn },
			notice: pair(row.noticeZh, row.noticeEn),
			approvalNumber: row.approvalNumber,
			declaresBoundaries: row.declaresBoundaries,
			minZoom: row.minZoom,
			maxZoom: row.maxZoom,
			position: row.position,
			config: row.config
		} as unknown as Content;
	},

	async card(_, __, content) {
		const value = content as unknown as Value;
		return {
			slug: value.slug,
			titleZh: value.name.zh,
			titleEn: value.name.en || null,
			kind: value.kind,
			category: null,
			town: null,
			placeId: null,
			sortKey: sortKey(value.name.zh)
		};
	},

	look: withPicture,

	async check(_, id, content) {
		const value = content as unknown as Value;
		if (value.slug !== id) return [{ field: 'slug', reason: 'fixed' }];
		const refusal = refuseBase(baseOf(value));
		return refusal ? [{ field: refusal.field.replace(/\..*/, ''), reason: refusal.reason }] : [];
	},

	async put(tx, id, content, now) {
		const value = content as unknown as Value;
		const [before] = await tx
			.select({ publishedAt: bases.publishedAt })
			.from(bases)
			.where(eq(bases.slug, id));
		const ruled = await put(tx, baseOf(value), {
			now: before?.publishedAt ?? now,
			position: value.position
		});
		if (!ruled.ok) throw new Error(`A checked base was refused: ${JSON.stringify(ruled.refusals)}`);
	},

	async withdraw(tx, id, now) {
		await tx.update(bases).set({ publishedAt: null, updatedAt: now }).where(eq(bases.slug, id));
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(bases).where(eq(bases.slug, id));
		await touchContent(tx);
	}
};
