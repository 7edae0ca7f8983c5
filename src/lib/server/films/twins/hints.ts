import { and, eq, ne, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Reader } from '../../db/open';
import { entries } from '../../db/schema';

/** What two entries have in common that may mean something, and often does not. */
type HintKind = 'phone' | 'unit' | 'title';

interface Hint {
	kind: HintKind;
	entryIds: string[];
}

/** The most entries named for one hint: a unit may well send dozens. */
const MOST = 50;

/** As the index `entries_phone` has it. */
const phone = sql`replace(replace(entries.content ->> '$.contact.phone', ' ', ''), '-', '')`;
const plain = (text: SQL | string) => sql`lower(replace(replace(${text}, ' ', ''), '　', ''))`;

/**
 * Entries with the same telephone number, unit or title: of any edition for the number and the title,
 * of the same edition for the unit. Kinds and ids alone; what they share is not repeated.
 */
export async function hintsFor(db: Reader, entryId: string): Promise<Hint[]> {
	const [entry] = await db.select().from(entries).where(eq(entries.id, entryId));
	if (!entry) return [];
	const number = entry.content.contact?.phone.replaceAll(/[ -]/g, '');
	const unit = entry.unit?.trim();
	const title = entry.title.trim();
	const asked: [HintKind, SQL | undefined][] = [
		['phone', number ? sql`${phone} = ${number}` : undefined],
		[
			'unit',
			unit
				? and(eq(entries.editionId, entry.editionId), sql`trim(entries.unit) = ${unit}`)
				: undefined
		],
		['title', title ? sql`${plain(sql`entries.title`)} = ${plain(title)}` : undefined]
	];
	const hints: Hint[] = [];
	for (const [kind, same] of asked) {
		if (!same) continue;
		const rows = await db
			.select({ id: entries.id })
			.from(entries)
			// A draft is nobody’s business but its people’s.
			.where(and(same, ne(entries.id, entryId), ne(entries.state, 'draft')))
			.limit(MOST);
		if (rows.length) hints.push({ kind, entryIds: rows.map(({ id }) => id) });
	}
	return hints;
}
