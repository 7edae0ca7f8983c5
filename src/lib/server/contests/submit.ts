import { and, eq, ne, sql } from 'drizzle-orm';
import type { EntryContent } from '$lib/domain/contests/entry';
import { categoryOf } from '$lib/domain/contests/entry-ask';
import { mayDo } from '$lib/domain/contests/entry-law';
import { missing } from '$lib/domain/contests/missing';
import type { HeldFile } from '$lib/domain/contests/missing';
import { countedWithin, numberOf, yearOf } from '$lib/domain/contests/numbering';
import { unitKey } from '$lib/domain/contests/unit-name';
import type { Locale } from '$lib/domain/locale';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { sortKey } from '$lib/domain/sort';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { entries, entryCounters, entryTrace, entryVersions, recommendations } from '../db/schema';
import { write } from '../db/write';
import { peopleChanged } from '../judging/conflicts-entry';
import type { Self } from '../people/account';
import { entryFor, occasionOf, standingOf } from './entries';
import type { Opened } from './entries';
import { filesOf } from './entry-files';
import { makeEntryFindable } from './entry-lines';
import { counted } from './entry-open';
import { agreedNow, bind } from './entry-statements';
import { tellReceived } from './entry-mails';

interface Submitted {
	number: string;
	version: number;
	/** Nothing happened: exactly this had been submitted before, from another window perhaps. */
	again: boolean;
}

/**
 * Submits a draft, or the corrected words of an entry, as one step that either happens whole or not
 * at all: the moment of the request decides about the deadline (inside the write), the checklist must
 * be empty, limits must leave room, statements are bound to the words that hold now, the number is
 * given once and for good, what was submitted is kept as a version, and a receipt goes out.
 */
export async function submitEntry(
	db: Db,
	by: Self,
	id: string,
	locale: Locale
): Promise<Ruled<Submitted>> {
	return write(db, async (tx) => {
		const opened = await entryFor(tx, by.who, id);
		if (!opened) return refuse({ field: '', reason: 'gone' });
		const { entry, plan, edition } = opened;
		const deed = entry.state === 'draft' ? 'submit' : 'correct';
		const occasion = await occasionOf(tx, opened, by.now);
		const may = mayDo(deed, standingOf(entry), opened.role, occasion);
		if (!may.ok && deed === 'submit') return may;
		const files = await filesOf(tx, entry, plan);
		if (entry.state === 'submitted' && (await unchanged(tx, opened, files)))
			return accept({ number: entry.number!, version: entry.version, again: true });
		if (!may.ok) return may;
		const content = { ...entry.content, agreed: await agreedNow(tx, entry) };
		const owed = missing(
			plan,
			{ categoryId: entry.categoryId, channel: entry.channel, content },
			files,
			by.now
		);
		if (owed.length)
			return refuse(
				...owed.map(({ field, reason, detail, step }) => ({
					field,
					reason,
					detail: { ...detail, step }
				}))
			);
		const full = await noRoom(tx, opened, content, deed);
		if (full.length) return refuse(...full);

		const number = entry.number ?? (await nextNumber(tx, opened, by.now));
		const version = entry.version + 1;
		const title = content.title.trim();
		await tx
			.update(entries)
			.set({
				state: 'submitted',
				number,
				version,
				content,
				revision: entry.revision + 1,
				title,
				titleEn: content.titleEn,
				town: content.town,
				unit: content.unit,
				sortKey: sortKey(title),
				submittedAt: entry.submittedAt ?? by.now,
				publicConsentAt:
					plan.showing === 'per-entry' && content.showing
						? (entry.publicConsentAt ?? by.now)
						: null,
				correctBy: null,
				// Whoever recommended, or released, meant the work as it was.
				recommended: null,
				releasedAt: null,
				updatedAt: by.now
			})
			.where(eq(entries.id, id));
		await tx.delete(recommendations).where(eq(recommendations.entryId, id));
		await tx.insert(entryVersions).values({
			entryId: id,
			number: version,
			content,
			files: files.map((file) => file.id),
			personId: by.who.id,
			at: by.now
		});
		await makeEntryFindable(tx, id);
		await tx.insert(entryTrace).values({
			entryId: id,
			act: deed,
			state: 'submitted',
			version,
			personId: by.who.id,
			at: by.now
		});
		await bind(tx, { ...entry, version }, content.agreed, { personId: by.who.id, now: by.now });
		await record(tx, by, {
			act: deed,
			noun: 'entries',
			id,
			title,
			after: { number, version, edition: edition.id, category: entry.categoryId }
		});
		await peopleChanged(tx, id, by.now);
		await tellReceived(tx, opened, {
			number,
			version,
			title,
			locale,
			sender: by.who.email,
			now: by.now
		});
		return accept({ number, version, again: false });
	});
}

/** Whether exactly this content and these files are the version submitted last. */
async function unchanged(tx: Tx, { entry }: Opened, files: readonly HeldFile[]): Promise<boolean> {
	const [last] = await tx
		.select()
		.from(entryVersions)
		.where(and(eq(entryVersions.entryId, entry.id), eq(entryVersions.number, entry.version)));
	return (
		JSON.stringify(last?.content) === JSON.stringify(entry.content) &&
		JSON.stringify(last?.files) === JSON.stringify(files.map(({ id }) => id))
	);
}

/**
 * Limits of the category, the person and the unit that leave no room for one more. A correction moves
 * an entry at most to another unit.
 */
async function noRoom(
	tx: Tx,
	{ entry, plan }: Opened,
	content: EntryContent,
	deed: 'submit' | 'correct'
): Promise<Refusal[]> {
	const all = counted(entry.editionId);
	const full: Refusal[] = [];
	const most = async (reason: string, limit: number | null | undefined, which = sql`1`) => {
		if (limit != null && (await tx.$count(entries, and(all, which))) >= limit)
			full.push({ field: '', reason, detail: { limit } });
	};
	const { person, unit } = plan.channels;
	if (entry.channel === 'unit' && content.unit && unit.perUnit !== null) {
		const own = unitKey(content.unit);
		const moved = deed === 'submit' || own !== unitKey(entry.unit ?? '');
		if (moved && (await ofUnit(tx, entry, own)) >= unit.perUnit)
			full.push({ field: '', reason: 'per-unit', detail: { limit: unit.perUnit } });
	}
	if (deed === 'correct') return full;
	const category = categoryOf(plan, entry.categoryId);
	await most('category-full', category?.quota, eq(entries.categoryId, entry.categoryId));
	if (entry.channel === 'person' && entry.ownerId)
		await most(
			'per-person',
			person.perPerson,
			and(eq(entries.ownerId, entry.ownerId), eq(entries.channel, 'person'))
		);
	return full;
}

/** Other entries of a unit that count, however its name was written in each. */
async function ofUnit(tx: Tx, { id, editionId }: Opened['entry'], key: string): Promise<number> {
	const rows = await tx
		.select({ unit: entries.unit })
		.from(entries)
		.where(and(counted(editionId), eq(entries.channel, 'unit'), ne(entries.id, id)));
	return rows.filter(({ unit }) => unit && unitKey(unit) === key).length;
}

/** The next number of the edition's pattern; one taken under an older pattern is passed over. */
async function nextNumber(tx: Tx, { entry, edition, plan }: Opened, now: number): Promise<string> {
	const of = {
		edition: edition.ordinal,
		year: yearOf(edition.opensAt ?? now),
		category: categoryOf(plan, entry.categoryId)?.code ?? '',
		channel: entry.channel
	};
	const within = countedWithin(plan.numbering, entry.categoryId);
	for (;;) {
		const [counter] = await tx
			.insert(entryCounters)
			.values({ editionId: edition.id, within, last: 1 })
			.onConflictDoUpdate({
				target: [entryCounters.editionId, entryCounters.within],
				set: { last: sql`last + 1` }
			})
			.returning();
		const number = numberOf(plan.numbering, of, counter!.last);
		const [taken] = await tx
			.select({ id: entries.id })
			.from(entries)
			.where(and(eq(entries.editionId, edition.id), eq(entries.number, number)));
		if (!taken) return number;
	}
}
