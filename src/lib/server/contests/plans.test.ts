import { describe, expect, it } from 'vitest';
import { anEntry } from '$tests/contests';
import { NOON } from '$tests/make';
import { partOf } from '$lib/domain/contests/plan-parts';
import { editions, editionVersions } from '../db/schema';
import { planOf, savePlan, versionsOf } from './plans';
import { by, db, made, acts, numbering, send } from '$tests/worlds/plans';

describe('saving a plan', () => {
	it('makes a version, moves the columns with it and is recorded once', async () => {
		const closesAt = NOON + 3 * 86_400_000;
		const saved = await send('dates', ({ dates }) => {
			dates.closesAt = closesAt;
			dates.graceMinutes = 0;
		});
		expect(saved).toEqual({ ok: true, version: 2, changed: true });
		const [row] = await db.select().from(editions);
		expect([row!.version, row!.closesAt, row!.graceMinutes]).toEqual([2, closesAt, 0]);
		expect((await versionsOf(db, made.editionId)).map(({ number }) => number)).toEqual([2, 1]);
		expect(await acts()).toEqual(['editions save']);
	});

	it('of what stands already makes no version and no record', async () => {
		expect(await numbering(made.plan.numbering, 1)).toEqual({
			ok: true,
			version: 1,
			changed: false
		});
		expect(await acts()).toEqual([]);
	});

	it('of another page than somebody else saved meanwhile keeps both', async () => {
		await numbering('{edition}-{n:5}', 1);
		expect(await send('channels', ({ channels }) => (channels.person.perPerson = 1))).toEqual({
			ok: true,
			version: 3,
			changed: true
		});
		const plan = await planOf(db, made.editionId);
		expect([plan!.numbering, plan!.channels.person.perPerson]).toEqual(['{edition}-{n:5}', 1]);
	});

	it('of the same page, made from an old version, overwrites nothing and shows what stands', async () => {
		await numbering('{edition}-{n:5}', 1);
		expect(await numbering('{edition}-{n:6}', 1)).toEqual({
			ok: false,
			conflict: { version: 2, by: null, theirs: { numbering: '{edition}-{n:5}' } }
		});
		expect((await planOf(db, made.editionId))!.numbering).toBe('{edition}-{n:5}');
		expect(await numbering('{edition}-{n:6}', 2)).toEqual({ ok: true, version: 3, changed: true });
	});

	it('refuses at the input what no plan may say, and writes nothing', async () => {
		expect(await numbering('{edition}', 1)).toEqual({
			ok: false,
			refusals: [{ field: 'numbering', reason: 'one-count' }]
		});
		const said = { ...partOf(made.plan, 'keeping')!, uploadDays: 0, secret: true };
		expect(
			await savePlan(db, by, made.editionId, { version: 1, part: 'keeping', said })
		).toMatchObject({
			ok: false,
			refusals: [
				{ field: 'uploadDays', reason: 'too-small', detail: { min: 1 } },
				{ field: '', reason: 'unknown-field' }
			]
		});
		expect(await db.$count(editionVersions)).toBe(1);
	});

	it('of the list of categories keeps their limits, and gives a new one the usual', async () => {
		const said = partOf(made.plan, 'categories')! as { categories: Record<string, unknown>[] };
		const category = { ...said.categories[0]!, id: 'animation', code: 'D' };
		const saved = await savePlan(db, by, made.editionId, {
			version: 1,
			part: 'categories',
			said: { categories: [...said.categories.toReversed(), category] }
		});
		expect(saved.ok).toBe(true);
		const plan = await planOf(db, made.editionId);
		expect(plan!.categories.map(({ id, film }) => [id, film?.maxSeconds])).toEqual([
			['video', 300],
			['film', 1200],
			['animation', 300]
		]);
	});

	it('changes only the category named of its limits, and none that is gone', async () => {
		await send('category:video', ({ categories }) => {
			categories[0]!.film = null;
			categories[1]!.film = { ...categories[1]!.film!, maxSeconds: 600 };
		});
		const plan = await planOf(db, made.editionId);
		expect(plan!.categories.map(({ film }) => film?.maxSeconds)).toEqual([1200, 600]);
		expect(
			await savePlan(db, by, made.editionId, { version: 2, part: 'category:none', said: {} })
		).toEqual({ ok: false, refusals: [{ field: '', reason: 'gone' }] });
	});

	it('takes no category away from under entries', async () => {
		await anEntry(db, made);
		expect(await send('categories', ({ categories }) => categories.shift())).toMatchObject({
			ok: false,
			refusals: [{ field: 'categories', reason: 'category-has-entries', detail: { n: 1 } }]
		});
	});
});
