import { and, asc, eq, isNotNull, isNull, lte, min } from 'drizzle-orm';
import { goneAt, TRASH_DAYS } from '$lib/domain/media/asset';
import type { Reader } from '../db/open';
import { items } from '../db/schema';
import type { Item } from './items';

/** Things done in one round; the next follows at once. */
const MOST = 200;
const DAY = 24 * 60 * 60_000;

const publishes = and(eq(items.state, 'scheduled'), isNotNull(items.publishAt));
const expires = and(isNotNull(items.live), isNotNull(items.expireAt));
const purges = isNotNull(items.trashedAt);

type Due = Pick<Item, 'noun' | 'id'>;

/** What is due; a thing that is due twice is there once for each. */
export async function due(reader: Reader, now: number): Promise<Due[]> {
	const columns = { noun: items.noun, id: items.id };
	const [begin, end, gone] = [
		await reader
			.select({ ...columns, at: items.publishAt })
			.from(items)
			.where(and(publishes, isNull(items.trashedAt), lte(items.publishAt, now)))
			.orderBy(asc(items.publishAt))
			.limit(MOST),
		await reader
			.select({ ...columns, at: items.expireAt })
			.from(items)
			.where(and(expires, lte(items.expireAt, now)))
			.orderBy(asc(items.expireAt))
			.limit(MOST),
		await reader
			.select({ ...columns, at: items.trashedAt })
			.from(items)
			.where(and(purges, lte(items.trashedAt, now - TRASH_DAYS * DAY)))
			.limit(MOST)
	];
	// At the same minute a new version begins before the old one would end.
	return [...begin, ...end, ...gone].sort((a, b) => a.at! - b.at!);
}

/** When something is due next, ms since the epoch; null while nothing is planned. */
export async function nextDue(reader: Reader): Promise<number | null> {
	const [[begin], [end], [gone]] = [
		await reader
			.select({ at: min(items.publishAt) })
			.from(items)
			.where(publishes),
		await reader
			.select({ at: min(items.expireAt) })
			.from(items)
			.where(expires),
		await reader
			.select({ at: min(items.trashedAt) })
			.from(items)
			.where(purges)
	];
	const times = [begin?.at, end?.at, gone?.at == null ? null : goneAt(gone.at)];
	return times.reduce<number | null>(
		(first, at) => (at == null ? first : first === null ? at : Math.min(first, at)),
		null
	);
}
