import { asc, isNotNull } from 'drizzle-orm';
import { mayConfigure } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { record } from './audit';
import type { Db, Reader } from './db/open';
import { menuLinks, newId, pages } from './db/schema';
import { touchContent, write } from './db/write';

/** One line of a menu as the office fills it in. */
export interface MenuEntry {
	menu: 'header' | 'footer';
	labelZh: string;
	labelEn: string;
	href: string;
	hidden: boolean;
}

/** Links of both menus together. */
const MOST = 40;

/** Every link of both menus, hidden ones too, in order. */
export async function entries(db: Reader): Promise<MenuEntry[]> {
	const rows = await db
		.select()
		.from(menuLinks)
		.orderBy(asc(menuLinks.menu), asc(menuLinks.position), asc(menuLinks.id));
	return rows.map(({ menu, labelZh, labelEn, href, hidden }) => ({
		menu,
		labelZh,
		labelEn: labelEn ?? '',
		href,
		hidden
	}));
}

/** The published pages of text, which menus usually lead to. */
export const linkable = (db: Reader) =>
	db
		.select({ slug: pages.slug, titleZh: pages.titleZh, titleEn: pages.titleEn })
		.from(pages)
		.where(isNotNull(pages.publishedAt))
		.orderBy(asc(pages.slug));

/** Own paths and https addresses; nothing a browser would run or read as another host. */
const isTarget = (href: string): boolean =>
	href.length <= 300 &&
	!/[\s\\<>"]/.test(href) &&
	(/^\/(?!\/)/.test(href) || (/^https:\/\//.test(href) && URL.canParse(href)));

/** Writes both menus as given, in this order, in one act. `field` of a refusal is `line.column`. */
export async function saveMenus(
	db: Db,
	by: By,
	given: readonly MenuEntry[]
): Promise<Ruled<{ count: number }>> {
	if (!mayConfigure(by.who)) return refuse({ field: '', reason: 'refused' });
	if (given.length > MOST) return refuse({ field: '', reason: 'too-many', detail: { max: MOST } });
	const refusals = given.flatMap(({ labelZh, labelEn, href }, i): Refusal[] => [
		...(labelZh ? [] : [{ field: `${i}.labelZh`, reason: 'no-label' }]),
		...([labelZh, labelEn].some((text) => text.length > 40)
			? [{ field: `${i}.labelZh`, reason: 'too-long', detail: { max: 40 } }]
			: []),
		...(isTarget(href) ? [] : [{ field: `${i}.href`, reason: 'no-address' }])
	]);
	if (refusals.length) return refuse(...refusals);
	return write(db, async (tx) => {
		const before = await entries(tx);
		if (JSON.stringify(before) === JSON.stringify(sorted(given)))
			return accept({ count: given.length });
		await tx.delete(menuLinks);
		if (given.length)
			await tx.insert(menuLinks).values(
				given.map((entry, position) => ({
					...entry,
					id: newId(by.now + position),
					labelEn: entry.labelEn || null,
					position
				}))
			);
		await touchContent(tx);
		await record(tx, by, { act: 'configure', noun: 'menus', id: 'menus', before, after: given });
		return accept({ count: given.length });
	});
}

const sorted = (given: readonly MenuEntry[]): MenuEntry[] => [
	...given.filter(({ menu }) => menu === 'footer'),
	...given.filter(({ menu }) => menu === 'header')
];
