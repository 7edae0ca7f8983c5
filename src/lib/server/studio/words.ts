import { and, eq, inArray } from 'drizzle-orm';
import { matcher } from '$lib/domain/check/matcher';
import type { Hit } from '$lib/domain/check/matcher';
import type { Word } from '$lib/domain/check/word';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader, Tx } from '../db/open';
import { newId, settings, words } from '../db/schema';

/** Under this key the settings keep a name of the list as it stands, another one after each change. */
const STAMP = 'words.stamp';

type Match = (text: string) => Hit<Word>[];
/** Ready matchers by the name of their list and noun, the longest unused first. */
const ready = new Map<string, Match>();
const MOST_READY = 32;

/** Finds the words of the list that are switched on for a noun. */
export async function wordsFor(reader: Reader, noun: Noun): Promise<Match> {
	const [row] = await reader
		.select({ value: settings.value })
		.from(settings)
		.where(eq(settings.key, STAMP));
	// No name: nothing was ever on the list.
	if (typeof row?.value !== 'string') return () => [];
	const key = `${row.value} ${noun}`;
	const known = ready.get(key) ?? matcher(await listed(reader, noun));
	ready.delete(key);
	ready.set(key, known);
	if (ready.size > MOST_READY) ready.delete(ready.keys().next().value!);
	return known;
}

/** Entries for this noun stand before those for all, so that they win. */
async function listed(reader: Reader, noun: Noun): Promise<Word[]> {
	const rows = await reader
		.select()
		.from(words)
		.where(and(eq(words.on, true), inArray(words.scope, ['all', noun])));
	return rows.sort((a, b) => Number(a.scope === 'all') - Number(b.scope === 'all'));
}

/** Says that the list has changed; called in every transaction that changes it. */
export async function touchWords(tx: Tx): Promise<void> {
	const value = newId();
	await tx
		.insert(settings)
		.values({ key: STAMP, value })
		.onConflictDoUpdate({ target: settings.key, set: { value } });
}
