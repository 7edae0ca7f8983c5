import { and, eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import type { Noun } from '$lib/domain/studio/noun';
import type { Db, Tx } from '../db/open';
import { items } from '../db/schema';
import { write } from '../db/write';
import { record } from './record';

/** Refused attempts of one person that are recorded in a minute; more would let anybody fill the chain. */
const MOST = 12;
const MINUTE = 60_000;
const tried = new Map<string, { minute: number; count: number }>();

/** Whether one more attempt of this person may be recorded in this minute. */
function budgeted({ who, now }: By): boolean {
	if (!who) return false;
	const minute = Math.floor(now / MINUTE);
	const held = tried.get(who.id);
	const count = held?.minute === minute ? held.count + 1 : 1;
	if (tried.size > 10_000) tried.clear();
	tried.set(who.id, { minute, count });
	return count <= MOST;
}

/** Records that somebody signed in tried to do something behind a door that is shut to them. */
export async function refusedDoor(db: Db, by: By, route: string, method: string): Promise<void> {
	if (!budgeted(by)) return;
	await write(db, (tx) =>
		record(tx, by, {
			act: 'refuse',
			noun: 'doors',
			id: route,
			after: { deed: method, reason: 'refused' }
		})
	);
}

/** Records, in the transaction of the attempt, that somebody tried what is not theirs to do. */
export async function refusedDeed(
	tx: Tx,
	by: By,
	{ noun, id, title }: { noun: string; id: string; title?: string },
	deed: string,
	reason: string
): Promise<void> {
	if (budgeted(by))
		await record(tx, by, {
			act: 'refuse',
			noun,
			id,
			...(title === undefined ? {} : { title }),
			after: { deed, reason }
		});
}

/**
 * Records that somebody tried to change a thing they may not even see. What does not exist at all
 * leaves no trace, and the answer is the same for both.
 */
export async function refusedThing(
	tx: Tx,
	by: By,
	noun: Noun,
	id: string,
	deed: string
): Promise<void> {
	const [item] = await tx
		.select({ title: items.titleZh })
		.from(items)
		.where(and(eq(items.noun, noun), eq(items.id, id)));
	if (item) await refusedDeed(tx, by, { noun, id, title: item.title }, deed, 'not-yours');
}
