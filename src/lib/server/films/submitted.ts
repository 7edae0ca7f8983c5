import { and, isNotNull, sql } from 'drizzle-orm';
import { entries, entryFiles } from '../db/schema';

/**
 * Whether a file of an entry was ever submitted: drafts, and what is put into a returned entry before
 * it is submitted again, are their people’s alone. For queries that join `entry_files` with `entries`.
 */
export const wasSubmitted = and(
	isNotNull(entries.number),
	sql`(EXISTS (SELECT 1 FROM entry_versions v, json_each(v.files) f
			WHERE v.entry_id = ${entryFiles.entryId} AND f.value = ${entryFiles.id})
		OR NOT EXISTS (SELECT 1 FROM entry_versions v WHERE v.entry_id = ${entryFiles.entryId}))`
);
