import { expect, it } from 'vitest';
import { entries, entryVersions } from '$lib/server/db/schema';
import { chance } from '$tests/films';
import { aPlan, anEdition, anEntry, content } from '$tests/contests';
import { emptyDb, NOON } from '$tests/make';
import { acting, signedIn, somebody } from '$tests/people';
import { submitEntry } from './entries';

/** Entries that are submitted, and how often each is tried: 10,000 tries in all. */
const ENTRIES = 400;
const TRIES = 25;

it('10,000 submissions in the two seconds around the close, with clocks that jump: none late, none refused early', async () => {
	const db = await emptyDb();
	const closesAt = NOON + 1000;
	const plan = aPlan();
	for (const statement of plan.statements) statement.required = false;
	plan.dates = { ...plan.dates, closesAt, graceMinutes: 60 };
	plan.channels.person.perPerson = null;
	plan.categories[0]!.materials = [];
	const edition = await anEdition(db, { plan });
	const li = await acting(db, await signedIn(db, await somebody(db)));
	const written = content({ agreed: [] });
	const ids: string[] = [];
	for (let n = 0; n < ENTRIES; n++)
		ids.push(
			(await anEntry(db, edition, { owner: li.who.id, content: written, createdAt: NOON })).id
		);

	const next = chance(20261122);
	let late = 0;
	let early = 0;
	const first = new Map<string, number>();
	const tries = Array.from({ length: ENTRIES * TRIES }, (_, n) => ({
		id: ids[n % ENTRIES]!,
		now: closesAt - 2000 + Math.floor(next() * 4001)
	}));
	// The moment itself and both its neighbours are among them.
	[-1, 0, 1].forEach((ms, n) => (tries[n]!.now = closesAt + ms));
	for (let n = 0; n < tries.length; n += 200)
		await Promise.all(
			tries.slice(n, n + 200).map(async ({ id, now }) => {
				const done = await submitEntry(db, { ...li, now }, id, 'zh');
				if (done.ok && !done.value.again) {
					if (now >= closesAt) late++;
					if (first.has(id)) throw new Error('one entry was submitted twice');
					first.set(id, now);
				}
				if (!done.ok && now < closesAt) early++;
			})
		);

	const wanted = new Set(tries.filter(({ now }) => now < closesAt).map(({ id }) => id));
	expect([late, early]).toEqual([0, 0]);
	expect([...first.keys()].sort()).toEqual([...wanted].sort());
	// Every number once, without a gap.
	const given = await db.select({ number: entries.number }).from(entries);
	const numbers = given.flatMap(({ number }) => number ?? []).sort();
	expect(numbers).toEqual(
		Array.from({ length: wanted.size }, (_, n) => `7-W-${String(n + 1).padStart(4, '0')}`).sort()
	);
	expect(await db.$count(entryVersions)).toBe(wanted.size);
}, 300_000);
