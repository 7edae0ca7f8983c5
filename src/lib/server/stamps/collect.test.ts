import { beforeEach, describe, expect, it } from 'vitest';
import { SIGNS } from '$lib/domain/certificates/code';
import { NOON, emptyDb } from '$tests/make';
import { asRole } from '$tests/people';
import { stopsWithPosters } from '$tests/stamps';
import type { AStop } from '$tests/stamps';
import type { Db } from '../db/open';
import { audit, places, stampCounts } from '../db/schema';
import { write } from '../db/write';
import { collect, memory } from './collect';
import { byDay, keptPlaces } from './counts';
import { issuePosters, readPoster, renewPoster } from './posters';
import { openDiploma, openPoster, openQuizProof, openStamp } from './sign';

const by = asRole('operator');
let db: Db;
let stop: AStop;
beforeEach(async () => {
	db = await emptyDb();
	[stop] = (await stopsWithPosters(db, 1)) as [AStop];
});

const give = (over: Partial<Parameters<typeof collect>[2]> = {}, walking = memory()) =>
	collect(db, walking, { code: stop.code, many: 1, address: '203.0.113.7', now: NOON, ...over });
const why = async (asked: ReturnType<typeof give>) => {
	const ruled = await asked;
	return ruled.ok ? 'given' : ruled.refusals[0]!.reason;
};

describe('a poster', () => {
	it('gives a signed stamp of its place and day, different each time', async () => {
		const [one, two] = [await give(), await give()];
		if (!one.ok || !two.ok) throw new Error('refused');
		expect(one.value).toMatchObject({ place: stop.slug, day: '2026-11-22' });
		const read = openStamp(one.value.stamps[0]!)!;
		expect([read.day, read.flagged]).toEqual(['2026-11-22', false]);
		expect(read.id).not.toBe(openStamp(two.value.stamps[0]!)!.id);
	});

	it('is forged when any one of its signs is another', async () => {
		for (let i = 0; i < stop.code.length; i++) {
			const other = SIGNS[(SIGNS.indexOf(stop.code[i]!) + 1) % 32]!;
			const code = stop.code.slice(0, i) + other + stop.code.slice(i + 1);
			expect([i, await why(give({ code }))]).toEqual([i, 'forged']);
		}
		for (const code of ['', 'x', '0'.repeat(24), `${stop.code}0`, '汉'.repeat(24)])
			expect(await why(give({ code }))).toBe('forged');
	});

	it('has a code that is good for nothing else, and no stamp is a poster', async () => {
		expect([openStamp(stop.code), openQuizProof(stop.code), openDiploma(stop.code)]).toEqual([
			...[null, null, null]
		]);
		const given = await give();
		expect(given.ok && openPoster(given.value.stamps[0]!)).toBe(null);
	});

	it('that was renewed gives nothing any more; what it gave stays good', async () => {
		const given = await give();
		expect(await renewPoster(db, by, stop.id, { version: 1, why: '海报被翻拍' })).toEqual({
			...{ ok: true, value: 2 }
		});
		expect(await why(give())).toBe('old');
		expect((await readPoster(db, stop.code)).kind).toBe('old');
		expect(given.ok && openStamp(given.value.stamps[0]!)?.day).toBe('2026-11-22');
	});

	it('is renewed from the version somebody looked at, with a reason', async () => {
		const renew = async (version: number, reason: string) => {
			const done = await renewPoster(db, by, stop.id, { version, why: reason });
			return done.ok ? done.value : done.refusals[0]!.reason;
		};
		expect(await renew(1, '  ')).toBe('missing');
		expect(await renew(1, '长'.repeat(201))).toBe('too-long');
		expect(await renew(2, '破损')).toBe('changed');
		expect(await renew(1, '破损')).toBe(2);
		expect(await renew(1, '破损')).toBe('changed');
	});

	it('of a place that is not public gives nothing', async () => {
		await write(db, (tx) => tx.update(places).set({ publishedAt: null }));
		expect(await why(give())).toBe('gone');
	});

	it('is made once, by who keeps the place', async () => {
		const again = await issuePosters(db, by, [stop.id]);
		expect(again.ok ? '' : again.refusals[0]!.reason).toBe('have-posters');
		const scope = { kind: 'place' as const, id: stop.id };
		const [other] = await stopsWithPosters(db, 1);
		const manager = asRole('manager', { scope });
		const renew = async (id: string) => {
			const done = await renewPoster(db, manager, id, { version: 1, why: '破损' });
			return done.ok ? 'done' : done.refusals[0]!.reason;
		};
		expect([await renew(stop.id), await renew(other!.id)]).toEqual(['done', 'not-yours']);
		for (const role of ['approver', 'organizer', 'juror', 'citizen'] as const)
			expect(await issuePosters(db, asRole(role), [other!.id])).toMatchObject({ ok: false });
	});
});

describe('collecting', () => {
	it('is for a household of one to eight', async () => {
		const given = await give({ many: 8 });
		expect(given.ok && new Set(given.value.stamps).size).toBe(8);
		for (const many of [0, 9, -1, 1.5, NaN]) expect(await why(give({ many }))).toBe('many');
	});

	it('leaves a number per place and day, and nothing about who', async () => {
		const before = (await db.select().from(audit)).length;
		await give({ address: '198.51.100.77' });
		await give({ many: 2, now: NOON + 86_400_000 });
		expect(await db.select().from(stampCounts)).toEqual([
			{ placeId: stop.id, day: '2026-11-22', given: 1, flagged: 0 },
			{ placeId: stop.id, day: '2026-11-23', given: 2, flagged: 0 }
		]);
		expect((await db.select().from(audit)).length).toBe(before);
	});

	it('by the crowd is given, flagged and counted apart, by the /64 for IPv6', async () => {
		const walking = memory();
		for (let i = 0; i < 60; i++)
			expect(await why(give({ address: `2001:db8::${i.toString(16)}` }, walking))).toBe('given');
		const flagged = await give({ address: '2001:db8::ffff' }, walking);
		const other = await give({ address: '2001:db8:0:1::1' }, walking);
		if (!flagged.ok || !other.ok) throw new Error('refused');
		expect(openStamp(flagged.value.stamps[0]!)?.flagged).toBe(true);
		expect(openStamp(other.value.stamps[0]!)?.flagged).toBe(false);
		const days = await byDay(db, by.who, NOON);
		expect(days.at(-1)).toEqual({ day: '2026-11-22', given: 62, flagged: 1 });
	});

	it('beyond all measure is refused and counts nothing', async () => {
		const walking = memory({ each: 2 });
		await give({}, walking);
		await give({}, walking);
		expect(await why(give({}, walking))).toBe('too-often');
		expect((await db.select().from(stampCounts))[0]?.given).toBe(2);
	});
});

describe('the list of posters', () => {
	it('shows a manager the own places and their numbers alone', async () => {
		const [other] = await stopsWithPosters(db, 1);
		await give({ many: 3 });
		await collect(db, memory(), { code: other!.code, many: 5, address: '192.0.2.1', now: NOON });
		const manager = asRole('manager', { scope: { kind: 'place', id: stop.id } });
		const asked = { q: '', list: 'all' as const, page: 1, size: 10, now: NOON };
		const mine = await keptPlaces(db, manager.who, asked);
		expect(mine.rows.map(({ id, today, total }) => [id, today, total])).toEqual([[stop.id, 3, 3]]);
		expect((await byDay(db, manager.who, NOON)).at(-1)?.given).toBe(3);
		expect((await byDay(db, manager.who, NOON, other!.id)).at(-1)?.given).toBe(0);
		const all = await keptPlaces(db, by.who, asked);
		expect([all.total, all.counts]).toEqual([2, { all: 2, with: 2, without: 0 }]);
		expect((await keptPlaces(db, asRole('juror').who, asked)).total).toBe(0);
	});

	it('finds by name, taking signs of patterns for what they are', async () => {
		const asked = { list: 'all' as const, page: 1, size: 10, now: NOON };
		for (const q of ['%', '_', '\\', "'", '没有'])
			expect([q, (await keptPlaces(db, by.who, { ...asked, q })).total]).toEqual([q, 0]);
		expect((await keptPlaces(db, by.who, { ...asked, q: '测试' })).total).toBe(1);
	});
});
