import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '$lib/server/db/open';
import { editions, entries, entryTrace } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { content } from '../../../../tests/contests';
import { reasons, release } from '../../../../tests/judged';
import type { ARound } from '../../../../tests/judging';
import { emptyDb, NOON } from '../../../../tests/make';
import { decided, finished, noticed, office } from '../../../../tests/noticed';
import { publishedOf } from './published';
import { publicStands, standOfEntry } from './public-stand';
import { showable, showEntry } from './showing';
import { gallery, shownEntry } from './shown';

const UNTIL = Date.parse('2026-11-30T00:00:00+08:00');
let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});

const row = async ({ entries: field }: ARound, at = 0) =>
	(await db.select().from(entries).where(eq(entries.id, field[at]!.id)))[0]!;
/** Everything the public can be told of an edition’s judging and of its first entry. */
const told = async (round: ARound) => [
	await publishedOf(db, round.editionId),
	[...(await publicStands(db, [round.editionId]))],
	await shownEntry(db, null, round.editionId, round.entries[0]!.number, NOON),
	await gallery(db, round.editionId),
	await standOfEntry(db, await row(round))
];
const nothing = [null, [], null, [], { stand: null, prize: null, notice: null }];

/** An edition that shows films, whose people agreed. */
const agreeing = (round: ARound) =>
	write(db, async (tx) => {
		const [edition] = await tx.select().from(editions).where(eq(editions.id, round.editionId));
		await tx
			.update(editions)
			.set({ plan: { ...edition!.plan!, showing: 'per-entry' } })
			.where(eq(editions.id, round.editionId));
		await tx
			.update(entries)
			.set({ publicConsentAt: NOON })
			.where(eq(entries.editionId, round.editionId));
	});

describe('what the public learns', () => {
	it('is nothing of what is decided, nor of what is released, before there is a notice', async () => {
		const round = await decided(db);
		expect(await told(round)).toEqual(nothing);
		expect(await release(db, round.roundId, ...office(NOON))).toBe('ok');
		expect(await told(round)).toEqual(nothing);
	});

	it('is the notice and no page of an entry, until the result is final', async () => {
		const { round } = await noticed(db);
		const [, stands, entry, films, own] = await told(round);
		expect([stands, entry, films, own]).toEqual([
			[[round.editionId, 'notice']],
			null,
			[],
			{ stand: 'notice', prize: null, notice: { from: NOON, until: UNTIL } }
		]);
		expect(await showable(db, round.editionId)).toEqual([]);
	});

	it('is no person and no score, in a notice or a result', async () => {
		const { round } = await finished(db);
		const entry = await shownEntry(db, null, round.editionId, round.entries[0]!.number, NOON);
		const all = JSON.stringify([await publishedOf(db, round.editionId), entry]);
		const { content: said } = await row(round);
		expect([said.crew[0]!.name, said.contact!.phone]).toEqual(['李青', '13800000000']);
		for (const secret of ['李青', '13800000000', 'li@example.cn', '900000', '一个村子里的故事'])
			expect(all).not.toContain(secret);
		expect(entry!.prize!.zh).toBe('金奖');
		const { stand, prize } = await standOfEntry(db, await row(round));
		expect([stand, prize]).toEqual(['results', { zh: '金奖', en: 'Gold' }]);
		// One without a prize has no page.
		const stopped = round.entries[4]!.number;
		expect(await shownEntry(db, null, round.editionId, stopped, NOON)).toBe(null);
	});
});

describe('a film of a winner', () => {
	const show = (round: ARound, on = true, at = 0, by = office(NOON)[0]) =>
		showEntry(db, by, round.editionId, round.entries[at]!.id, on);

	it('is shown once the result is final, where its people agreed, and never before', async () => {
		const { round } = await noticed(db);
		await agreeing(round);
		expect(reasons(await show(round))).toEqual(['no-results']);
	});

	it('is not shown without its people, nor by somebody of them', async () => {
		const { round, one } = await finished(db);
		expect(reasons(await show(round))).toEqual(['not-agreed']);
		await agreeing(round);
		expect(reasons(await show({ ...round, editionId: 'another' }))).toEqual(['gone']);
		const [, two] = office(NOON);
		await write(db, (tx) =>
			tx
				.update(entries)
				.set({ content: content({ contact: { ...content().contact!, email: one.who!.email } }) })
				.where(eq(entries.id, round.entries[0]!.id))
		);
		const { content: held } = await row(round);
		expect(held.contact!.email).toBe(one.who!.email);
		expect(reasons(await show(round, true, 0, one))).toEqual(['own-entry']);
		expect(reasons(await show(round, true, 0, two))).toBe('ok');
	});

	it('is shown and taken away again, and its people find both in their timeline', async () => {
		const { round } = await finished(db);
		await agreeing(round);
		expect(reasons(await show(round))).toBe('ok');
		expect(reasons(await show(round))).toEqual(['released']);
		expect(await gallery(db, round.editionId)).toHaveLength(1);
		expect(reasons(await show(round, false))).toBe('ok');
		expect(reasons(await show(round, false))).toEqual(['not-released']);
		expect(await gallery(db, round.editionId)).toEqual([]);
		const acts = await db
			.select({ act: entryTrace.act })
			.from(entryTrace)
			.where(eq(entryTrace.entryId, round.entries[0]!.id));
		expect(acts.map(({ act }) => act).filter((act) => act === 'release' || act === 'hide')).toEqual(
			['release', 'hide']
		);
	});
});
