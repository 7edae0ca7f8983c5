import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Content } from '$lib/domain/studio/field';
import { honourContent } from '$lib/domain/studio/nouns/honour-shape';
import { sortKey } from '$lib/domain/sort';
import { pair } from '$lib/domain/text';
import { honours, places } from '../../db/schema';
import { touchContent } from '../../db/write';
import type { Keeper } from './keeper';
import { missing, placeIdOf } from './references';

type Value = z.output<typeof honourContent>;

/** Honours of places. They have no page of their own, so their slug is made from their id. */
export const keeper: Keeper = {
	shape: honourContent,

	async read(reader, id) {
		const [found] = await reader
			.select({ honour: honours, place: places.slug })
			.from(honours)
			.innerJoin(places, eq(places.id, honours.placeId))
			.where(eq(honours.id, id));
		if (!found) return null;
		const { honour, place } = found;
		const content: Value = {
			title: { zh: honour.titleZh, en: honour.titleEn },
			place,
			form: honour.form,
			level: honour.level,
			issuer: pair(honour.issuerZh, honour.issuerEn),
			issuerRank: honour.issuerRank,
			documentNumber: honour.documentNumber,
			date: honour.date,
			validUntil: honour.validUntil,
			source: honour.sourceSlug
		};
		return content as unknown as Content;
	},

	async card(reader, id, content) {
		const value = content as unknown as Value;
		return {
			slug: `honour-${id}`,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			kind: value.level,
			category: value.form,
			town: null,
			placeId: await placeIdOf(reader, value.place),
			sortKey: sortKey(value.title.zh)
		};
	},

	async check(reader, _, content) {
		const value = content as unknown as Value;
		return [
			...(await missing(reader, 'place', 'places', [value.place])),
			...(await missing(reader, 'source', 'sources', [value.source]))
		];
	},

	async put(tx, id, content, now) {
		const value = content as unknown as Value;
		const [before] = await tx
			.select({ publishedAt: honours.publishedAt })
			.from(honours)
			.where(eq(honours.id, id));
		const row = {
			placeId: (await placeIdOf(tx, value.place))!,
			titleZh: value.title.zh,
			titleEn: value.title.en || null,
			form: value.form,
			level: value.level,
			issuerZh: value.issuer?.zh ?? null,
			issuerEn: value.issuer?.en || null,
			issuerRank: value.issuerRank ?? null,
			documentNumber: value.documentNumber || null,
			date: value.date ?? null,
			validUntil: value.validUntil ?? null,
			sourceSlug: value.source || null,
			publishedAt: before?.publishedAt ?? now
		};
		await tx
			.insert(honours)
			.values({ id, ...row })
			.onConflictDoUpdate({ target: honours.id, set: row });
		await touchContent(tx);
	},

	async withdraw(tx, id) {
		await tx.update(honours).set({ publishedAt: null }).where(eq(honours.id, id));
		await touchContent(tx);
	},

	async remove(tx, id) {
		await tx.delete(honours).where(eq(honours.id, id));
		await touchContent(tx);
	}
};
