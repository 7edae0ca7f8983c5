import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { nouns } from '$lib/domain/studio/noun';
import type { Noun } from '$lib/domain/studio/noun';
import { hindrance, stepsOf } from '$lib/domain/studio/review';
import type { Hindrance } from '$lib/domain/studio/review';
import { roundOf } from '$lib/domain/studio/trace';
import type { ReviewAct, Written } from '$lib/domain/studio/trace';
import type { Reader } from '../db/open';
import { items, reviews, versions } from '../db/schema';
import { visibleTo } from './items';
import type { Item } from './items';
import { namesOf } from './panel';
import { reviewSettings } from './review-settings';
import { actColumns, thingFrom, versionColumns } from './thing';

/** Most things one look at the queue reads. */
const QUEUE_LIMIT = 500;
const DAY = 24 * 60 * 60_000;

export const queueViews = ['mine', 'all', 'scheduled', 'returned'] as const;
type QueueView = (typeof queueViews)[number];

/** A thing that waits. */
interface Waiting {
	noun: Noun;
	id: string;
	titleZh: string;
	titleEn: string | null;
	/** The step it waits for, and of how many. */
	step: number;
	steps: number;
	/** When it was submitted, or sent back. */
	since: number;
	by: string | null;
	/** Why this person may not review it; null when they may. */
	hindered: Hindrance | null;
	overdue: boolean;
	publishAt: number | null;
	/** What was said when it was sent back. */
	comment: string | null;
}

interface Queue {
	waiting: Waiting[];
	counts: Record<QueueView, number>;
	days: number;
	/** More are waiting than were read. */
	more: boolean;
}

/** What waits, by view: for me (oldest first), all in review, for their time, sent back to me. */
export async function queueOf(
	reader: Reader,
	by: Pick<By, 'who' | 'now'>,
	{ view, noun, overdue }: { view: QueueView; noun: Noun | null; overdue: boolean }
): Promise<Queue> {
	const { steps, days } = await reviewSettings(reader);
	const rows = await reader
		.select()
		.from(items)
		.where(
			and(
				inArray(items.noun, noun ? [noun] : [...nouns]),
				inArray(items.state, ['review', 'scheduled']),
				isNull(items.trashedAt),
				visibleTo(by.who)
			)
		)
		.limit(QUEUE_LIMIT + 1);
	const more = rows.length > QUEUE_LIMIT;
	const back = await sentBack(reader, by, noun);
	const all = [...rows.slice(0, QUEUE_LIMIT), ...back];
	const { acts, written } = await readOf(reader, all);
	const names = await namesOf(
		reader,
		[...acts.values()].flatMap((list) => list.map(({ personId }) => personId))
	);
	const told = all.map((item): { item: Item; told: Waiting } => {
		const mine = acts.get(key(item)) ?? [];
		const thing = thingFrom(item, mine, written.get(key(item)) ?? [], steps);
		const round = roundOf(mine);
		const last = mine[mine.length - 1];
		const returned = item.state === 'draft' && last?.act === 'return' ? last : null;
		const since = returned?.at ?? round?.since ?? item.updatedAt;
		return {
			item,
			told: {
				noun: item.noun,
				id: item.id,
				titleZh: item.titleZh,
				titleEn: item.titleEn,
				step: item.step + 1,
				steps: stepsOf(thing),
				since,
				by: names(returned ? returned.personId : (round?.submitter ?? null)),
				hindered: hindrance(thing, 'approve', by.who),
				overdue: item.state === 'review' && by.now - since > days * DAY,
				publishAt: item.publishAt,
				comment: returned?.comment ?? null
			}
		};
	});
	const views: Record<QueueView, typeof told> = {
		mine: told.filter(({ item, told }) => item.state === 'review' && told.hindered === null),
		all: told.filter(({ item }) => item.state === 'review'),
		scheduled: told.filter(({ item }) => item.state === 'scheduled'),
		returned: told.filter(({ item }) => item.state === 'draft')
	};
	const waiting = views[view]
		.map(({ told }) => told)
		.filter((one) => !overdue || one.overdue)
		.sort((a, b) =>
			view === 'scheduled'
				? (a.publishAt ?? 0) - (b.publishAt ?? 0)
				: Number(a.hindered !== null) - Number(b.hindered !== null) || a.since - b.since
		);
	const counts = Object.fromEntries(queueViews.map((name) => [name, views[name].length])) as Record<
		QueueView,
		number
	>;
	return { waiting, counts, days, more };
}

const key = ({ noun, id }: Pick<Item, 'noun' | 'id'>): string => `${noun} ${id}`;

/** Drafts whose newest act sent them back and that this person submitted. */
async function sentBack(
	reader: Reader,
	{ who }: Pick<By, 'who'>,
	noun: Noun | null
): Promise<Item[]> {
	if (!who) return [];
	const ids = await reader
		.select({ noun: reviews.noun, itemId: reviews.itemId })
		.from(reviews)
		.where(
			and(
				eq(reviews.personId, who.id),
				eq(reviews.act, 'submit'),
				sql`(SELECT act FROM reviews AS later WHERE later.noun = reviews.noun AND later.item_id = reviews.item_id ORDER BY later.seq DESC LIMIT 1) = 'return'`
			)
		)
		.limit(QUEUE_LIMIT);
	const wanted = new Set(ids.map(({ noun, itemId }) => `${noun} ${itemId}`));
	if (!wanted.size) return [];
	const rows = await reader
		.select()
		.from(items)
		.where(
			and(
				inArray(items.noun, noun ? [noun] : [...nouns]),
				inArray(items.id, [...new Set(ids.map(({ itemId }) => itemId))]),
				eq(items.state, 'draft'),
				isNull(items.trashedAt),
				visibleTo(who)
			)
		);
	return rows.filter((item) => wanted.has(key(item)));
}

/** Acts and versions of many things at once, by {@link key}. */
async function readOf(reader: Reader, all: readonly Item[]) {
	const acts = new Map<string, ReviewAct[]>();
	const written = new Map<string, Written[]>();
	const ids = [...new Set(all.map(({ id }) => id))];
	for (let at = 0; at < ids.length; at += 400) {
		const part = ids.slice(at, at + 400);
		for (const { noun, itemId, ...act } of await reader
			.select({ ...actColumns, noun: reviews.noun, itemId: reviews.itemId })
			.from(reviews)
			.where(and(inArray(reviews.noun, [...nouns]), inArray(reviews.itemId, part)))
			.orderBy(asc(reviews.seq))) {
			const name = key({ noun, id: itemId });
			acts.set(name, [...(acts.get(name) ?? []), act]);
		}
		for (const { noun, itemId, ...version } of await reader
			.select({ ...versionColumns, noun: versions.noun, itemId: versions.itemId })
			.from(versions)
			.where(and(inArray(versions.noun, [...nouns]), inArray(versions.itemId, part)))
			.orderBy(asc(versions.number))) {
			const name = key({ noun, id: itemId });
			written.set(name, [...(written.get(name) ?? []), version]);
		}
	}
	return { acts, written };
}
