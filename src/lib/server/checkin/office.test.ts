import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { By } from '$lib/domain/people/who';
import { deed, gate, guest } from '$tests/checkin';
import { organizer, plantEvent } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { somebody } from '$tests/people';
import type { Db } from '../db/open';
import { audit } from '../db/schema';
import { doorList, numbersOf, zonedNumbersOf } from './list';
import { openList } from './office';
import { takeDeeds } from './take';

const HOUR = 3_600_000;
const all = { q: '', who: 'all' as const, page: 1 };
let db: Db;
beforeEach(async () => {
	db = await emptyDb();
});
const zone = (id: string, zh: string, capacity: number) => ({
	...{ id, name: { zh, en: null }, capacity, rows: [] }
});
const planted = () =>
	plantEvent(db, {
		startsAt: NOON + HOUR,
		admission: {
			...{ capacity: 30, reminders: [] },
			zones: [zone('stalls', '池座', 20), zone('circle', '楼座', 10)]
		}
	});
const acting = async (now = NOON): Promise<By> => {
	const by = organizer(now);
	return { ...by, who: { ...by.who!, id: await somebody(db) } };
};
const opened = (person: string) =>
	db.$count(audit, and(eq(audit.act, 'open-list'), eq(audit.person, person)));

describe('numbers of a hall in parts', () => {
	it('count each part, those who came too, and add up to the whole', async () => {
		const at = await planted();
		const date = at.occasions[0]!.id;
		const stalls = await guest(db, date, { heads: 3, zone: 'stalls' });
		await guest(db, date, { heads: 2, zone: 'stalls' });
		const circle = await guest(db, date, { heads: 1, zone: 'circle' });
		const { id } = await gate(db, at);
		const by = { who: null, address: null, now: NOON };
		await takeDeeds(db, by, { occasionId: date, gateId: id }, [
			deed(stalls.ticket, { heads: 2 }),
			deed(circle.ticket)
		]);
		expect(await zonedNumbersOf(db, date)).toEqual({
			...{ expected: 6, came: 3, walkins: 0 },
			zones: [
				{ id: 'stalls', name: { zh: '池座', en: null }, expected: 5, came: 2 },
				{ id: 'circle', name: { zh: '楼座', en: null }, expected: 1, came: 1 }
			]
		});
		// A scanner carries the whole alone.
		expect((await doorList(db, date, NOON))!.numbers).toEqual(await numbersOf(db, date));
		const rows = (await openList(db, await acting(), date, all)).rows;
		expect(rows.map(({ zone, heads }) => `${zone!.zh} ${heads}`).sort()).toEqual([
			'楼座 1',
			'池座 2',
			'池座 3'
		]);
	});

	it('show a part where nobody is expected any more, and none where seating is free', async () => {
		const at = await planted();
		const date = at.occasions[0]!.id;
		const { row } = await guest(db, date, { zone: 'circle' });
		expect(row.state).toBe('confirmed');
		expect((await zonedNumbersOf(db, date)).zones.map(({ expected }) => expected)).toEqual([0, 1]);
		const free = await plantEvent(db, { startsAt: NOON + HOUR, admission: { capacity: 5 } });
		expect((await zonedNumbersOf(db, free.occasions[0]!.id)).zones).toEqual([]);
	});
});

describe('the list of those expected', () => {
	it('stands on the record once for each opening and each who opens it, however it is leafed through', async () => {
		const at = await planted();
		const date = at.occasions[0]!.id;
		const by = await acting();
		// Nobody is on it: nothing personal was seen.
		expect((await openList(db, by, date, all)).rows).toEqual([]);
		expect(await opened(by.who!.id)).toBe(0);
		await guest(db, date, { zone: 'stalls' });
		await Promise.all([1, 2, 3].map(() => openList(db, by, date, all)));
		await openList(db, { ...by, now: NOON + HOUR - 1 }, date, { ...all, q: '王' });
		expect(await opened(by.who!.id)).toBe(1);
		const later = { ...by, now: NOON + HOUR };
		await openList(db, later, date, all);
		expect(await opened(by.who!.id)).toBe(2);
		const other = await acting();
		await openList(db, other, date, all);
		expect([await opened(by.who!.id), await opened(other.who!.id)]).toEqual([2, 1]);
		const entries = await db.select().from(audit).where(eq(audit.act, 'open-list'));
		expect(JSON.stringify(entries)).not.toContain('王小明');
	});

	it('of one date says nothing of another', async () => {
		const by = await acting();
		for (const name of ['甲', '乙']) {
			const { occasions } = await planted();
			await guest(db, occasions[0]!.id, { zone: 'stalls', name });
			expect((await openList(db, by, occasions[0]!.id, all)).rows.map((row) => row.name)).toEqual([
				name
			]);
		}
		expect(await opened(by.who!.id)).toBe(2);
	});
});
