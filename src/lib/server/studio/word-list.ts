import { and, asc, count, eq, or, sql } from 'drizzle-orm';
import { fold } from '$lib/domain/check/matcher';
import { misspellings } from '$lib/domain/check/misspellings';
import { wordLimits } from '$lib/domain/check/word';
import type { Entry } from '$lib/domain/check/word';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { newId, settings, words } from '../db/schema';
import { write } from '../db/write';
import { touchWords } from './words';

export type WordRow = typeof words.$inferSelect;

/** Words on one page of the list. */
export const PAGE = 100;

/** A page of the list, in the order of the words, and how many fit the search. */
export async function listWords(
	reader: Reader,
	{ q, page }: { q: string; page: number }
): Promise<{ words: WordRow[]; total: number }> {
	const pattern = `%${fold(q).replace(/[\\%_]/g, '\\$&')}%`;
	const where = q
		? or(
				sql`${words.folded} LIKE ${pattern} ESCAPE '\\'`,
				sql`${words.suggestion} LIKE ${pattern} ESCAPE '\\'`
			)
		: undefined;
	const [all] = await reader.select({ total: count() }).from(words).where(where);
	const rows = await reader
		.select()
		.from(words)
		.where(where)
		.orderBy(asc(words.folded), asc(words.scope))
		.limit(PAGE)
		.offset((page - 1) * PAGE);
	return { words: rows, total: all!.total };
}

/** Every word, for a table. */
export const allWords = (reader: Reader): Promise<WordRow[]> =>
	reader.select().from(words).orderBy(asc(words.folded), asc(words.scope));

/** Puts a word on the list; one that stands there already is refused. */
export const addWord = (db: Db, by: By, entry: Entry): Promise<Ruled<string>> =>
	write(db, async (tx) => {
		const [known] = await tx
			.select({ id: words.id })
			.from(words)
			.where(and(eq(words.folded, fold(entry.word)), eq(words.scope, entry.scope)));
		if (known) return refuse({ field: 'word', reason: 'taken' });
		if ((await total(tx)) >= wordLimits.words) return refuse({ field: 'word', reason: 'too-many' });
		const id = newId(by.now);
		await tx.insert(words).values({ ...entry, id, folded: fold(entry.word), at: by.now });
		await touchWords(tx);
		await record(tx, by, { act: 'create', noun: 'words', id, title: entry.word, after: entry });
		return accept(id);
	});

/** Switches a word on or off. */
export const switchWord = (db: Db, by: By, id: string, on: boolean): Promise<Ruled<string>> =>
	change(db, by, id, on ? 'switch-on' : 'switch-off', (tx) =>
		tx.update(words).set({ on, at: by.now }).where(eq(words.id, id))
	);

/** Takes a word off the list. */
export const removeWord = (db: Db, by: By, id: string): Promise<Ruled<string>> =>
	change(db, by, id, 'remove', (tx) => tx.delete(words).where(eq(words.id, id)));

const change = (
	db: Db,
	by: By,
	id: string,
	act: string,
	make: (tx: Tx) => Promise<unknown>
): Promise<Ruled<string>> =>
	write(db, async (tx) => {
		const [word] = await tx.select().from(words).where(eq(words.id, id));
		if (!word) return refuse({ field: '', reason: 'no-such' });
		await make(tx);
		await touchWords(tx);
		await record(tx, by, { act, noun: 'words', id, title: word.word });
		return accept(id);
	});

/** Puts many words on the list, all of them or none; those that stand there are written anew. */
export const importWords = (
	db: Db,
	by: By,
	entries: readonly Entry[]
): Promise<Ruled<{ added: number; changed: number }>> =>
	write(db, async (tx) => {
		const before = await total(tx);
		const rows = new Map(
			entries.map((entry) => [
				`${fold(entry.word)} ${entry.scope}`,
				{ ...entry, folded: fold(entry.word), id: newId(by.now), at: by.now }
			])
		);
		await putAll(tx, [...rows.values()]);
		const after = await total(tx);
		// Thrown, so that the transaction leaves nothing of it.
		if (after > wordLimits.words) throw new TooMany();
		await touchWords(tx);
		const added = after - before;
		const told = { added, changed: rows.size - added };
		await record(tx, by, { act: 'import', noun: 'words', id: 'words', after: told });
		return accept(told);
	}).catch((error: unknown) => {
		if (error instanceof TooMany) return refuse({ field: 'file', reason: 'too-many' });
		throw error;
	});

class TooMany extends Error {}

async function putAll(tx: Tx, rows: (typeof words.$inferInsert)[]): Promise<void> {
	for (let at = 0; at < rows.length; at += 200)
		await tx
			.insert(words)
			.values(rows.slice(at, at + 200))
			.onConflictDoUpdate({
				target: [words.folded, words.scope],
				set: {
					word: sql`excluded.word`,
					suggestion: sql`excluded.suggestion`,
					note: sql`excluded.note`,
					sort: sql`excluded.sort`,
					severity: sql`excluded.severity`,
					at: sql`excluded.at`
				}
			});
}

async function total(reader: Reader): Promise<number> {
	const [row] = await reader.select({ total: count() }).from(words);
	return row!.total;
}

/** Gives a database the list we ship, once: what an office removes from it stays removed. */
export async function plantWords(db: Db, now: number): Promise<void> {
	const planted = eq(settings.key, 'words.planted');
	if ((await db.select().from(settings).where(planted)).length) return;
	await write(db, async (tx) => {
		await tx.insert(settings).values({ key: 'words.planted', value: 1 });
		await putAll(
			tx,
			misspellings.map(([word, suggestion]) => ({
				id: newId(now),
				folded: fold(word),
				word,
				suggestion,
				sort: 'wrong',
				severity: 'warning',
				at: now
			}))
		);
		await touchWords(tx);
	});
}
