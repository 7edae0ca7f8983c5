import { asc, eq, and } from 'drizzle-orm';
import { spokenCode } from '$lib/domain/events/booking-code';
import { csvLine } from '$lib/domain/export/cell';
import type { Cell } from '$lib/domain/export/cell';
import type { Locale } from '$lib/domain/locale';
import type { By } from '$lib/domain/people/who';
import { say } from '$lib/domain/text';
import { clockStamp } from '$lib/domain/when';
import type { eventOffice } from '$lib/words/zh/event-office';
import { record } from '../audit';
import type { Db } from '../db/open';
import { admissions, bookings, occasions } from '../db/schema';
import { write } from '../db/write';
import { workbook } from '../downloads/xlsx';
import { saidIn } from '../signups/personal';
import { deskEvent } from './desk';

export type ListFormat = 'xlsx' | 'csv';
type Words = typeof eventOffice.signups;
const plain = [
	...(['date', 'code', 'state', 'turn', 'heads', 'came', 'zone', 'seats', 'at'] as const)
];
const personal = ['name', 'mail', 'phone', 'group', 'answers'] as const;

/**
 * The sign-ups of an event, or of one date, as a table. Who took how much of it is recorded before the
 * first byte leaves; names only for whoever may reach people, and only where asked for. Null for
 * whoever may not see the event’s desk.
 */
export async function exportSignUps(
	db: Db,
	by: By,
	{ eventId, date, persons }: { eventId: string; date: string; persons: boolean },
	{ format, locale, words }: { format: ListFormat; locale: Locale; words: Words }
): Promise<AsyncGenerator<string | Uint8Array> | null> {
	const event = await deskEvent(db, by.who, eventId);
	if (!event || (persons && !event.mayReach)) return null;
	const [admission] = await db.select().from(admissions).where(eq(admissions.eventId, eventId));
	const rows = await db
		.select({ row: bookings, startsAt: occasions.startsAt })
		.from(bookings)
		.innerJoin(occasions, eq(occasions.id, bookings.occasionId))
		.where(and(eq(bookings.eventId, eventId), date ? eq(bookings.occasionId, date) : undefined))
		.orderBy(asc(occasions.startsAt), asc(bookings.id));
	await write(db, (tx) =>
		record(tx, by, {
			...{ act: 'export', noun: 'bookings', id: eventId, title: event.title.zh },
			after: { format, date, total: rows.length, personal: persons }
		})
	);
	const columns = [...plain, ...(persons ? personal : [])];
	const zones = new Map(admission?.plan.zones.map(({ id, name }) => [id, say(name, locale)]));
	const asked = new Map(admission?.plan.questions.map(({ id, label }) => [id, say(label, locale)]));
	const table = rows.map(({ row, startsAt }) => {
		const said = persons ? saidIn(row) : null;
		const cells: Record<(typeof columns)[number], Cell> = {
			date: clockStamp(startsAt),
			code: spokenCode(row.code),
			state: words.states[row.state],
			turn: row.turn,
			heads: row.heads,
			came: row.came,
			zone: zones.get(row.zone) ?? row.zone,
			seats: row.seats.join(' '),
			at: clockStamp(row.createdAt),
			name: said?.name ?? words.deleted,
			mail: said?.mail ?? null,
			phone: said?.phone ?? null,
			group: said?.group ?? null,
			answers: Object.entries(said?.answers ?? {})
				.map(([id, answer]) => `${asked.get(id) ?? id}: ${answer}`)
				.join('; ')
		};
		return columns.map((column) => cells[column]);
	});
	const all: Cell[][] = [columns.map((column) => words.columns[column]), ...table];
	if (format === 'csv') return lines(all);
	const widths = columns.map((column) => (column === 'answers' ? 40 : 18));
	return workbook([{ name: words.file, widths, rows: all }]);
}

export async function* lines(rows: readonly Cell[][]): AsyncGenerator<string> {
	yield '\ufeff';
	for (const row of rows) yield csvLine(row);
}
