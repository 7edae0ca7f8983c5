import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { NOON, emptyDb } from '$tests/make';
import { everyEvent } from '../../domain/events/filter';
import { events, occasions } from '../db/schema';
import { list } from '../events/finding';
import { plant } from '.';
import { clearVolumeEvents, plantVolumeEvents } from './volume-events';

test('synthetic events are marked, found, replaced by new ones, and go away again', async () => {
	const db = await emptyDb();
	await plant(db, NOON);
	const coming = async (q = '') => (await list(db, { ...everyEvent, q }, NOON, { limit: 1 })).total;
	const real = await coming();
	await plantVolumeEvents(db, { count: 30, now: NOON });
	await plantVolumeEvents(db, { count: 12, now: NOON });
	expect(await coming()).toBe(real + 12);
	expect(await coming('合成')).toBe(12);
	const made = await db.select().from(events).where(eq(events.synthetic, true));
	expect(
		made.filter(
			({ titleZh, slug }) => !titleZh.startsWith('合成') || !slug.startsWith('synthetic-')
		)
	).toEqual([]);
	expect(await clearVolumeEvents(db)).toBe(12);
	expect([await coming(), await coming('合成')]).toEqual([real, 0]);
	const kept = await db.select({ id: occasions.eventId }).from(occasions);
	expect(kept.filter(({ id }) => id.startsWith('synevent'))).toEqual([]);
});
