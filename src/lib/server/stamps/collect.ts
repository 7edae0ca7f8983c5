import { sql } from 'drizzle-orm';
import { REMEMBERED, suspicious } from '$lib/domain/stamps/pace';
import type { Taken } from '$lib/domain/stamps/pace';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { dayStamp } from '$lib/domain/when';
import { limiter, limitKey } from '../corrections-limit';
import type { Db } from '../db/open';
import { given, prepared } from '../db/prepared';
import { stampCounts } from '../db/schema';
import { write } from '../db/write';
import { readPoster } from './posters';
import { newStamp } from './sign';

/** Stamps one telephone takes at once: a household. */
const MOST_TOGETHER = 8;
/** Addresses remembered at once; the longest unheard is forgotten first. */
const ADDRESSES = 20_000;

/** What is remembered of addresses for some minutes, in memory alone, never stored. */
interface Memory {
	/** Notes a collection and says whether it looks like one made without walking. */
	note: (address: string, now: Taken) => boolean;
	/** Counts one; false when one address, or everybody together, asks far too often. */
	take: (address: string) => Promise<boolean>;
}

export function memory({ each = 600, all = 60_000 } = {}): Memory {
	const seen = new Map<string, Taken[]>();
	const limit = limiter({ each, all });
	return {
		note(address, now) {
			const key = limitKey(address);
			const before = (seen.get(key) ?? []).filter(({ at }) => now.at - at < REMEMBERED);
			const flagged = suspicious(before, now);
			seen.delete(key);
			seen.set(key, [...before, now].slice(-100));
			if (seen.size > ADDRESSES) seen.delete(seen.keys().next().value!);
			return flagged;
		},
		take: (address) => limit.take(address)
	};
}

/** What somebody gets who stamped. */
interface Given {
	/** One signed stamp for each of the household. */
	stamps: string[];
	/** Slug and name of the place, and the day. */
	place: string;
	name: string;
	day: string;
}

/** Adds to the numbers of a place and a day. */
const count = prepared((tx) =>
	tx
		.insert(stampCounts)
		.values({
			...{ placeId: given('placeId'), day: given('day') },
			...{ given: given('given'), flagged: given('flagged') }
		})
		.onConflictDoUpdate({
			target: [stampCounts.placeId, stampCounts.day],
			set: {
				given: sql`${stampCounts.given} + excluded.given`,
				flagged: sql`${stampCounts.flagged} + excluded.flagged`
			}
		})
);

/**
 * Gives stamps of the place a poster hangs at. Kept of it is a number per place and day; who asks is
 * remembered for minutes, in memory, to tell a walk from a machine.
 * @param many stamps at once, for a household
 */
export async function collect(
	db: Db,
	remembered: Memory,
	{ code, many, address, now }: { code: string; many: number; address: string; now: number }
): Promise<Ruled<Given>> {
	if (!Number.isInteger(many) || many < 1 || many > MOST_TOGETHER)
		return refuse({ field: 'many', reason: 'many', detail: { most: MOST_TOGETHER } });
	if (!(await remembered.take(address))) return refuse({ field: '', reason: 'too-often' });
	return write(db, async (tx) => {
		// Read within the write: a poster renewed a moment ago gives no stamp any more.
		const read = await readPoster(tx, code);
		if (read.kind !== 'good') return refuse({ field: '', reason: read.kind });
		const { place, poster } = read;
		const position: Taken['position'] =
			place.lon === null || place.lat === null ? null : [place.lon, place.lat];
		const flagged = remembered.note(address, { at: now, many, place: place.id, position });
		const day = dayStamp(now);
		await count(tx, { placeId: place.id, day, given: many, flagged: flagged ? many : 0 });
		return accept({
			stamps: Array.from({ length: many }, () => newStamp(poster.number, now, flagged)),
			place: place.slug,
			name: place.nameZh,
			day
		});
	});
}
