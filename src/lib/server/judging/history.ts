import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../db/open';
import { sheetVersions } from '../db/schema';

/** Every state of a sheet, oldest first, for the juror whose it is. */
export const historyOf = (db: Reader, taskId: string) =>
	db
		.select({
			revision: sheetVersions.revision,
			act: sheetVersions.act,
			sheet: sheetVersions.sheet,
			total: sheetVersions.total,
			at: sheetVersions.at,
			typedAt: sheetVersions.typedAt,
			why: sheetVersions.why
		})
		.from(sheetVersions)
		.where(eq(sheetVersions.taskId, taskId))
		.orderBy(asc(sheetVersions.revision));
