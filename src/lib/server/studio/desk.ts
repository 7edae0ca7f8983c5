import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { mayReadCorrections, mayReceive, mayReview } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import { nouns } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import { nounsOf } from '$lib/domain/studio/rooms';
import type { Room } from '$lib/domain/studio/rooms';
import { stepLimits } from '$lib/domain/studio/review';
import type { Reader } from '../db/open';
import { autosaves, corrections, items, people } from '../db/schema';
import { visibleTo } from './items';
import { waitingVenues } from '../venues/inbox';
import { waitingVisits } from '../visits/waits';
import { reviewSettings } from './review-settings';

/** Most lines of one part of the desk. */
const LINES = 6;
/** How far ahead the desk looks for what expires, in milliseconds. */
const AHEAD = 14 * 86_400_000;

const columns = {
	noun: items.noun,
	id: items.id,
	titleZh: items.titleZh,
	titleEn: items.titleEn,
	state: items.state,
	step: items.step,
	live: items.live,
	publishAt: items.publishAt,
	expireAt: items.expireAt,
	updatedAt: items.updatedAt,
	by: people.name
};

const select = (db: Reader) =>
	db.select(columns).from(items).leftJoin(people, eq(people.id, items.updatedBy));

/** A line of the desk. */
type Line = Awaited<ReturnType<typeof lines>>[number];

const lines = (db: Reader, who: Who | null, where: SQL | undefined, order: SQL, limit = LINES) =>
	select(db)
		.where(and(isNull(items.trashedAt), visibleTo(who), where))
		.orderBy(order)
		.limit(limit);

const anyNoun = sql`${items.noun} IN ${[...nouns]}`;

/** Drafts whose newest version this person wrote. */
const mine = (who: Who | null): SQL =>
	sql`${items.updatedBy} = ${who?.id ?? ''} AND ${items.state} = 'draft'`;

/** Whether the newest version was sent back rather than newly written. */
const sentBack = sql`(SELECT act FROM reviews r WHERE r.noun = ${items.noun} AND r.item_id = ${items.id}
	AND r.number = ${items.head} ORDER BY r.seq DESC LIMIT 1) = 'return'`;

/**
 * What waits for this person's review: a step the role may take, neither own work nor a second step.
 * The act itself decides again; this only keeps the desk free of what would be refused.
 */
async function forMe(db: Reader, who: Who | null): Promise<SQL> {
	const { steps } = await reviewSettings(db);
	const open = Array.from({ length: stepLimits.most }, (_, step) => step).filter((step) =>
		mayReview(who, step + 1, Math.max(steps, step + 1))
	);
	if (!who || !open.length) return sql`0`;
	return sql`${anyNoun} AND ${items.state} = 'review' AND ${items.step} IN ${open}
		AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.noun = ${items.noun} AND v.item_id = ${items.id}
			AND v.number > ${items.liveNumber} AND v.number <= ${items.head} AND v.person_id = ${who.id})
		AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.noun = ${items.noun} AND r.item_id = ${items.id}
			AND r.number = ${items.head} AND r.person_id = ${who.id} AND r.act IN ('submit', 'approve'))`;
}

/** How much waits in which room: own drafts, what is to be reviewed, open corrections, groups, requests for places. */
export async function waiting(
	db: Reader,
	who: Who | null,
	now: number
): Promise<Partial<Record<Room, number>>> {
	const counted = async (where: SQL) => {
		const rows = await db
			.select({ noun: items.noun, n: sql<number>`count(*)` })
			.from(items)
			.where(and(isNull(items.trashedAt), visibleTo(who), where))
			.groupBy(items.noun);
		return new Map(rows.map(({ noun, n }) => [noun, n]));
	};
	const [drafts, review] = [await counted(mine(who)), await counted(await forMe(db, who))];
	const found: Partial<Record<Room, number>> = {};
	for (const noun of nounsOf(who)) {
		const n = drafts.get(noun) ?? 0;
		if (n) found[noun] = n;
	}
	const toReview = [...review.values()].reduce((sum, n) => sum + n, 0);
	if (toReview) found.review = toReview;
	const open = await openCorrections(db, who);
	if (open) found.corrections = open;
	const groups = mayReceive(who) ? await waitingVisits(db, who, now) : 0;
	if (groups) found.visits = groups;
	const venues = await waitingVenues(db, who);
	if (venues) found.venues = venues;
	return found;
}

async function openCorrections(db: Reader, who: Who | null): Promise<number> {
	return mayReadCorrections(who) ? db.$count(corrections, isNull(corrections.doneAt)) : 0;
}

/** Everything on the first page of the studio, as this person may see it, at a moment. */
export async function desk(db: Reader, who: Who | null, now: number) {
	const drafted = sql`${items.updatedAt} DESC`;
	const returned = await lines(db, who, sql`${mine(who)} AND ${sentBack}`, drafted);
	const drafts = await lines(db, who, sql`${mine(who)} AND ${sentBack} IS NOT 1`, drafted);
	const toReview = await lines(db, who, await forMe(db, who), asc(items.updatedAt));
	const scheduled = await lines(db, who, gt(items.publishAt, now), asc(items.publishAt));
	const expiring = await lines(
		db,
		who,
		and(gt(items.expireAt, now), lte(items.expireAt, now + AHEAD)),
		asc(items.expireAt)
	);
	return {
		returned,
		drafts,
		toReview,
		scheduled,
		expiring,
		unsaved: await unsaved(db, who),
		recent: await changes(db, who),
		corrections: await openCorrections(db, who)
	};
}

/** What somebody typed and did not save; a thing that is not yet one has no name. */
async function unsaved(db: Reader, who: Who | null) {
	if (!who) return [];
	return db
		.select({
			noun: autosaves.noun,
			id: autosaves.itemId,
			titleZh: items.titleZh,
			titleEn: items.titleEn,
			at: autosaves.at
		})
		.from(autosaves)
		.leftJoin(items, sql`${items.noun} = ${autosaves.noun} AND ${items.id} = ${autosaves.itemId}`)
		.where(
			sql`${autosaves.personId} = ${who.id} AND (${autosaves.itemId} = 'new' OR (${items.trashedAt} IS NULL AND ${visibleTo(who)}))`
		)
		.orderBy(desc(autosaves.at))
		.limit(LINES);
}

/** The newest changes of each noun, from the index of times, then the newest of them all. */
async function changes(db: Reader, who: Who | null): Promise<Line[]> {
	const newest = async (noun: Noun) =>
		lines(db, who, eq(items.noun, noun), sql`${items.updatedAt} DESC`, LINES + 2);
	const all = await Promise.all(nounsOf(who).map(newest));
	return all
		.flat()
		.sort((a, b) => b.updatedAt - a.updatedAt)
		.slice(0, LINES + 2);
}
