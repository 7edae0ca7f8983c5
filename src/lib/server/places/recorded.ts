import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { places, towns } from '../db/schema';
import { published } from './conditions';

/**
 * How many demonstration units stand in the register: those of the portal's own district, which the
 * declared number speaks of, and those from elsewhere, kept for comparison. Synthetic ones count as
 * neither.
 */
export async function recordedUnits(db: Reader): Promise<{ own: number; elsewhere: number }> {
	const isOwn = or(isNull(places.townSlug), eq(towns.own, true))!;
	const [row] = await db
		.select({
			own: sql<number>`coalesce(sum(${isOwn}), 0)`,
			all: sql<number>`count(*)`
		})
		.from(places)
		.leftJoin(towns, eq(towns.slug, places.townSlug))
		.where(and(published, eq(places.kind, 'unit'), eq(places.synthetic, false)));
	const own = Number(row?.own ?? 0);
	return { own, elsewhere: Number(row?.all ?? 0) - own };
}
