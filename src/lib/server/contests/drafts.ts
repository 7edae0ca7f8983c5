import { and, eq, gt } from 'drizzle-orm';
import type { EntryContent } from '$lib/domain/contests/entry';
import { mergeEntry } from '$lib/domain/contests/entry-merge';
import type { Clash } from '$lib/domain/contests/entry-merge';
import { entryShape } from '$lib/domain/contests/entry-shape';
import { mayDo } from '$lib/domain/contests/entry-law';
import { ELSEWHERE, entryLimits } from '$lib/domain/contests/entry';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { sortKey } from '$lib/domain/sort';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { audit, entries, towns } from '../db/schema';
import { write } from '../db/write';
import type { Self } from '../people/account';
import { bind } from './entry-statements';
import { wordings } from './statements';
import { entryFor, occasionOf, standingOf } from './entries';

/** What a part of the form sends. */
export interface Typed {
	/** Only the fields of the part. */
	content: unknown;
	/** The same fields as they stood when the form was opened; null to overwrite what stands. */
	began: unknown;
	/** Versions of the statements that were shown, by key; those not named were not shown. */
	wordings?: Record<string, number>;
	/** Saved by the page itself while somebody types: on the record once an hour, not at every pause. */
	auto?: boolean;
}

interface Saved {
	content: EntryContent;
	revision: number;
	/** What somebody else changed meanwhile and differently; nothing of it was overwritten. */
	clashes: Clash[];
	/** Keys of statements whose words changed since they were shown. */
	reworded: string[];
}

/**
 * Keeps what was typed into a draft, or into a correction under way. What two people changed at the
 * same time is merged field by field; what they changed differently is told, and nothing is lost:
 * theirs stands, mine is in the form.
 */
export async function saveEntry(db: Db, by: Self, id: string, typed: Typed): Promise<Ruled<Saved>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		const { entry, plan } = opened;
		const may = mayDo('save', standingOf(entry), opened.role, await occasionOf(tx, opened, by.now));
		if (!may.ok) return may;
		const shape = entryShape(plan, entry.categoryId);
		const mine = shape.safeParse(typed.content);
		if (!mine.success)
			return refuse(
				...mine.error.issues.slice(0, 20).map(({ path, code }) => ({
					field: path.join('.'),
					reason: code === 'too_big' ? 'too-much' : 'not-readable'
				}))
			);
		// What somebody claims to have seen decides only what of their own counts as changed.
		const began = typed.began === null ? null : shape.safeParse(typed.began);
		const { town } = mine.data;
		if (town && town !== ELSEWHERE && town !== entry.content.town && !(await isTown(tx, town)))
			return refuse({ field: 'town', reason: 'not-readable' });
		const reworded = await notShown(tx, entry.editionId, mine.data.agreed, typed.wordings);
		if (mine.data.agreed)
			mine.data.agreed = mine.data.agreed.filter((key) => !reworded.includes(key));

		const { content, clashes } = mergeEntry(
			began?.success ? began.data : only(entry.content, mine.data),
			entry.content,
			mine.data
		);
		// Each row may be let in by itself and all of them be more than a crew.
		const most = Math.max(entryLimits.crew, entry.content.crew.length);
		if (content.crew.length > most) return refuse({ field: 'crew', reason: 'too-much' });
		if (mine.data.agreed)
			await bind(tx, entry, content.agreed, { personId: by.who.id, now: by.now });
		if (JSON.stringify(content) === JSON.stringify(entry.content))
			return accept({ content, revision: entry.revision, clashes, reworded });
		const revision = entry.revision + 1;
		const title = content.title.trim().slice(0, 200);
		await tx
			.update(entries)
			.set({
				content,
				revision,
				updatedAt: by.now,
				// Of an entry that was submitted lists show what was submitted.
				...(entry.version === 0
					? {
							title,
							titleEn: content.titleEn?.slice(0, 300) ?? null,
							town: content.town,
							unit: content.unit?.slice(0, 200) ?? null,
							sortKey: title ? sortKey(title) : ''
						}
					: {})
			})
			.where(eq(entries.id, id));
		if (!typed.auto || !(await recordedLately(tx, by, id)))
			await record(tx, by, {
				act: 'save',
				noun: 'entries',
				id,
				title: title || undefined,
				after: { revision, fields: Object.keys(mine.data).join(' ') }
			});
		return accept({ content, revision, clashes, reworded });
	});
}

const HOUR = 3_600_000;

/** Whether the record says already, within the hour, that this person wrote in this entry. */
async function recordedLately(tx: Tx, { who, now }: Self, id: string): Promise<boolean> {
	const [row] = await tx
		.select({ seq: audit.seq })
		.from(audit)
		.where(
			and(
				eq(audit.noun, 'entries'),
				eq(audit.thing, id),
				eq(audit.act, 'save'),
				eq(audit.person, who.id),
				gt(audit.at, now - HOUR)
			)
		)
		.limit(1);
	return !!row;
}

const only = (content: EntryContent, like: Partial<EntryContent>): Partial<EntryContent> =>
	Object.fromEntries(
		Object.keys(like).map((key) => [key, content[key as keyof EntryContent]])
	) as Partial<EntryContent>;

async function isTown(tx: Tx, slug: string): Promise<boolean> {
	const [row] = await tx.select({ slug: towns.slug }).from(towns).where(eq(towns.slug, slug));
	return !!row;
}

/** Statements agreed to in words that do not hold any more. */
async function notShown(
	tx: Tx,
	editionId: string,
	agreed: readonly string[] | undefined,
	shown: Record<string, number> | undefined
): Promise<string[]> {
	if (!agreed || !shown) return [];
	const newest = await wordings(tx, editionId);
	return agreed.filter((key) => newest.get(key)?.version !== shown[key]);
}
