import { beforeEach, expect, it } from 'vitest';
import type { Module } from '$lib/domain/modules';
import { momentOf } from '$lib/domain/visits/slots';
import { emptyDb, NOON } from '$tests/make';
import { agreed, dayIn, hall } from '$tests/visits';
import type { Db } from './db/open';
import { outbox, settings } from './db/schema';
import { write } from './db/write';
import { plant } from './seed';
import { bookOfTrail, givesStamps } from './stamps/books';
import { strikeSignups } from './signups/clock';
import { takesVisits } from './visits/ground';

let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});
const turn = (module: Module, on: boolean) =>
	write(db, (tx) =>
		tx
			.insert(settings)
			.values({ key: 'modules', value: { [module]: on } })
			.onConflictDoUpdate({ target: settings.key, set: { value: { [module]: on } } })
	);

it.each([true, false])('pages lead to stamps while that part is on (%s)', async (on) => {
	await plant(db, NOON);
	await turn('stamps', on);
	expect(await bookOfTrail(db, 'demonstration-liangzhu-luniao')).toBe(
		on ? 'liangzhu-luniao' : null
	);
	expect(await givesStamps(db, 'gangnan-village')).toBe(on);
});

it.each([true, false])('places take groups while that part is on (%s)', async (on) => {
	const at = await hall(db);
	await turn('visits', on);
	expect(await takesVisits(db, at)).toBe(on);
});

it('groups are not reminded with a link that leads nowhere, but once visits are on again', async () => {
	await agreed(db, await hall(db));
	const start = momentOf(dayIn(5), 540);
	const reminded = async () =>
		(await db.select().from(outbox)).filter(({ template }) => template === 'visit-reminder').length;
	await turn('visits', false);
	await strikeSignups(db, start - 86_400_000);
	expect(await reminded()).toBe(0);
	await turn('visits', true);
	await strikeSignups(db, start - 3_600_000);
	expect(await reminded()).toBe(1);
});
