import { and, asc, count, desc, eq, inArray, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { mayDo, nextLevel } from '$lib/domain/contests/entry-law';
import type { ChainLevel, Plan } from '$lib/domain/contests/plan';
import { mayOrganize, scopesOf } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { personal, record } from '../audit';
import type { Db, Reader, Tx } from '../db/open';
import { contests, editions, entries, entryTrace, recommendations } from '../db/schema';
import { write } from '../db/write';
import type { Self } from '../people/account';
import { occasionOf, standingOf } from './entries';
import type { EditionRow, EntryRow } from './entries';
import { isOwnEntry } from './eligibility';
import { tellDecided } from './eligibility-mails';
import { submittedContents } from './entry-lines';

const NOTE_LIMIT = 500;
const SHOWN = 200;

/** Entries that somebody may see here at all: a manager those of the own town or organization. */
function seen(who: Who): SQL | undefined {
	if (mayOrganize(who)) return undefined;
	const scopes = scopesOf(who);
	const ids = (kind: 'town' | 'organization') =>
		scopes.filter((scope) => scope.kind === kind).map(({ id }) => id);
	return or(inArray(entries.town, ids('town')), inArray(entries.unit, ids('organization')));
}

/**
 * The body in whose name somebody recommends at a level, or null: a manager for the own town or
 * organization at the lowest level, the office for every body that has nobody here.
 */
function bodyFor(
	who: Who,
	entry: Pick<EntryRow, 'town' | 'unit'>,
	level: ChainLevel
): string | null {
	if (level === 'town')
		for (const { kind, id } of scopesOf(who)) {
			if (kind === 'town' && entry.town === id) return id;
			if (kind === 'organization' && entry.unit === id) return id;
		}
	if (!mayOrganize(who)) return null;
	return level === 'town' ? (entry.town ?? 'office') : level;
}

/** An entry that waits for somebody's word, or had it. */
interface Recommended {
	entry: EntryRow;
	/** As it was submitted: what is being written now is nobody's yet. */
	synopsis: string;
	edition: Pick<EditionRow, 'id' | 'titleZh' | 'titleEn'>;
	category: { zh: string; en?: string | null | undefined } | null;
	level: ChainLevel;
	/** Places the body has left at this level; null without a limit. */
	left: { quota: number; left: number } | null;
}

/** How many entries a body has recommended in an edition at a level. */
async function used(db: Reader, editionId: string, level: ChainLevel, body: string) {
	const [row] = await db
		.select({ n: count() })
		.from(recommendations)
		.innerJoin(entries, eq(entries.id, recommendations.entryId))
		.where(
			and(
				eq(entries.editionId, editionId),
				eq(recommendations.level, level),
				eq(recommendations.body, body),
				eq(recommendations.verdict, 'recommend')
			)
		);
	return row!.n;
}

const quotaOf = (plan: Plan, level: ChainLevel): number | null =>
	plan.channels.unit.quotas[level] ?? null;

/** Entries that wait for this person's recommendation, the longest waiting first. */
export async function waitingFor(db: Reader, who: Who): Promise<Recommended[]> {
	const rows = await db
		.select()
		.from(entries)
		.where(and(eq(entries.state, 'submitted'), eq(entries.channel, 'unit'), seen(who)))
		.orderBy(asc(entries.submittedAt), asc(entries.id));
	const plans = new Map(
		(
			await db
				.select()
				.from(editions)
				.where(inArray(editions.id, [...new Set(rows.map(({ editionId }) => editionId))]))
		).map((edition) => [edition.id, edition])
	);
	const places = new Map<string, number>();
	const waiting: Recommended[] = [];
	for (const entry of rows) {
		const edition = plans.get(entry.editionId);
		const plan = edition?.plan;
		const level = plan && nextLevel(entry, plan.channels.unit.chain);
		const body = level && bodyFor(who, entry, level);
		if (!plan || !level || !body) continue;
		const quota = quotaOf(plan, level);
		const key = `${edition.id} ${level} ${body}`;
		if (quota !== null && !places.has(key))
			places.set(key, await used(db, edition.id, level, body));
		waiting.push({
			entry,
			synopsis: entry.content.synopsis,
			edition,
			category: plan.categories.find(({ id }) => id === entry.categoryId)?.title ?? null,
			level,
			left: quota === null ? null : { quota, left: Math.max(0, quota - places.get(key)!) }
		});
		if (waiting.length >= SHOWN) break;
	}
	const contents = await submittedContents(
		db,
		waiting.map(({ entry }) => entry.id)
	);
	for (const one of waiting) one.synopsis = contents.get(one.entry.id)!.synopsis;
	return waiting;
}

/** What this person, or the body they speak for, has decided, newest first. */
export async function decidedBy(db: Reader, who: Who) {
	return db
		.select({
			id: entries.id,
			title: entries.title,
			number: entries.number,
			unit: entries.unit,
			level: recommendations.level,
			verdict: recommendations.verdict,
			note: recommendations.note,
			at: recommendations.at
		})
		.from(recommendations)
		.innerJoin(entries, eq(entries.id, recommendations.entryId))
		.where(seen(who))
		.orderBy(desc(recommendations.at))
		.limit(SHOWN);
}

/** Finds an entry for somebody who may speak about it; null for everybody else. */
async function found(db: Tx, who: Who, id: string) {
	const [row] = await db
		.select({ entry: entries, edition: editions, contest: contests })
		.from(entries)
		.innerJoin(editions, eq(editions.id, entries.editionId))
		.innerJoin(contests, eq(contests.id, editions.contestId))
		.where(and(eq(entries.id, id), eq(entries.channel, 'unit'), seen(who)));
	const plan = row?.edition.plan;
	return row && plan && row.entry.state !== 'draft' ? { ...row, plan } : null;
}

/** What somebody says of an entry; `version` is the one they looked at. */
interface Saying {
	verdict: 'recommend' | 'decline';
	version: number;
	note: string;
}

/**
 * Recommends an entry of a unit at the level that is next, or gives it back to its people with a
 * remark. After the last level the office may pass it.
 */
export async function recommendEntry(
	db: Db,
	by: Self,
	id: string,
	{ verdict, version, note: typed }: Saying
): Promise<Ruled<{ title: string; level: ChainLevel }>> {
	const note = typed.replaceAll('\0', '').trim();
	if (verdict === 'decline' && !note) return refuse({ field: 'note', reason: 'note' });
	if (note.length > NOTE_LIMIT)
		return refuse({ field: 'note', reason: 'too-long', detail: { limit: NOTE_LIMIT } });
	return write(db, async (tx) => {
		const row = await found(tx, by.who, id);
		if (!row) return refuse({ field: '', reason: 'gone' });
		const { entry, plan, edition } = row;
		if (await isOwnEntry(tx, by.who, entry)) {
			await record(tx, by, { act: 'conflict', noun: 'entries', id, after: { deed: verdict } });
			return refuse({ field: '', reason: 'own-entry' });
		}
		if (version !== entry.version)
			return refuse({ field: '', reason: 'stale', detail: { version: entry.version } });
		const occasion = await occasionOf(tx, { ...row, late: null }, by.now);
		const may = mayDo(verdict, standingOf(entry), 'recommender', occasion);
		if (!may.ok) return may;
		const level = nextLevel(entry, occasion.chain)!;
		const body = bodyFor(by.who, entry, level);
		if (!body) return refuse({ field: '', reason: 'no-level' });
		const quota = quotaOf(plan, level);
		if (verdict === 'recommend' && quota !== null)
			if ((await used(tx, edition.id, level, body)) >= quota)
				return refuse({ field: '', reason: 'quota-full', detail: { limit: quota } });
		const said = { body, verdict, personId: by.who.id, note: note || null, at: by.now };
		await tx
			.insert(recommendations)
			.values({ entryId: id, level, ...said })
			.onConflictDoUpdate({
				target: [recommendations.entryId, recommendations.level],
				set: said
			});
		const state = verdict === 'recommend' ? entry.state : 'returned';
		const due = verdict === 'decline' ? (plan.dates.correctUntil ?? plan.dates.closesAt) : null;
		await tx
			.update(entries)
			.set({
				state,
				updatedAt: by.now,
				...(verdict === 'recommend' ? { recommended: level } : { decidedAt: by.now })
			})
			.where(eq(entries.id, id));
		await tx.insert(entryTrace).values({
			entryId: id,
			act: verdict,
			state,
			version: entry.version,
			personId: by.who.id,
			note: note || null,
			dueAt: due,
			at: by.now
		});
		await record(tx, by, {
			act: verdict,
			noun: 'entries',
			id,
			title: entry.title || undefined,
			after: { number: entry.number, level, body },
			...(note ? { why: personal(note, entry.ownerId) } : {})
		});
		if (verdict === 'decline')
			await tellDecided(
				tx,
				row,
				{ deed: 'return', reasons: ['not-recommended'], note, dueAt: due },
				by.now
			);
		return accept({ title: entry.title, level });
	});
}
