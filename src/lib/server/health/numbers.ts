import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Sign } from '$lib/domain/studio/health';
import type { Reader } from '../db/open';
import { bases } from '../db/schema';
import { readSettings } from '../site';
import type { SettingName } from '../site';

/** What the footer of a government site has to say (政府网站发展指引, 2017). */
const footer: readonly SettingName[] = [
	'footer.sponsor',
	'footer.contact',
	'footer.icp',
	'footer.police',
	'footer.code',
	'footer.institution',
	'footer.mistakes'
];

/** Lines of the footer nobody has filled in; `title.zh` is the name of the setting. */
export async function footerSign(db: Reader): Promise<Sign> {
	const set = await readSettings(db);
	const missing = footer.filter((name) => set[name] === undefined);
	return {
		name: 'footer-numbers',
		count: missing.length,
		of: footer.length,
		troubles: missing.map((name) => ({
			title: { zh: name, en: null },
			path: '/studio/settings#footer'
		})),
		at: null
	};
}

/** Published bases from approved maps or live services without a 审图号 (地图管理条例, 2015). */
export async function baseSign(db: Reader): Promise<Sign> {
	const shown = isNotNull(bases.publishedAt);
	const rows = await db.select().from(bases).where(shown);
	const wrong = await db
		.select({ slug: bases.slug, zh: bases.nameZh, en: bases.nameEn })
		.from(bases)
		.where(
			and(
				shown,
				isNull(bases.approvalNumber),
				or(inArray(bases.kind, ['approved', 'live']), eq(bases.declaresBoundaries, true))
			)
		);
	return {
		name: 'base-numbers',
		count: wrong.length,
		of: rows.length,
		troubles: wrong.map(({ slug, zh, en }) => ({
			title: { zh, en },
			path: `/studio/bases/${slug}`
		})),
		at: null
	};
}
