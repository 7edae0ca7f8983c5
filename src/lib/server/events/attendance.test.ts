// Long because one year of events, planted once, is cut in every way.
import { eq } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Who } from '$lib/domain/people/who';
import { attendance as words } from '$lib/words/zh/event-office-attendance';
import { happenings } from '$lib/words/zh/happenings';
import { audit, checkins, events, occasions, towns } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { guest } from '../../../../tests/checkin';
import { organizer, plantEvent } from '../../../../tests/events';
import { emptyDb } from '../../../../tests/make';
import { attendanceOf } from './attendance';
import { exportAttendance } from './attendance-export';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const shanghai = (text: string) => Date.parse(`${text}+08:00`);
const NOW = shanghai('2026-03-01T12:00:00');
const of = (year: string, demonstration = false) => ({ year, demonstration });
const office = organizer().who;
const manager = (kind: 'town' | 'place', id: string): Who => ({
	...office!,
	grants: [{ role: 'manager', scope: { kind, id } }]
});

interface Held {
	at: string;
	dates?: number;
	town?: string | null;
	type?: 'talk' | 'performance';
	/** Heads let in at the door of each date. */
	came?: (number | null)[];
	/** Number published afterwards. */
	told?: number;
	over?: Partial<typeof events.$inferInsert>;
}

/** An event that took place, with the people at its doors. */
async function held(db: Db, one: Held) {
	const startsAt = shanghai(one.at);
	const planted = await plantEvent(db, {
		...{ now: startsAt - 2 * DAY, startsAt, dates: one.dates ?? 1 },
		admission: { capacity: 500, mostHeads: 100, reminders: [] },
		over: {
			...{ type: one.type ?? 'talk', townSlug: one.town ?? null, attendance: one.told ?? null },
			...one.over
		}
	});
	for (const [n, heads] of (one.came ?? []).entries()) {
		const date = planted.occasions[n]!;
		if (heads === null) continue;
		const { row } = await guest(db, date.id, { heads, now: startsAt - DAY });
		await write(db, (tx) =>
			tx.insert(checkins).values({
				...{ id: `checkin-${row.id}`, bookingId: row.id, occasionId: date.id, heads },
				...{ deviceAt: date.startsAt, at: date.startsAt, how: 'listed' as const }
			})
		);
	}
	return planted;
}

async function world() {
	const db = await emptyDb();
	await write(db, (tx) =>
		tx.insert(towns).values([
			{
				slug: 'east',
				nameZh: '东镇',
				nameEn: 'East',
				own: true,
				form: 'town' as const,
				position: 1
			},
			{
				slug: 'west',
				nameZh: '西镇',
				nameEn: 'West',
				own: true,
				form: 'town' as const,
				position: 2
			},
			{
				slug: 'empty',
				nameZh: '空镇',
				nameEn: 'Empty',
				own: true,
				form: 'town' as const,
				position: 3
			}
		])
	);
	return db;
}
const add = (rows: { dates: number; counted: number; published: number; unknown: number }[]) =>
	rows.reduce(
		(sum, row) => ({
			dates: sum.dates + row.dates,
			counted: sum.counted + row.counted,
			published: sum.published + row.published,
			unknown: sum.unknown + row.unknown
		}),
		{ dates: 0, counted: 0, published: 0, unknown: 0 }
	);

describe('attendance of a year', () => {
	it('is one sum however it is cut, and leaves out towns where nothing took place', async () => {
		const db = await world();
		await held(db, { at: '2026-01-10T19:00:00', town: 'east', came: [30] });
		await held(db, { at: '2026-01-12T19:00:00', town: 'west', type: 'performance', told: 900 });
		await held(db, { at: '2026-02-02T19:00:00', dates: 3, town: 'west', came: [5, null, 7] });
		await held(db, { at: '2026-02-03T19:00:00', town: null });
		const found = await attendanceOf(db, office, of('2026'), NOW);
		const sum = { dates: 6, counted: 42, published: 900, unknown: 2 };
		expect(found.sum).toEqual(sum);
		for (const cut of ['months', 'towns', 'types'] as const)
			expect([cut, add(found[cut])]).toEqual([cut, sum]);
		expect(found.towns.map(({ key, dates }) => [key, dates])).toEqual([
			['east', 1],
			['west', 4],
			['', 1]
		]);
		expect(found.years.map(({ key }) => key)).toEqual(['2026']);
	});

	it('turns over at midnight in Shanghai', async () => {
		const db = await world();
		await held(db, { at: '2025-12-31T23:59:00', came: [3] });
		await held(db, { at: '2026-01-01T00:00:00', came: [4] });
		const sums = async (year: string) => (await attendanceOf(db, office, of(year), NOW)).sum;
		expect(await sums('2025')).toEqual({ dates: 1, counted: 3, published: 0, unknown: 0 });
		expect(await sums('2026')).toEqual({ dates: 1, counted: 4, published: 0, unknown: 0 });
		const { months } = await attendanceOf(db, office, of('2026'), NOW);
		expect(months.map(({ key }) => key)).toEqual(['2026-01']);
	});

	it('tells the number published of an event over New Year once, in the year of its last date', async () => {
		const db = await world();
		await held(db, { at: '2025-12-28T19:00:00', dates: 2, town: 'east', told: 50 });
		const sums = async (year: string) => {
			const found = await attendanceOf(db, office, of(year), NOW);
			for (const cut of ['months', 'towns', 'types'] as const)
				expect([year, cut, add(found[cut])]).toEqual([year, cut, found.sum]);
			return found.sum;
		};
		expect(await sums('2025')).toEqual({ dates: 1, counted: 0, published: 0, unknown: 0 });
		expect(await sums('2026')).toEqual({ dates: 1, counted: 0, published: 50, unknown: 0 });
	});

	it('counts nothing that did not take place, is not public, or was made up', async () => {
		const db = await world();
		const off = await held(db, { at: '2026-01-10T19:00:00' });
		await write(db, (tx) =>
			tx.update(occasions).set({ standing: 'cancelled' }).where(eq(occasions.eventId, off.eventId))
		);
		await held(db, { at: '2026-01-11T19:00:00', over: { standing: 'postponed' } });
		await held(db, { at: '2026-01-12T19:00:00', over: { demonstration: true }, told: 7 });
		await held(db, { at: '2026-01-13T19:00:00', over: { synthetic: true }, told: 7 });
		// Begun and not over: it is counted once it is.
		await held(db, { at: '2026-03-01T11:00:00', told: 7 });
		await plantEvent(db, { startsAt: shanghai('2026-01-14T19:00:00'), published: false });
		const found = (demonstration: boolean, now = NOW) =>
			attendanceOf(db, office, of('2026', demonstration), now).then(({ sum }) => sum);
		expect(await found(false)).toEqual({ dates: 0, counted: 0, published: 0, unknown: 0 });
		expect(await found(true)).toEqual({ dates: 1, counted: 0, published: 7, unknown: 0 });
		expect((await found(false, NOW + HOUR)).dates).toBe(1);
	});

	it('shows a manager nothing of other towns, in no cut and in no other year', async () => {
		const db = await world();
		await held(db, { at: '2026-01-10T19:00:00', town: 'east', came: [30] });
		await held(db, { at: '2025-01-10T19:00:00', town: 'west', came: [40] });
		await held(db, { at: '2026-01-11T19:00:00', town: 'west', told: 900 });
		await held(db, { at: '2026-01-12T19:00:00', town: null, told: 900 });
		const found = await attendanceOf(db, manager('town', 'east'), of('2026'), NOW);
		const own = { dates: 1, counted: 30, published: 0, unknown: 0 };
		expect(found.sum).toEqual(own);
		expect(found.towns.map(({ key }) => key)).toEqual(['east']);
		expect(found.years).toEqual([{ key: '2026', label: null, ...own }]);
		expect((await attendanceOf(db, manager('town', 'empty'), of('2026'), NOW)).years).toEqual([]);
		expect((await attendanceOf(db, null, of('2026'), NOW)).years).toEqual([]);
	});
});

const all = async (pieces: AsyncGenerator<string | Uint8Array>): Promise<Buffer> => {
	const parts: Buffer[] = [];
	for await (const piece of pieces) parts.push(Buffer.from(piece as never));
	return Buffer.concat(parts);
};

describe('the table of a year', () => {
	const take = (db: Db, format: 'csv' | 'xlsx', who = office) =>
		exportAttendance(db, { ...organizer(NOW), who }, of('2026'), {
			format,
			locale: 'zh',
			words,
			types: happenings.type
		}).then(all);

	it('says what the page says, in both formats, and that it was taken', async () => {
		const db = await world();
		await held(db, { at: '2026-01-10T19:00:00', town: 'east', came: [30] });
		await held(db, { at: '2026-02-12T19:00:00', town: null, type: 'performance', told: 900 });
		const csv = (await take(db, 'csv')).toString();
		expect(csv.startsWith('\ufeff')).toBe(true);
		const rows = csv
			.slice(1)
			.trimEnd()
			.split('\r\n')
			.map((line) => line.split(','));
		expect(rows.slice(1, -1)).toEqual([
			['合计', '2026', '2', '30', '900', '0'],
			['按月', '2026-01', '1', '30', '0', '0'],
			['按月', '2026-02', '1', '0', '900', '0'],
			['按镇街', '东镇', '1', '30', '0', '0'],
			['按镇街', '未注明镇街', '1', '0', '900', '0'],
			['按类型', happenings.type.performance, '1', '0', '900', '0'],
			['按类型', happenings.type.talk, '1', '30', '0', '0']
		]);
		const book = await readXlsx(await take(db, 'xlsx'));
		const cells = book.sheets[0]!.rows.map((row) => row.map((cell) => String(cell ?? '')));
		expect(cells.slice(1, -1)).toEqual(rows.slice(1, -1));
		const acts = (await db.select().from(audit)).filter(({ act }) => act === 'export');
		expect(acts.map(({ noun }) => noun)).toEqual(['attendance', 'attendance']);
	});

	it('holds no formula, whatever a town is called', async () => {
		const db = await world();
		await write(db, (tx) =>
			tx
				.update(towns)
				.set({ nameZh: '=HYPERLINK("http://evil.invalid","看")' })
				.where(eq(towns.slug, 'east'))
		);
		await held(db, { at: '2026-01-10T19:00:00', town: 'east' });
		expect((await take(db, 'csv')).toString()).toContain(
			`"'=HYPERLINK(""http://evil.invalid"",""看"")"`
		);
		const book = await readXlsx(await take(db, 'xlsx'));
		const cell = book.sheets[0]!.rows.flat().find((one) => String(one).includes('HYPERLINK'));
		expect(cell).toBe(`'=HYPERLINK("http://evil.invalid","看")`);
	});

	it('gives a manager the own town alone', async () => {
		const db = await world();
		await held(db, { at: '2026-01-10T19:00:00', town: 'east', came: [30] });
		await held(db, { at: '2026-01-11T19:00:00', town: 'west', came: [41] });
		const csv = (await take(db, 'csv', manager('town', 'east'))).toString();
		expect([csv.includes('西镇'), csv.includes('41'), csv.includes('东镇')]).toEqual([
			...[false, false, true]
		]);
	});
});
