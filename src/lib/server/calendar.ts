import { asc, eq } from 'drizzle-orm';
import { calendar } from '$lib/domain/calendar';
import type { DayChange } from '$lib/domain/calendar';
import { isDay } from '$lib/domain/day';
import { mayConfigure } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from './audit';
import type { Db, Reader } from './db/open';
import { calendarDays } from './db/schema';
import { write } from './db/write';
import { putSetting, readSettings } from './site';

/** The working-day calendar with what the office added. */
export async function officeCalendar(db: Reader) {
	const changes = await db.select().from(calendarDays).orderBy(asc(calendarDays.day));
	const settled = (await readSettings(db))['calendar.settled'] ?? [];
	return { changes, settled, ...calendar(changes, settled) };
}

/** Adds a day or changes it. */
export async function putDay(
	db: Db,
	by: By,
	day: DayChange & { source: string | null }
): Promise<Ruled<null>> {
	if (!mayConfigure(by.who)) return refuse({ field: '', reason: 'refused' });
	if (!isDay(day.day)) return refuse({ field: 'day', reason: 'no-such-day' });
	const long = (['name', 'source'] as const).find((field) => (day[field] ?? '').length > 80);
	if (long) return refuse({ field: long, reason: 'too-long', detail: { max: 80 } });
	return write(db, async (tx) => {
		const [before] = await tx.select().from(calendarDays).where(eq(calendarDays.day, day.day));
		const row = { works: day.works, name: day.name, source: day.source };
		await tx
			.insert(calendarDays)
			.values({ day: day.day, ...row })
			.onConflictDoUpdate({ target: calendarDays.day, set: row });
		await record(tx, by, {
			act: 'configure',
			noun: 'calendar',
			id: day.day,
			...(before ? { before } : {}),
			after: row
		});
		return accept(null);
	});
}

/** Takes an added day out again; one that is not there is no mistake. */
export async function removeDay(db: Db, by: By, day: string): Promise<Ruled<null>> {
	if (!mayConfigure(by.who)) return refuse({ field: '', reason: 'refused' });
	return write(db, async (tx) => {
		const [before] = await tx.delete(calendarDays).where(eq(calendarDays.day, day)).returning();
		if (before) await record(tx, by, { act: 'remove', noun: 'calendar', id: day, before });
		return accept(null);
	});
}

/** Says that a year’s days are entered in full, or that they are not. */
export async function settleYear(
	db: Db,
	by: By,
	year: number,
	settled: boolean
): Promise<Ruled<null>> {
	if (!mayConfigure(by.who)) return refuse({ field: '', reason: 'refused' });
	if (!Number.isInteger(year) || year < 2004 || year > 2100)
		return refuse({ field: 'year', reason: 'no-such-day' });
	return write(db, async (tx) => {
		const before = (await readSettings(tx))['calendar.settled'] ?? [];
		const after = [...new Set([...before.filter((y) => y !== year), ...(settled ? [year] : [])])];
		if (before.includes(year) === settled) return accept(null);
		await putSetting(tx, 'calendar.settled', after.sort());
		await record(tx, by, { act: 'configure', noun: 'calendar', id: String(year), before, after });
		return accept(null);
	});
}
