import { and, eq } from 'drizzle-orm';
import { errors, warnings } from '$lib/domain/check/finding';
import { goneAt } from '$lib/domain/media/asset';
import type { By } from '$lib/domain/people/who';
import type { Next } from '$lib/domain/studio/review';
import type { ActDetail, ClockReason, Warned } from '$lib/domain/studio/trace';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { items } from '../db/schema';
import { write } from '../db/write';
import { shared } from '../shared';
import { atPlace } from './at-place';
import { checked } from './check';
import { due } from './due';
import { carryOut, note } from './effect';
import { contentOf } from './items';
import type { Item } from './items';
import { reviewWords, tellPublished, tellReturned } from './tell';
import { thingOf } from './thing';
import { purge } from './trash';

const clock = (now: number): By => ({ who: null, machine: 'clock', address: null, now });

/** What the clock did to a thing. */
type Struck = 'publish' | 'return' | 'expire' | 'purge';

/**
 * Does everything whose time has come, in the order of the times, each in its own transaction. What
 * has been done is done: a clock set back repeats and undoes nothing.
 * @returns what was done to what, and how many could not be done and wait for the next time
 */
export async function strike(
	db: Db,
	now: number
): Promise<{ done: { id: string; did: Struck }[]; failed: number }> {
	const done: { id: string; did: Struck }[] = [];
	let failed = 0;
	for (const { noun, id } of await due(db, now))
		try {
			const did = await write(db, (tx) => strikeOne(tx, noun, id, now));
			if (did) done.push({ id, did });
		} catch (error) {
			failed++;
			shared.report?.(error, `clock ${noun} ${id}`);
		}
	return { done, failed };
}

/** Does the one thing a thing is due for now, as it stands inside this transaction; null for none. */
export async function strikeOne(
	tx: Tx,
	noun: Item['noun'],
	id: string,
	now: number
): Promise<Struck | null> {
	const [item] = await tx
		.select()
		.from(items)
		.where(and(eq(items.noun, noun), eq(items.id, id)));
	if (!item) return null;
	if (item.trashedAt !== null) {
		if (goneAt(item.trashedAt) > now) return null;
		await purge(tx, clock(now), item);
		return 'purge';
	}
	const begins = item.state === 'scheduled' && item.publishAt !== null && item.publishAt <= now;
	const ends = item.live !== null && item.expireAt !== null && item.expireAt <= now;
	if (begins && !(ends && item.expireAt! < item.publishAt!)) return begin(tx, item, now);
	if (!ends) return null;
	await settle(tx, item, now, 'expire', {
		...standing(item),
		state: item.state === 'published' ? 'expired' : item.state,
		live: false,
		expireAt: null,
		effect: 'withdraw'
	});
	return 'expire';
}

const standing = (item: Item): Next => ({
	state: item.state,
	step: item.step,
	live: item.live !== null,
	publishAt: item.publishAt,
	expireAt: item.expireAt,
	effect: null,
	comment: null
});

/** Publishes what was passed and waited, or sends it back where that is not possible any more. */
async function begin(tx: Tx, item: Item, now: number): Promise<'publish' | 'return'> {
	const { thing } = await thingOf(tx, item);
	const end = thing.round?.expireAt ?? null;
	const own = new Set(thing.writers);
	if (thing.round?.submitter) own.add(thing.round.submitter);
	const submitter = thing.round?.submitter ?? null;
	const stopped = end !== null && end <= now ? late : await hindrance(tx, item, { submitter, now });
	if (stopped) {
		await settle(
			tx,
			item,
			now,
			'return',
			{ ...standing(item), state: 'draft', step: 0, publishAt: null },
			stopped
		);
		await tellReturned(
			tx,
			item,
			own,
			(locale) => reviewWords(locale).returnedByClock[stopped.reason],
			now
		);
		return 'return';
	}
	await settle(tx, item, now, 'publish', {
		...standing(item),
		state: 'published',
		live: true,
		publishAt: null,
		expireAt: end,
		effect: 'put'
	});
	await tellPublished(tx, item, own, now);
	return 'publish';
}

type Stopped = ActDetail & { reason: ClockReason };
const late: Stopped = { reason: 'window-passed' };

/** Why what was passed cannot be published any more: errors stop; warnings were confirmed. */
async function hindrance(
	tx: Tx,
	item: Item,
	of: { submitter: string | null; now: number }
): Promise<Stopped | null> {
	const content = await contentOf(tx, item, item.head);
	const { found, refusals } = content
		? await checked(tx, item.noun, item.id, content)
		: { found: [], refusals: [{ field: '', reason: 'no-such-version' }] };
	if (refusals.length)
		return {
			reason: 'unfit',
			stopped: refusals.map(({ field, reason }): Warned => ({ check: reason, field }))
		};
	const venue = content ? await atPlace(tx, item, content, of) : [];
	if (venue.length)
		return {
			reason: 'venue',
			stopped: venue.map(({ field, reason }): Warned => ({ check: reason, field }))
		};
	return warnings(found).length < found.length
		? { reason: 'checks', stopped: errors(found).map(({ check, field }) => ({ check, field })) }
		: null;
}

/** Writes down what the clock did. */
async function settle(
	tx: Tx,
	item: Item,
	now: number,
	act: 'publish' | 'expire' | 'return',
	next: Next,
	detail: ActDetail = {}
): Promise<void> {
	const number = act === 'expire' ? item.liveNumber : item.head;
	await carryOut(tx, item, next, now);
	await note(tx, item, clock(now), act, { number, detail });
	await record(tx, clock(now), {
		act,
		noun: item.noun,
		id: item.id,
		title: item.titleZh,
		before: { state: item.state, live: item.live !== null },
		after: { state: next.state, live: next.live, version: number, ...detail }
	});
}
