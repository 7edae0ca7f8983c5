import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { TypedBooking } from '$lib/domain/events/booking-form';
import type { By } from '$lib/domain/people/who';
import { bookings, outbox, seatCounts, takenSeats } from '$lib/server/db/schema';
import { plantEvent } from '$tests/events';
import { emptyDb, NOON } from '$tests/make';
import { signUp } from './sign-up';

const nobody = (now = NOON): By => ({ who: null, address: '192.0.2.7', now });
let people = 0;
const typed = (over: Partial<TypedBooking> = {}): TypedBooking => ({
	...{ name: '王小明', mail: `p${++people}@example.cn`, phone: '', group: '' },
	...{ heads: '1', zone: '', seats: [], answers: {}, consent: true },
	...over
});
const ask = { formKey: '', locale: 'zh' } as const;
const DAY = 86_400_000;

describe('signing up', () => {
	it('in a race of many gives exactly the seats there are, and the rest wait in order', async () => {
		const db = await emptyDb();
		const { occasions } = await plantEvent(db, { admission: { capacity: 90 } });
		const id = occasions[0]!.id;
		const all = await Promise.all(
			Array.from({ length: 100 }, () => signUp(db, nobody(), id, typed(), ask))
		);
		const states = all.map((one) => (one.ok ? one.value.state : one.refusals[0]!.reason));
		expect([
			states.filter((state) => state === 'confirmed').length,
			states.filter((state) => state === 'waiting').length
		]).toEqual([90, 10]);
		expect(await db.select().from(seatCounts)).toEqual([
			{ occasionId: id, zone: '', capacity: 90, taken: 90, waiting: 10 }
		]);
		const turns = await db
			.select({ turn: bookings.turn })
			.from(bookings)
			.where(eq(bookings.state, 'waiting'))
			.orderBy(bookings.turn);
		expect(turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(new Set((await db.select().from(bookings)).map(({ code }) => code)).size).toBe(100);
		expect(await db.$count(outbox)).toBe(100);
	});

	it('of the same form sent twice is one sign-up; a changed form is another', async () => {
		const db = await emptyDb();
		const { occasions } = await plantEvent(db, { admission: { perContact: 3 } });
		const formKey = 'a'.repeat(24);
		const form = typed();
		const once = await signUp(db, nobody(), occasions[0]!.id, form, { ...ask, formKey });
		const twice = await signUp(db, nobody(), occasions[0]!.id, form, { ...ask, formKey });
		expect(twice).toEqual(once);
		const other = { ...form, heads: '2' };
		const again = await signUp(db, nobody(), occasions[0]!.id, other, { ...ask, formKey });
		expect([again.ok, await db.$count(bookings)]).toEqual([true, 2]);
	});

	it('keeps nothing personal that can be read in the database', async () => {
		const db = await emptyDb();
		const { occasions } = await plantEvent(db);
		const form = typed({ name: '郑某某', mail: 'zheng@example.cn', phone: '13800001111' });
		const done = await signUp(db, nobody(), occasions[0]!.id, form, ask);
		const tables = await db.all<{ name: string }>(
			sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('outbox')`
		);
		const link = done.ok ? done.value.link : '?';
		for (const { name } of tables) {
			const rows = JSON.stringify(await db.all(sql.raw(`SELECT * FROM "${name}"`)));
			for (const secret of ['郑某某', 'zheng@', '13800001111', link])
				expect([name, secret, rows.includes(secret)]).toEqual([name, secret, false]);
		}
	});

	it('is decided by the very millisecond: the last before the close is in, the close itself is out', async () => {
		const db = await emptyDb();
		const startsAt = NOON + DAY;
		const { occasions } = await plantEvent(db, { startsAt, admission: { closesBefore: 60 } });
		const close = startsAt - 3_600_000;
		const at = (now: number) => signUp(db, nobody(now), occasions[0]!.id, typed(), ask);
		expect((await at(close - 1)).ok).toBe(true);
		expect(await at(close)).toEqual({ ok: false, refusals: [{ field: '', reason: 'closed' }] });
	});

	it('refuses what cannot be, with a reason each, and writes nothing', async () => {
		const db = await emptyDb();
		const { occasions } = await plantEvent(db, {
			admission: { capacity: 4, mostHeads: 20, waiting: false }
		});
		const id = occasions[0]!.id;
		const reason = async (over: Partial<TypedBooking>) => {
			const said = await signUp(db, nobody(), id, typed(over), ask);
			return said.ok ? 'ok' : said.refusals.map((one) => `${one.field}:${one.reason}`).join(' ');
		};
		expect(await reason({ heads: '10000' })).toBe('heads:too-many-heads');
		expect(await reason({ heads: '5' })).toBe('heads:too-many-heads');
		expect(await reason({ heads: '-1' })).toBe('heads:bad-number');
		expect(await reason({ mail: 'a@example.cn\r\nBcc: b@example.cn' })).toBe('mail:bad-address');
		expect(await reason({ mail: 'a@example.cn,b@example.cn' })).toBe('mail:bad-address');
		expect(await reason({ mail: '' })).toBe('mail:one-contact');
		expect(await reason({ phone: '12' })).toBe('phone:bad-phone');
		expect(await reason({ name: '王\n小明' })).toBe('name:control');
		expect(await reason({ consent: false })).toBe('consent:missing');
		expect(await db.$count(bookings)).toBe(0);
		expect(await reason({ heads: '4', mail: 'four@example.cn' })).toBe('ok');
		expect(await reason({})).toBe('heads:full');
		expect(await reason({ mail: 'FOUR@example.cn' })).toBe(':per-contact');
		const gone = await signUp(db, nobody(), 'nowhere', typed(), ask);
		expect(gone.ok).toBe(false);
	});

	it('for one seat by many at once gives it to one, and tells the others', async () => {
		const db = await emptyDb();
		const rows = [{ row: '一排', from: 1, to: 4, missing: [3] }];
		const { occasions } = await plantEvent(db, {
			admission: {
				capacity: 3,
				zones: [{ id: 'hall', name: { zh: '池座' }, capacity: 3, rows }]
			}
		});
		const id = occasions[0]!.id;
		const all = await Promise.all(
			Array.from({ length: 5 }, () => signUp(db, nobody(), id, typed({ seats: ['一排-2'] }), ask))
		);
		expect(all.filter(({ ok }) => ok).length).toBe(1);
		expect(all.flatMap((one) => (one.ok ? [] : one.refusals.map((r) => r.reason)))).toEqual(
			Array(4).fill('seat-taken')
		);
		expect((await signUp(db, nobody(), id, typed({ seats: ['一排-3'] }), ask)).ok).toBe(false);
		const best = await signUp(db, nobody(), id, typed({ heads: '2' }), ask);
		expect(best.ok && best.value.state).toBe('confirmed');
		expect((await db.select().from(takenSeats)).map(({ seat }) => seat).sort()).toEqual([
			'hall/一排-1',
			'hall/一排-2',
			'hall/一排-4'
		]);
		const [row] = await db
			.select()
			.from(bookings)
			.where(and(eq(bookings.heads, 2), eq(bookings.state, 'confirmed')));
		expect(row!.seats).toEqual(['一排-1', '一排-4']);
	});
});
