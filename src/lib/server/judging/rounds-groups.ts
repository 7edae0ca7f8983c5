import { asc, eq } from 'drizzle-orm';
import { channels } from '$lib/domain/contests/plan';
import type { RoundPlan } from '$lib/domain/judging/round';
import type { Locale } from '$lib/domain/locale';
import type { Reader } from '../db/open';
import { editions, towns } from '../db/schema';

interface Group {
	id: string;
	title: string;
}

/** Channels by name. */
export const channelNames: Record<Locale, Record<(typeof channels)[number], string>> = {
	zh: { person: '个人', unit: '单位' },
	en: { person: 'Persons', unit: 'Units' }
};

/** The groups that places of a round are counted in, by name; none where all count together. */
export async function groupsOf(
	db: Reader,
	{ editionId, plan }: { editionId: string; plan: Pick<RoundPlan, 'selection'> },
	locale: Locale
): Promise<Group[]> {
	switch (plan.selection.within) {
		case 'all':
			return [];
		case 'category': {
			const [row] = await db
				.select({ plan: editions.plan })
				.from(editions)
				.where(eq(editions.id, editionId));
			return (row?.plan?.categories ?? []).map(({ id, title }) => ({
				id,
				title: locale === 'en' ? title.en || title.zh : title.zh
			}));
		}
		case 'channel':
			return channels.map((id) => ({ id, title: channelNames[locale][id] }));
		case 'town': {
			const rows = await db.select().from(towns).orderBy(asc(towns.slug));
			return rows.map(({ slug, nameZh, nameEn }) => ({
				id: slug,
				title: locale === 'en' ? nameEn || nameZh : nameZh
			}));
		}
	}
}
