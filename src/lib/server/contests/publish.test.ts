import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { anEdition, aPlan } from '$tests/contests';
import { NOON } from '$tests/make';
import type { Plan } from '$lib/domain/contests/plan';
import { newPlan } from '$lib/domain/contests/plan-new';
import { editions, statements } from '../db/schema';
import { contentVersion } from '../db/write';
import { createEdition } from './editions';
import { planOf, publishEdition } from './plans';
import { dateChanges, publicEdition } from './public';
import { acts, by, db, instead, made, numbering, send } from '$tests/worlds/plans';

describe('publishing', () => {
	it('is refused while the check list stops it, and says what is missing', async () => {
		await instead({ state: 'draft', plan: newPlan() });
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
		await instead({});
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
	const copy = (of: string, facts: Parameters<typeof createEdition>[3]) =>
		createEdition(db, by, made.contestId, facts, { as: 'copy', of, dates: 'clear' });

	it('makes a draft with the same ids, without dates, in which nothing is published', async () => {
		const eighth = { slug: '8', ordinal: 8, title: { zh: '第八届', en: 'Eighth' } };
		const copied = await copy(made.editionId, eighth);
		expect(copied).toMatchObject({ ok: true, value: { slug: '8' } });
		const plan = copied.ok && (await planOf(db, copied.value.id));
		expect(plan && plan.categories).toEqual(aPlan().categories);
		expect(plan && plan.dates.closesAt).toBe(null);
		expect(await publicEdition(db, made.contestSlug, '8', NOON)).toBe(null);
		expect(await acts()).toEqual(['editions copy']);
	});

	it('takes neither an ordinal nor an address that is in use, nor a plan of another contest', async () => {
		const facts = { slug: '7', ordinal: 7, title: { zh: '第七届', en: null } };
		expect(await copy(made.editionId, facts)).toEqual({
			ok: false,
			refusals: [
				{ field: 'slug', reason: 'taken' },
				{ field: 'ordinal', reason: 'taken', detail: { n: 7 } }
			]
		});
		const other = await anEdition(db);
		expect(await copy(other.editionId, { ...facts, slug: '8', ordinal: 8 })).toEqual({
			ok: false,
			refusals: [{ field: 'of', reason: 'no-plan' }]
		});
	});
});
