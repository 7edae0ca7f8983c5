import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { emptyDb, NOON } from '$tests/make';
import { asked, dayIn, got, receiver } from '$tests/visits';
import { places, visitRequests } from '../db/schema';
import { freeDays } from '$lib/domain/visits/slots';
import { openVisit } from '../visits/desk';
import { groundOf, receiving, takesVisits } from '../visits/ground';
import { plant } from '.';
import { HALL, plantHall } from './plant-hall';
import { clearVolume, plantVolume } from './plant-volume';

it('a synthetic hall takes groups, says everywhere that it is none, and goes with its requests', async () => {
	const db = await emptyDb();
	await plant(db, NOON);
	const before = await db.$count(places);
	expect([await plantHall(db, NOON), await plantHall(db, NOON)]).toEqual([true, false]);
	const [hall] = await db.select().from(places).where(eq(places.slug, HALL));
	expect(hall).toMatchObject({ synthetic: true, lon: null, precision: 'unknown', phone: null });
	expect(hall!.summaryZh).toMatch(/不是真实的场馆/);
	expect(await takesVisits(db, hall!.id)).toBe(true);
	expect((await receiving(db, HALL))!.open).toBe(true);
	const ground = (await groundOf(db, hall!.id, NOON))!;
	expect(ground.plan.note!.zh).toMatch(/功能演示/);
	expect(freeDays(ground, { from: dayIn(0), count: 3 }).days.length).toBe(3);
	const { id } = await asked(db, hall!.id, { slot: `${dayIn(5)}T0900` });
	expect(got(await openVisit(db, receiver(), id)).place.slug).toBe(HALL);
	// Other synthetic places put in its stead take it away, request and all.
	await plantVolume(db, { volume: 3, now: NOON });
	expect([await db.$count(visitRequests), await receiving(db, HALL)]).toEqual([0, null]);
	expect(await clearVolume(db)).toBe(3);
	expect(await db.$count(places)).toBe(before);
});
