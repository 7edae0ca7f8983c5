import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { anEdition, anEntry, aPlan } from '../../../../tests/contests';
import type { AnEdition } from '../../../../tests/contests';
import { emptyDb, NOON } from '../../../../tests/make';
import { asRole } from '../../../../tests/people';
import type { Plan } from '$lib/domain/contests/plan';
import { newPlan } from '$lib/domain/contests/plan-new';
import { partOf } from '$lib/domain/contests/plan-parts';
import type { Db } from '../db/open';
import { audit, editions, editionVersions, statements } from '../db/schema';
import { contentVersion } from '../db/write';
import { copyEdition, planOf, publishEdition, savePlan, versionsOf } from './plans';
import { dateChanges, publicEdition } from './public';

const by = asRole('organizer');
let db: Db;
let made: AnEdition;
beforeEach(async () => {
	db = await emptyDb();
	made = await anEdition(db, { state: 'draft' });
});

const acts = async () =>
	(await db.select().from(audit).orderBy(asc(audit.seq))).map(({ act, noun }) => `${noun} ${act}`);
const numbering = (pattern: string, version: number) =>
	savePlan(db, by, made.editionId, { version, part: 'numbering', said: { numbering: pattern } });

/** A page of the plan changed and sent. */
async function send(
	part: Parameters<typeof partOf>[1],
	change: (said: Plan) => unknown,
	{ version = 1, why = '', now = NOON } = {}
) {
	const plan = structuredClone((await planOf(db, made.editionId))!);
	change(plan);
	return savePlan(db, { ...by, now }, made.editionId, {
		version,
		part,
		said: partOf(plan, part)!,
		why
	});
}

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

describe('publishing', () => {
	it('is refused while the check list stops it, and says what is missing', async () => {
		made = await anEdition(db, { state: 'draft', plan: newPlan() });
		const refused = await publishEdition(db, by, made.editionId, { version: 1 });
		expect(refused).toMatchObject({ ok: false });
		expect('stops' in refused && refused.stops.map(({ key }) => key)).toEqual([
			'no-title',
			'no-text',
			'no-open',
			'no-close'
		]);
		expect(await acts()).toEqual([]);
	});

	it('shows the edition and keeps the words of its statements', async () => {
		const before = await contentVersion(db);
		expect(await publicEdition(db, made.contestSlug, '7', NOON)).toBe(null);
		expect(await publishEdition(db, by, made.editionId, { version: 1 })).toEqual({ ok: true });
		const shown = await publicEdition(db, made.contestSlug, '7', NOON);
		expect(shown!.statements.length).toBe(made.plan.statements.length);
		expect(shown!.edition.phase).toBe('open');
		expect(await contentVersion(db)).toBe(before + 1);
		expect(await acts()).toEqual(['editions publish']);
	});

	it('is refused for a version somebody changed meanwhile, and a second time', async () => {
		await numbering('{edition}-{n:5}', 1);
		expect(await publishEdition(db, by, made.editionId, { version: 1 })).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'changed-meanwhile' }]
		});
		await publishEdition(db, by, made.editionId, { version: 2 });
		expect(await publishEdition(db, by, made.editionId, { version: 2 })).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'published' }]
		});
	});
});

describe('a published edition', () => {
	beforeEach(async () => {
		made = await anEdition(db);
	});

	it('gets a new wording beside the old one when a statement changes by a comma', async () => {
		await send('statements', (plan) => (plan.statements[0]!.text.zh += '。'));
		const rows = await db
			.select()
			.from(statements)
			.where(eq(statements.editionId, made.editionId))
			.orderBy(asc(statements.version));
		expect(
			rows.map(({ key, version }) => `${key} ${version}`).filter((one) => one.endsWith('2'))
		).toEqual(['originality 2']);
		expect(rows.find(({ id }) => id === made.statements.originality)!.text).toEqual(
			made.plan.statements[0]!.text
		);
	});

	it('moves its close for a reason, which the public reads', async () => {
		const later = (plan: Plan) => (plan.dates.closesAt! += 86_400_000);
		expect(await send('dates', later, { now: NOON + 5 })).toEqual({
			ok: false,
			refusals: [{ field: 'why', reason: 'why-dates' }]
		});
		await send('dates', later, { why: '应参赛单位要求延期一天', now: NOON + 5 });
		const [row] = await db.select().from(editions).where(eq(editions.id, made.editionId));
		expect(await dateChanges(db, row!)).toMatchObject([
			{
				at: NOON + 5,
				why: '应参赛单位要求延期一天',
				before: { closesAt: made.plan.dates.closesAt },
				after: { closesAt: made.plan.dates.closesAt! + 86_400_000 }
			}
		]);
	});
});

describe('copying', () => {
	it('makes a draft with the same ids, without dates, in which nothing is published', async () => {
		const copied = await copyEdition(db, by, made.editionId, {
			contestId: made.contestId,
			facts: { slug: '8', ordinal: 8, title: { zh: '第八届', en: 'Eighth' } },
			dates: 'clear'
		});
		expect(copied).toMatchObject({ ok: true, value: { slug: '8' } });
		const plan = copied.ok && (await planOf(db, copied.value.id));
		expect(plan && plan.categories).toEqual(aPlan().categories);
		expect(plan && plan.dates.closesAt).toBe(null);
		expect(await publicEdition(db, made.contestSlug, '8', NOON)).toBe(null);
		expect(await acts()).toEqual(['editions copy']);
	});

	it('takes neither an ordinal nor an address that is in use, nor a plan of another contest', async () => {
		const facts = { slug: '7', ordinal: 7, title: { zh: '第七届', en: null } };
		const same = { contestId: made.contestId, facts, dates: 'clear' } as const;
		expect(await copyEdition(db, by, made.editionId, same)).toEqual({
			ok: false,
			refusals: [
				{ field: 'slug', reason: 'taken' },
				{ field: 'ordinal', reason: 'taken', detail: { n: 7 } }
			]
		});
		const other = await anEdition(db);
		expect(
			await copyEdition(db, by, other.editionId, {
				...same,
				facts: { ...facts, slug: '8', ordinal: 8 }
			})
		).toEqual({ ok: false, refusals: [{ field: 'of', reason: 'no-plan' }] });
	});
});
