import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Who } from '$lib/domain/people/who';
import { parseSheet } from '$lib/domain/visits/inbox';
import { events, occasions, places } from '../db/schema';
import type { Db } from '../db/open';
import { write } from '../db/write';
import { organizer, plantEvent } from '../../../../tests/events';
import { emptyDb, place, putAll } from '../../../../tests/make';
import { calendarOf } from './desk-calendar';

const HOUR = 3_600_000;
const shanghai = (text: string) => Date.parse(`${text}+08:00`);
const NOW = shanghai('2026-01-02T12:00:00');
const office = organizer().who;
const manager = (kind: 'town' | 'place', id: string): Who => ({
	...office!,
	grants: [{ role: 'manager', scope: { kind, id } }]
});
const month = (at: string) => parseSheet(new URLSearchParams({ month: at }), '2026-01-02');

async function world() {
	const db = await emptyDb();
	await putAll(db, [place({ slug: 'hall', town: 'east' }), place({ slug: 'barn', town: 'west' })]);
	const at = async (slug: string) =>
		(await db.select().from(places).where(eq(places.slug, slug)))[0]!.id;
	return { db, hall: await at('hall'), barn: await at('barn') };
}
const plant = (
	db: Db,
	at: string,
	titleZh: string,
	over: Partial<typeof events.$inferInsert> = {}
) => {
	const startsAt = shanghai(at);
	return plantEvent(db, { now: startsAt - 48 * HOUR, startsAt, over: { titleZh, ...over } });
};
/** Days on which something stands, with what. */
const told = ({ days }: Awaited<ReturnType<typeof calendarOf>>) =>
	days.flatMap(({ day, lines }) =>
		lines.map(({ title, clashes }) => [day, title.zh, ...clashes.map(({ zh }) => zh)].join(' '))
	);

describe('the calendar of the office', () => {
	it('puts each date on its day in Shanghai, and one over midnight on both', async () => {
		const { db } = await world();
		await plant(db, '2025-12-31T23:00:00', '跨年');
		await plant(db, '2026-01-01T00:00:00', '元旦');
		await plant(db, '2026-01-31T20:00:00', '月末');
		const january = await calendarOf(db, office, month('2026-01'), NOW);
		expect(told(january)).toEqual([
			'2025-12-31 跨年',
			'2026-01-01 跨年',
			'2026-01-01 元旦',
			'2026-01-31 月末'
		]);
		// Whole weeks from Monday, without a hole at New Year.
		expect([january.days[0]!.day, january.days.at(-1)!.day, january.days.length]).toEqual([
			...['2025-12-29', '2026-02-01', 35]
		]);
	});

	it('marks dates that take place at one place at one time, and no others', async () => {
		const { db, hall, barn } = await world();
		await plant(db, '2026-01-10T19:00:00', '甲', { placeId: hall });
		await plant(db, '2026-01-10T20:59:00', '乙', { placeId: hall });
		await plant(db, '2026-01-10T21:00:00', '丙', { placeId: hall });
		await plant(db, '2026-01-10T19:00:00', '丁', { placeId: barn });
		await plant(db, '2026-01-10T19:00:00', '戊', { placeId: null });
		const off = await plant(db, '2026-01-10T19:00:00', '己', { placeId: hall });
		await write(db, (tx) =>
			tx.update(occasions).set({ standing: 'cancelled' }).where(eq(occasions.eventId, off.eventId))
		);
		const found = await calendarOf(db, office, month('2026-01'), NOW);
		expect(told(found).sort()).toEqual(
			['甲 乙', '乙 甲 丙', '丙 乙', '丁', '戊', '己'].map((one) => `2026-01-10 ${one}`).sort()
		);
		expect(found.clashing).toBe(3);
	});

	it('shows nothing that is not public', async () => {
		const { db } = await world();
		await plantEvent(db, { startsAt: shanghai('2026-01-10T19:00:00'), published: false });
		expect(told(await calendarOf(db, office, month('2026-01'), NOW))).toEqual([]);
	});

	it('shows managers what is theirs, and of others not even a clash', async () => {
		const { db, hall } = await world();
		await plant(db, '2026-01-10T19:00:00', '东', { townSlug: 'east' });
		await plant(db, '2026-01-11T19:00:00', '西', { townSlug: 'west', placeId: hall });
		await plant(db, '2026-01-11T20:00:00', '东厅', { townSlug: 'east', placeId: hall });
		const of = async (who: Who | null) => told(await calendarOf(db, who, month('2026-01'), NOW));
		expect(await of(manager('town', 'east'))).toEqual(['2026-01-10 东', '2026-01-11 东厅']);
		expect(await of(manager('town', 'nowhere'))).toEqual([]);
		expect(await of(manager('place', hall))).toEqual(['2026-01-11 西 东厅', '2026-01-11 东厅 西']);
		expect(await of(null)).toEqual([]);
	});
});
