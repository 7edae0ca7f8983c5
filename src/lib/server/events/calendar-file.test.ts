import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { everyEvent } from '$lib/domain/events/filter';
import { emptyDb, NOON } from '../../../../tests/make';
import type { Db } from '../db/open';
import { events, occasions } from '../db/schema';
import { write } from '../db/write';
import { plant } from '../seed';
import { calendarFile } from './calendar-file';

const outlet = { origin: 'https://liantu.example', locale: 'zh' as const, name: '活动' };
let db: Db;
const read = async (over: Partial<typeof everyEvent> = {}) => {
	const text = await calendarFile(db, { ...everyEvent, ...over }, NOON, outlet);
	const calendar = new ICAL.Component(ICAL.parse(text));
	return {
		text,
		dates: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
	};
};

beforeAll(async () => {
	db = await emptyDb();
	await plant(db, NOON);
});

describe('the calendar of events', () => {
	test('is read by another library, every date at its moment', async () => {
		const { text, dates } = await read({ types: ['talk'] });
		expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
		expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
		const [event] = await db
			.select({ id: events.id })
			.from(events)
			.where(eq(events.slug, 'demonstration-talk'));
		const starts = await db
			.select({ at: occasions.startsAt, to: occasions.endsAt })
			.from(occasions)
			.where(eq(occasions.eventId, event!.id));
		expect(
			dates.map(({ startDate, endDate }) => [
				startDate.toJSDate().getTime(),
				endDate.toJSDate().getTime()
			])
		).toEqual(starts.map(({ at, to }) => [at, to]));
		expect(dates[0]!.location).toBe('港南村');
		expect(dates[0]!.component.getFirstPropertyValue('url')).toBe(
			'https://liantu.example/events/demonstration-talk'
		);
	});

	test('says a day where no hour is published, and the whole of days between which it lies', async () => {
		const { dates } = await read({ past: true });
		expect(
			dates.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()])
		).toEqual([
			['2024-11-11', '2024-11-16'],
			['2024-11-15', '2024-11-16']
		]);
	});

	test('keeps what was called off, so that calendars take it out', async () => {
		await write(db, async (tx) => {
			await tx
				.update(occasions)
				.set({ standing: 'cancelled', sequence: 1 })
				.where(eq(occasions.key, occasions.key));
		});
		const { dates } = await read({ types: ['tour'] });
		expect(
			dates.map((one) => [one.component.getFirstPropertyValue('status'), one.sequence])
		).toEqual([['CANCELLED', 1]]);
	});

	test('names every date once and for good', async () => {
		const ids = async () => (await read()).dates.map(({ uid }) => uid).sort();
		const first = await ids();
		expect(new Set(first).size).toBe(first.length);
		expect(await ids()).toEqual(first);
	});
});
