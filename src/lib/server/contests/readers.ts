import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Locale } from '$lib/domain/locale';
import { say } from '$lib/domain/text';
import type { Reader } from '../db/open';
import { entries, entryEditors, people } from '../db/schema';

/** SQLite takes so many values in one list. */
const MOST = 500;

/** Somebody who works on an entry and can be written to. */
export interface EntryReader {
	personId: string;
	email: string;
	name: string;
	locale: Locale;
}

/**
 * The accounts that news of each entry go to: its owner and everybody who works on it, once each; an
 * account that is closed gets none.
 * @returns a list for every entry asked for, by its id
 */
export async function readersOf(
	db: Reader,
	ids: readonly string[]
): Promise<Map<string, EntryReader[]>> {
	const found = new Map<string, EntryReader[]>(ids.map((id) => [id, []]));
	const fields = {
		personId: people.id,
		email: people.email,
		name: people.name,
		locale: people.locale
	};
	for (let at = 0; at < ids.length; at += MOST) {
		const some = ids.slice(at, at + MOST);
		const owners = await db
			.select({ entry: entries.id, ...fields })
			.from(entries)
			.innerJoin(people, eq(people.id, entries.ownerId))
			.where(and(inArray(entries.id, some), isNull(people.disabledAt)));
		const editors = await db
			.select({ entry: entryEditors.entryId, ...fields })
			.from(entryEditors)
			.innerJoin(people, eq(people.id, entryEditors.personId))
			.where(and(inArray(entryEditors.entryId, some), isNull(people.disabledAt)));
		for (const { entry, ...reader } of [...owners, ...editors]) {
			const readers = found.get(entry)!;
			if (!readers.some(({ personId }) => personId === reader.personId)) readers.push(reader);
		}
	}
	return found;
}

type Titled = { titleZh: string; titleEn: string | null };

/** What a mail calls an edition: the contest’s name and its own. */
export const editionName = (
	{ contest, edition }: { contest: Titled; edition: Titled },
	locale: Locale
): string =>
	[contest, edition]
		.map(({ titleZh, titleEn }) => say({ zh: titleZh, en: titleEn }, locale))
		.join(' ');
