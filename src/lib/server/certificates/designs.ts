import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { newDesign } from '$lib/domain/certificates/design';
import type { Design } from '$lib/domain/certificates/design';
import { mayOrganize } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { assets, certificateDesigns, editions, people } from '../db/schema';
import { write } from '../db/write';
import { setUses } from '../media/uses';
import { cleared } from '../scan/hold';

/** A design as it was saved; version 0 is the house's own, before anybody saved one. */
export interface Saved {
	version: number;
	design: Design;
}

/** The newest design of an edition, or one version of it; null for a version there is none of. */
export async function designOf(
	db: Reader,
	editionId: string,
	version?: number
): Promise<Saved | null> {
	if (version === 0) return { version: 0, design: newDesign() };
	const [row] = await db
		.select({ version: certificateDesigns.version, design: certificateDesigns.design })
		.from(certificateDesigns)
		.where(
			and(
				eq(certificateDesigns.editionId, editionId),
				version === undefined ? undefined : eq(certificateDesigns.version, version)
			)
		)
		.orderBy(desc(certificateDesigns.version))
		.limit(1);
	return row ?? (version === undefined ? { version: 0, design: newDesign() } : null);
}

/** Every saved version, the newest first, with who saved it. */
export const versionsOf = (db: Reader, editionId: string) =>
	db
		.select({
			version: certificateDesigns.version,
			at: certificateDesigns.at,
			by: people.name
		})
		.from(certificateDesigns)
		.leftJoin(people, eq(people.id, certificateDesigns.personId))
		.where(eq(certificateDesigns.editionId, editionId))
		.orderBy(desc(certificateDesigns.version));

/**
 * Keeps a design as the next version. One made from an older version than stands is refused: somebody
 * else saved meanwhile. Pictures it names are held in the library as long as any version names them.
 */
export async function saveDesign(
	db: Db,
	by: By,
	editionId: string,
	{ from, design }: { from: number; design: Design }
): Promise<Ruled<number>> {
	if (!mayOrganize(by.who)) return refuse({ field: '', reason: 'forbidden' });
	return write(db, async (tx) => {
		if (!(await tx.$count(editions, eq(editions.id, editionId))))
			return refuse({ field: '', reason: 'gone' });
		const now = (await designOf(tx, editionId))!;
		if (now.version !== from) return refuse({ field: '', reason: 'changed' });
		const wanted = picturesOf(design);
		const known = new Set((await libraryOf(tx, wanted)).map(({ id }) => id));
		const missing = wanted.filter((id) => !known.has(id));
		if (missing.length)
			return refuse({
				field: missing[0] === design.picture ? 'picture' : 'seal.asset',
				reason: 'no-picture'
			});
		const version = from + 1;
		await tx
			.insert(certificateDesigns)
			.values({ editionId, version, design, personId: by.who?.id ?? null, at: by.now });
		const all = await tx
			.select({ design: certificateDesigns.design })
			.from(certificateDesigns)
			.where(eq(certificateDesigns.editionId, editionId));
		await setUses(tx, 'certificates', editionId, false, [
			...new Set(all.flatMap((one) => picturesOf(one.design)))
		]);
		await record(tx, by, {
			act: 'save',
			noun: 'certificates',
			id: editionId,
			before: { version: from },
			after: { version, design: JSON.stringify(design) }
		});
		return accept(version);
	});
}

/** Ids of the pictures a design shows. */
export const picturesOf = (design: Design): string[] =>
	[design.background === 'picture' ? design.picture : null, design.seal.asset].filter(
		(id) => id !== null
	);

/**
 * Pictures of the library a certificate may bear: not in the trash, nobody on it still to be asked,
 * cleared by the scanner for malware.
 * @param ids only these; all, newest first, when not given
 */
export const libraryOf = (db: Reader, ids?: readonly string[]) =>
	db
		.select({
			id: assets.id,
			name: assets.originalName,
			alt: assets.altZh,
			sha256: assets.sha256,
			key: assets.key,
			variants: assets.variants,
			width: assets.width,
			height: assets.height
		})
		.from(assets)
		.where(
			and(
				eq(assets.form, 'photo'),
				isNull(assets.trashedAt),
				ne(assets.consent, 'needed'),
				cleared(sql`assets.id`),
				ids ? inArray(assets.id, [...ids, '']) : undefined
			)
		)
		.orderBy(desc(assets.createdAt))
		.limit(200);
