import { and, eq, lt } from 'drizzle-orm';
import { mayCreate, mayWrite } from '$lib/domain/people/may';
import type { By, Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { changed } from '$lib/domain/studio/field';
import type { Content } from '$lib/domain/studio/field';
import { describe } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import type { Db, Reader } from '../db/open';
import { autosaves } from '../db/schema';
import { write } from '../db/write';
import { contentOf, find, standing } from './items';

/** The id under which what is typed into the form of a new thing is kept. */
export const NEW = 'new';
/** Largest content kept, UTF-16 units of its JSON. */
const LARGEST = 400_000;
/** Deepest content kept: a text with lists in quotations has some twenty levels. */
const DEEPEST = 100;
/** What nobody came back to is dropped after 60 days. */
const KEPT = 60 * 86_400_000;

/** What somebody typed and did not save. */
interface Typed {
	content: Content;
	/** Version they began with. */
	base: number;
	at: number;
}

const mine = (noun: Noun, id: string, person: string) =>
	and(eq(autosaves.noun, noun), eq(autosaves.itemId, id), eq(autosaves.personId, person));

/** What this person has typed into this form and not saved; null for nothing. */
export async function typed(
	db: Reader,
	who: Who | null,
	noun: Noun,
	id: string
): Promise<Typed | null> {
	if (!who) return null;
	const [row] = await db
		.select({ content: autosaves.content, base: autosaves.base, at: autosaves.at })
		.from(autosaves)
		.where(mine(noun, id, who.id));
	return row ?? null;
}

/** Only what the form has fields for, whatever was sent. */
function known(noun: Noun, sent: unknown): Content | null {
	if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return null;
	const { fields } = describe(noun);
	const content = Object.fromEntries(
		fields.flatMap(({ name }) =>
			Object.hasOwn(sent, name) ? [[name, (sent as Content)[name] ?? null]] : []
		)
	);
	return isDeep(content) || JSON.stringify(content).length > LARGEST ? null : content;
}

/** Whether values lie deeper in each other than any form puts them: readers of it would run out of stack. */
function isDeep(content: Content): boolean {
	let level: unknown[] = [content];
	for (let deep = 0; level.length; deep++) {
		if (deep > DEEPEST) return true;
		level = level.flatMap((value) =>
			typeof value === 'object' && value !== null ? Object.values(value) : []
		);
	}
	return false;
}

/**
 * Keeps what somebody is typing, for them alone; it is no version and leaves no trace. What says the
 * same as the version it began with is forgotten instead.
 */
export async function keep(
	db: Db,
	by: By,
	noun: Noun,
	id: string,
	sent: { content: unknown; base: unknown }
): Promise<Ruled<{ at: number | null }> | { missing: true }> {
	const content = known(noun, sent.content);
	const base = Number(sent.base);
	if (!content || !Number.isInteger(base) || base < 0)
		return refuse({ field: '', reason: 'not-readable' });
	return write(db, async (tx) => {
		const { who, now } = by;
		const item = id === NEW ? null : await find(tx, who, noun, id);
		if (!who || (id !== NEW && !item)) return { missing: true as const };
		if (item ? !mayWrite(who, standing(item)) : !mayCreate(who, noun))
			return refuse({ field: '', reason: 'not-yours' });
		const stood = item ? await contentOf(tx, item, base) : {};
		if (stood && !changed(describe(noun).fields, stood, content).length) {
			await tx.delete(autosaves).where(mine(noun, id, who.id));
			return accept({ at: null });
		}
		const row = { content, base, at: now };
		const before = await typed(tx, who, noun, id);
		if (before)
			await tx
				.update(autosaves)
				.set(row)
				.where(mine(noun, id, who.id));
		else {
			await tx.delete(autosaves).where(lt(autosaves.at, now - KEPT));
			await tx.insert(autosaves).values({ noun, itemId: id, personId: who.id, ...row });
		}
		return accept({ at: now });
	});
}

/** Forgets what somebody typed. */
export async function discard(db: Db, by: By, noun: Noun, id: string): Promise<void> {
	const { who } = by;
	if (who) await write(db, (tx) => tx.delete(autosaves).where(mine(noun, id, who.id)));
}
