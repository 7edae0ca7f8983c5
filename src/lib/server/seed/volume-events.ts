import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { eventTypes } from '../../domain/events/event';
import { insertMany } from '../db/insert';
import type { Db } from '../db/open';
import { events, occasions, places } from '../db/schema';
import { touchContent, write } from '../db/write';
import { indexRows, removeRows } from '../search';
import { enter } from '../studio/enter';
import { leave } from '../studio/leave';
import { plantSources, plantTowns } from './plant-places';
import { towns } from './towns';
import { chanceOf, pick } from './volume';

const CHUNK = 500;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const own = towns.filter(({ label }) => label !== null);

/**
 * Replaces all synthetic events by `count` new ones, each of one date in the year to come, at
 * published places in turn. They say in title and text what they are; nothing real is touched.
 * @param now moment of publication, ms since the epoch
 */
export async function plantVolumeEvents(
	db: Db,
	{ count, seed = 1, now }: { count: number; seed?: number; now: number }
): Promise<void> {
	await clearVolumeEvents(db);
	await write(db, async (tx) => {
		await plantSources(tx);
		await plantTowns(tx, towns);
	});
	const halls = await db
		.select({ id: places.id })
		.from(places)
		.where(and(isNotNull(places.publishedAt), isNotNull(places.lon)))
		.orderBy(places.id)
		.limit(200);
	const today = now - ((now + 8 * HOUR) % DAY);
	const made = Array.from({ length: count }, (_, n) => {
		const chance = chanceOf(Math.imul(n + 1, 0x9e3779b1) ^ seed);
		const number = String(n + 1).padStart(6, '0');
		const startsAt = today + (1 + Math.floor(chance() * 364)) * DAY + (9 + (n % 10)) * HOUR;
		return {
			id: `synevent${number.padStart(12, '0')}`,
			slug: `synthetic-event-${number}`,
			titleZh: `合成活动 ${number}`,
			titleEn: `Synthetic event ${number}`,
			summaryZh: '合成数据，用于压力测试，不是真实的活动。',
			summaryEn: 'Synthetic data for load tests; not a real event.',
			type: pick(chance, eventTypes),
			precision: 'minute' as const,
			startsAt,
			endsAt: startsAt + 2 * HOUR,
			placeId: halls.length ? halls[n % halls.length]!.id : null,
			townSlug: pick(chance, own).slug,
			synthetic: true,
			publishedAt: now,
			createdAt: now,
			updatedAt: now
		};
	});
	for (let from = 0; from < made.length; from += CHUNK) {
		const chunk = made.slice(from, from + CHUNK);
		await write(db, async (tx) => {
			await insertMany(tx, events, chunk);
			await insertMany(
				tx,
				occasions,
				chunk.map(({ id, startsAt, endsAt }) => ({
					id: `${id}d`,
					eventId: id,
					key: keyOf(startsAt),
					startsAt,
					endsAt,
					publishedAt: now
				}))
			);
			await indexRows(
				tx,
				chunk.map(({ id, titleZh, titleEn, summaryZh, summaryEn }) => ({
					subject: 'event' as const,
					id,
					name: [titleZh, titleEn],
					place: [],
					body: [summaryZh, summaryEn]
				}))
			);
			await enter(
				tx,
				'events',
				chunk.map(({ id }) => id)
			);
			await touchContent(tx);
		});
	}
}

/** `YYYYMMDD'T'HHmm` in Asia/Shanghai. */
const keyOf = (at: number): string =>
	new Date(at + 8 * HOUR).toISOString().slice(0, 16).replaceAll(/[-:]/g, '');

/**
 * Removes every synthetic event with its dates.
 * @returns how many events were removed
 */
export async function clearVolumeEvents(db: Db): Promise<number> {
	let removed = 0;
	for (;;) {
		const taken = await write(db, async (tx) => {
			const rows = await tx
				.select({ id: events.id })
				.from(events)
				.where(eq(events.synthetic, true))
				.limit(CHUNK);
			const ids = rows.map(({ id }) => id);
			if (!ids.length) return 0;
			await tx.delete(events).where(inArray(events.id, ids));
			await removeRows(tx, 'event', ids);
			await leave(tx, 'events', ids);
			await touchContent(tx);
			return ids.length;
		});
		if (!taken) return removed;
		removed += taken;
	}
}
