import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { officeStates } from '$lib/domain/contests/filter-entries';
import type { EntryState } from '$lib/domain/contests/state';
import { mayOrganize } from '$lib/domain/people/may';
import type { Who } from '$lib/domain/people/who';
import type { Db, Reader } from '../db/open';
import { editionFigures, editions, entries } from '../db/schema';

/** A value and how many entries have it. */
export interface Counted {
	key: string;
	n: number;
}

/** Units named one by one; the rest are counted together. */
const UNITS = 20;

/** What is counted of an edition: every entry that was submitted and not withdrawn. */
interface EntryStatistics {
	counted: number;
	drafts: number;
	withdrawn: number;
	category: Counted[];
	channel: Counted[];
	town: Counted[];
	unit: Counted[];
	/** Units beyond those named, how many there are. */
	moreUnits: number;
	state: { key: EntryState; n: number }[];
	/** Days of Asia/Shanghai, `YYYY-MM-DD`, none left out between the first and the last. */
	day: Counted[];
	/** Editions of the same contest by ordinal: published figures, and the present one as it stands. */
	years: {
		id: string;
		titleZh: string;
		titleEn: string | null;
		value: number | null;
		present: boolean;
	}[];
}

const columns = { category: 'category', channel: 'channel', town: 'town', unit: 'unit' } as const;
const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

const counted = (editionId: string) =>
	sql`entry_lines.edition_id = ${editionId} AND entry_lines.state <> 'withdrawn'`;

const by = (db: Reader, editionId: string, column: keyof typeof columns): Promise<Counted[]> =>
	db.all<Counted>(
		sql`SELECT ${sql.raw(columns[column])} AS key, count(*) AS n FROM entry_lines WHERE ${counted(editionId)} GROUP BY 1 ORDER BY n DESC, key`
	);

/** The statistics of an edition; null for whoever does not organize, and for none there is. */
export async function statisticsOf(
	db: Db,
	who: Who | null,
	editionId: string
): Promise<EntryStatistics | null> {
	if (!mayOrganize(who)) return null;
	const [edition] = await db.select().from(editions).where(eq(editions.id, editionId));
	if (!edition) return null;
	const state = await db.all<{ key: EntryState; n: number }>(
		sql`SELECT state AS key, count(*) AS n FROM entry_lines WHERE entry_lines.edition_id = ${editionId} GROUP BY 1`
	);
	const withdrawn = state.find(({ key }) => key === 'withdrawn')?.n ?? 0;
	const all = state.reduce((sum, { n }) => sum + n, 0) - withdrawn;
	const units = (await by(db, editionId, 'unit')).filter(({ key }) => key);
	return {
		counted: all,
		drafts: await db.$count(
			entries,
			and(eq(entries.editionId, editionId), isNull(entries.number), eq(entries.state, 'draft'))
		),
		withdrawn,
		category: await by(db, editionId, 'category'),
		channel: await by(db, editionId, 'channel'),
		town: await by(db, editionId, 'town'),
		unit: units.slice(0, UNITS),
		moreUnits: Math.max(0, units.length - UNITS),
		state: officeStates.flatMap((one) => state.filter(({ key }) => key === one)),
		day: await daysOf(db, editionId),
		years: await yearsOf(db, edition, all)
	};
}

/** Constants stand in the statement itself: bound they would be real numbers, and divide like them. */
async function daysOf(db: Reader, editionId: string): Promise<Counted[]> {
	const rows = await db.all<{ day: number; n: number }>(
		sql`SELECT (submitted_at + ${sql.raw(String(SHANGHAI))}) / ${sql.raw(String(DAY))} AS day, count(*) AS n FROM entry_lines WHERE ${counted(editionId)} GROUP BY 1 ORDER BY 1`
	);
	const [first, last] = [rows[0]?.day, rows.at(-1)?.day];
	if (first === undefined || last === undefined) return [];
	const known = new Map(rows.map(({ day, n }) => [day, n]));
	return Array.from({ length: last - first + 1 }, (_, at) => ({
		key: new Date((first + at) * DAY).toISOString().slice(0, 10),
		n: known.get(first + at) ?? 0
	}));
}

/** Published figures are shown as published; where none was found the value is null, never a nought. */
async function yearsOf(
	db: Reader,
	edition: typeof editions.$inferSelect,
	now: number
): Promise<EntryStatistics['years']> {
	const rows = await db
		.select({
			...{ id: editions.id, titleZh: editions.titleZh, titleEn: editions.titleEn },
			state: editions.state,
			value: editionFigures.value,
			own: sql<number>`(SELECT count(*) FROM entry_lines l WHERE l.edition_id = editions.id AND l.state <> 'withdrawn')`
		})
		.from(editions)
		.leftJoin(
			editionFigures,
			and(eq(editionFigures.editionId, editions.id), eq(editionFigures.key, 'entries'))
		)
		.where(eq(editions.contestId, edition.contestId))
		.orderBy(asc(editions.ordinal), asc(editions.createdAt));
	return rows
		.filter(({ id, state }) => id === edition.id || state === 'archived')
		.map(({ id, titleZh, titleEn, value, own }) => {
			const present = id === edition.id && value === null;
			// An edition that ran here and was archived without a published figure has its own count.
			return {
				...{ id, titleZh, titleEn, present },
				value: present ? now : (value ?? (own > 0 ? own : null))
			};
		});
}
