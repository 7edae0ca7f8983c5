import { eq } from 'drizzle-orm';
import type { Reader } from '../../db/open';
import { renditions } from '../../db/schema';

/** The files made of a film, as the office is told of them. */
export const madeOf = (db: Reader, filmId: string) =>
	db
		.select({
			kind: renditions.kind,
			bytes: renditions.bytes,
			width: renditions.width,
			height: renditions.height,
			at: renditions.at
		})
		.from(renditions)
		.where(eq(renditions.filmId, filmId))
		.orderBy(renditions.kind);
