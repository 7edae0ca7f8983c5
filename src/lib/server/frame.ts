import { asc, eq } from 'drizzle-orm';
import { leadsOn } from '$lib/domain/modules';
import type { Switches } from '$lib/domain/modules';
import type { Bilingual } from '$lib/domain/text';
import { perDatabase, versioned } from './cache';
import type { Db, Reader } from './db/open';
import { menuLinks } from './db/schema';
import { picturesFor } from './media/pictures';
import { shared } from './shared';
import { readSettings, site } from './site';
import type { Site } from './site';

/** A link the office put into a menu. */
interface MenuLink {
	label: Bilingual;
	href: string;
}

/** What every public page stands in: name, footer, menus, and which parts are switched on. */
interface Frame {
	site: Site;
	/** The office’s own mark in place of the jade cong. */
	mark: { src: string; width: number; height: number } | null;
	switches: Switches;
	/** Null while the office has not made its own: then the portal’s own entries stand. */
	menus: { header: MenuLink[] | null; footer: MenuLink[] };
}

const kept = perDatabase(() => versioned<Frame>(1));

/** The frame of all pages, read once per version of the content. */
export function frame(db: Db): Promise<Frame> {
	return kept(db).get(shared.contentVersion, '', () => read(db));
}

/** Which modules are on, as pages and doors ask. */
export const switchesOf = async (db: Db): Promise<Switches> => (await frame(db)).switches;

async function read(db: Reader): Promise<Frame> {
	const set = await readSettings(db);
	const switches = set.modules ?? {};
	const id = set['site.mark'];
	const picture = id ? (await picturesFor(db, [id])).get(id) : undefined;
	const rows = await db
		.select()
		.from(menuLinks)
		.where(eq(menuLinks.hidden, false))
		.orderBy(asc(menuLinks.position), asc(menuLinks.id));
	const of = (menu: 'header' | 'footer') =>
		rows
			.filter(
				(row) => row.menu === menu && (!row.href.startsWith('/') || leadsOn(switches, row.href))
			)
			.map(({ labelZh, labelEn, href }) => ({ label: { zh: labelZh, en: labelEn }, href }));
	const header = of('header');
	return {
		site: await site(db),
		mark: picture ? { src: picture.src, width: picture.width, height: picture.height } : null,
		switches,
		menus: { header: header.length ? header : null, footer: of('footer') }
	};
}
