import { and, asc, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import { ownPath } from '$lib/domain/check/links';
import { spoken } from '$lib/domain/check/spoken';
import type { Sign, Trouble } from '$lib/domain/studio/health';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import type { Db } from '../db/open';
import { items, menuLinks } from '../db/schema';
import { ourOrigin } from '../mail';
import { answeredOf } from '../studio/check';
import { keeperOf } from '../studio/nouns';

/** Nouns whose texts may hold links. */
const linking: readonly Noun[] = ['articles', 'documents', 'pages', 'series', 'events'];
const CHUNK = 100;
const LINES = 20;

/** A link the public sees, and the thing it stands in. */
interface Standing {
	href: string;
	title: { zh: string; en: string | null };
	path: string;
}

/** Every link of the public texts and menus. */
export async function* linksShown(db: Db): AsyncGenerator<Standing> {
	for (const noun of linking) {
		let after = '';
		for (;;) {
			const rows = await db
				.select({ id: items.id, zh: items.titleZh, en: items.titleEn })
				.from(items)
				.where(
					and(
						inArray(items.noun, [noun]),
						isNotNull(items.live),
						isNull(items.trashedAt),
						gt(items.id, after)
					)
				)
				.orderBy(asc(items.id))
				.limit(CHUNK);
			for (const { id, zh, en } of rows) {
				const content = await keeperOf(noun).read(db, id);
				if (!content) continue;
				for (const { links } of spoken(describe(noun).fields, content))
					for (const { href } of links)
						yield { href, title: { zh, en }, path: `/studio/${noun}/${id}` };
			}
			if (rows.length < CHUNK) break;
			after = rows.at(-1)!.id;
		}
	}
	for (const { labelZh: zh, labelEn: en, href } of await db.select().from(menuLinks))
		yield { href, title: { zh, en }, path: '/studio/menus' };
}

/** Links to pages of ours that nobody answers. */
export async function deadLinksSign(db: Db): Promise<Sign> {
	const origin = ourOrigin();
	const dead: Trouble[] = [];
	let looked = 0;
	let batch: (Standing & { own: string })[] = [];
	const look = async () => {
		const answered = await answeredOf(
			db,
			batch.map(({ own }) => own)
		);
		for (const { own, title, path } of batch)
			if (!answered.has(own)) dead.push({ title, path, fact: own });
		batch = [];
	};
	for await (const link of linksShown(db)) {
		const own = ownPath(link.href, origin);
		if (own === null) continue;
		looked++;
		batch.push({ ...link, own });
		if (batch.length >= CHUNK) await look();
	}
	await look();
	return {
		name: 'dead-links',
		count: dead.length,
		of: looked,
		troubles: dead.slice(0, LINES),
		at: null
	};
}
