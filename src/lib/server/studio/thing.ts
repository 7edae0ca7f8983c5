import { and, asc, eq } from 'drizzle-orm';
import type { Thing } from '$lib/domain/studio/review';
import { publishedBefore, roundOf, writersOf } from '$lib/domain/studio/trace';
import type { ReviewAct, Written } from '$lib/domain/studio/trace';
import type { Reader } from '../db/open';
import { reviews, versions } from '../db/schema';
import { standing } from './items';
import type { Item } from './items';
import { reviewSteps } from './review-settings';

/** What the law of review reads of an act, and of a version. */
export const actColumns = {
	seq: reviews.seq,
	act: reviews.act,
	number: reviews.number,
	step: reviews.step,
	personId: reviews.personId,
	comment: reviews.comment,
	detail: reviews.detail,
	at: reviews.at
};
export const versionColumns = {
	number: versions.number,
	personId: versions.personId,
	restores: versions.restores,
	at: versions.at
};

/** All acts of review on a thing, oldest first. */
async function actsOf(
	reader: Reader,
	{ noun, id }: Pick<Item, 'noun' | 'id'>
): Promise<ReviewAct[]> {
	return reader
		.select(actColumns)
		.from(reviews)
		.where(and(eq(reviews.noun, noun), eq(reviews.itemId, id)))
		.orderBy(asc(reviews.seq));
}

/** Who saved which version of a thing, and when; without the contents. */
async function versionsOf(
	reader: Reader,
	{ noun, id }: Pick<Item, 'noun' | 'id'>
): Promise<(Written & { at: number })[]> {
	return reader
		.select(versionColumns)
		.from(versions)
		.where(and(eq(versions.noun, noun), eq(versions.itemId, id)))
		.orderBy(asc(versions.number));
}

/** A thing as the law of review sees it, with what it was read from. */
export async function thingOf(
	reader: Reader,
	item: Item
): Promise<{ thing: Thing; acts: ReviewAct[]; written: (Written & { at: number })[] }> {
	const acts = await actsOf(reader, item);
	const written = await versionsOf(reader, item);
	const steps = await reviewSteps(reader);
	return { thing: thingFrom(item, acts, written, steps), acts, written };
}

/** {@link thingOf} of what has been read already. */
export const thingFrom = (
	item: Item,
	acts: readonly ReviewAct[],
	written: readonly Written[],
	steps: number
): Thing => ({
	standing: standing(item),
	state: item.state,
	step: item.step,
	live: item.live !== null,
	head: item.head,
	liveNumber: item.liveNumber,
	trashed: item.trashedAt !== null,
	expireAt: item.expireAt,
	round: roundOf(acts),
	writers: writersOf(written, item.head, publishedBefore(acts, item.head, item.liveNumber)),
	steps
});
