import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeTrouble } from '$lib/domain/certificates/code';
import { newDesign } from '$lib/domain/certificates/design';
import { awarded, issuing, nowhere as env } from '$tests/certificates';
import { NOON } from '$tests/make';
import { asRole } from '$tests/people';
import { decisions, notices, rounds } from '../db/schema';
import { write } from '../db/write';
import { putSetting } from '../site';
import { saveDesign } from './designs';
import { issue, readiness } from './issue';

let world: Awaited<ReturnType<typeof issuing>>;
let { db, by, edition, all, issueAll, records } = {} as typeof world;

beforeEach(async () => {
	world = await issuing();
	({ db, by, edition, all, issueAll, records } = world);
});

describe('issuing', () => {
	it('gives every released award one certificate, as one recorded act', async () => {
		await awarded(db, edition, [{ names: ['李青', '王明'] }, { names: ['赵一'] }]);
		expect(await issueAll()).toEqual({ ok: true, value: 2 });
		const found = await all();
		expect(found.map(({ names, code }) => [names, codeTrouble(code)])).toEqual([
			[['李青', '王明'], null],
			[['赵一'], null]
		]);
		expect(await records()).toEqual(['issue']);
	});

	it('issues nothing twice: what has a certificate keeps it', async () => {
		await awarded(db, edition, [{ names: ['李青'] }]);
		await issueAll();
		const [first] = await all();
		expect(await issueAll()).toEqual({ ok: false, refusals: [{ field: '', reason: 'none-due' }] });
		await awarded(db, edition, [{ names: ['赵一'] }]);
		expect(await issueAll()).toEqual({ ok: true, value: 1 });
		expect((await all()).find(({ id }) => id === first!.id)).toEqual(first);
	});

	it('two at once issue each award once', async () => {
		await awarded(db, edition, [{ names: ['李青'] }, { names: ['赵一'] }]);
		const both = await Promise.all([issueAll(), issueAll()]);
		expect(both.filter(({ ok }) => ok).length).toBe(1);
		expect((await all()).length).toBe(2);
	});

	it('knows nothing of decisions that are pending', async () => {
		await awarded(db, edition, [{ names: ['李青'] }]);
		await write(db, (tx) => tx.update(decisions).set({ releasedAt: null }));
		expect((await readiness(db, env, edition.editionId, NOON))!.due).toEqual([]);
	});

	it('is for those who organize', async () => {
		await awarded(db, edition, [{ names: ['李青'] }]);
		expect(await issueAll(0, false, asRole('editor'))).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'forbidden' }]
		});
		expect(await all()).toEqual([]);
	});

	it('names every sign no type has before anything is issued, and whose it is', async () => {
		await awarded(db, edition, [{ names: ['李\u{e000}青'] }, { names: ['赵一'] }]);
		const ready = await readiness(db, env, edition.editionId, NOON);
		expect(ready!.flawed.map(({ award, flaws }) => [award.names, flaws])).toEqual([
			[['李\u{e000}青'], [{ kind: 'lacking', signs: ['\u{e000}'] }]]
		]);
		expect(await issueAll()).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'flawed', detail: { count: 1 } }]
		});
		expect(await issueAll(0, true)).toEqual({ ok: true, value: 1 });
		expect((await all()).map(({ names }) => names)).toEqual([['赵一']]);
	});

	it('names certificates whose award no longer stands', async () => {
		const [first] = await awarded(db, edition, [{ names: ['李青'] }, { names: ['赵一'] }]);
		await issueAll();
		expect((await readiness(db, env, edition.editionId, NOON))!.stale).toEqual([]);
		await write(db, (tx) =>
			tx
				.update(decisions)
				.set({ verdict: 'stop', prizeId: null })
				.where(eq(decisions.entryId, first!))
		);
		const [one] = await all();
		const { id, number } = one!;
		expect((await readiness(db, env, edition.editionId, NOON))!.stale).toEqual([
			{ id, number, entry: '清风徐来' }
		]);
	});

	it('waits for the result to be final, unless somebody takes it upon them', async () => {
		await awarded(db, edition, [{ names: ['李青'] }]);
		const ask = { version: 0, without: false, early: false };
		expect(await issue(db, by, env, edition.editionId, ask)).toEqual({
			ok: false,
			refusals: [{ field: '', reason: 'not-final' }]
		});
		const [round] = await db.select().from(rounds);
		await write(db, (tx) =>
			tx.insert(notices).values({
				...{ editionId: edition.editionId, ordinal: 1, roundId: round!.id, kind: 'days', days: 5 },
				...{ publishedAt: NOON - 2, until: NOON - 1, contact: { zh: '办公室' }, publishedBy: 'a' },
				...{ askedBy: 'a', askedAt: NOON, finalBy: 'b', finalAt: NOON }
			})
		);
		expect(await issue(db, by, env, edition.editionId, ask)).toEqual({ ok: true, value: 1 });
	});

	it('refuses a design somebody changed meanwhile', async () => {
		await awarded(db, edition, [{ names: ['李青'] }]);
		await saveDesign(db, by, edition.editionId, { from: 0, design: newDesign('portrait') });
		expect(await issueAll(0)).toEqual({ ok: false, refusals: [{ field: '', reason: 'changed' }] });
		expect(await issueAll(1)).toEqual({ ok: true, value: 1 });
	});

	it('asks who issues before anything is issued', async () => {
		await awarded(db, edition, [{ names: ['李青'] }]);
		await write(db, (tx) => putSetting(tx, 'footer.sponsor', null));
		expect(await issueAll()).toEqual({ ok: false, refusals: [{ field: '', reason: 'no-issuer' }] });
		const design = newDesign();
		design.fields.issuer.text = '测试办公室';
		await saveDesign(db, by, edition.editionId, { from: 0, design });
		expect(await issueAll(1)).toEqual({ ok: true, value: 1 });
		expect((await all())[0]!.printed.issuer).toBe('测试办公室');
	});
});
