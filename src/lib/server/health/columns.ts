import { and, eq, isNotNull, isNull, max, sql } from 'drizzle-orm';
import { isOn, moduleOf } from '$lib/domain/modules';
import type { Switches } from '$lib/domain/modules';
import type { Sign } from '$lib/domain/studio/health';
import type { Noun } from '$lib/domain/studio/noun';
import type { Reader } from '../db/open';
import { items } from '../db/schema';

const DAY = 86_400_000;

/** The columns the public sees, by the noun that fills them. */
const columns: readonly Noun[] = ['places', 'trails', 'events', 'articles', 'documents'];

/** Columns without anything public, and columns nobody has touched for long (网站检查指标：空白、更新不及时). */
export async function columnSigns(
	db: Reader,
	{ now, days, switches }: { now: number; days: number; switches: Switches }
): Promise<Sign[]> {
	const shown = columns.filter((noun) => {
		const module = moduleOf(`/(public)/${noun}`);
		return module === null || isOn(switches, module);
	});
	const rows = await db
		.select({ noun: items.noun, n: sql<number>`count(*)`, last: max(items.updatedAt) })
		.from(items)
		.where(and(isNotNull(items.live), isNull(items.trashedAt)))
		.groupBy(items.noun);
	const found = new Map(rows.map((row) => [row.noun, row]));
	const trouble = (noun: Noun, fact?: string) => ({
		title: { zh: noun, en: null },
		path: `/studio/${noun}`,
		...(fact ? { fact } : {})
	});
	const empty = shown.filter((noun) => !found.get(noun)?.n);
	const stale = shown.flatMap((noun) => {
		const last = found.get(noun)?.last;
		const idle = last == null ? 0 : Math.floor((now - last) / DAY);
		return idle > days ? [trouble(noun, String(idle))] : [];
	});
	return [
		{
			name: 'empty-columns',
			count: empty.length,
			of: shown.length,
			troubles: empty.map((noun) => trouble(noun)),
			at: null
		},
		{
			name: 'stale-columns',
			count: stale.length,
			of: shown.length - empty.length,
			troubles: stale,
			at: null
		}
	];
}

/** Reviews nobody has moved for longer than the office gives itself. */
export async function overdueSign(
	db: Reader,
	{ now, days }: { now: number; days: number }
): Promise<Sign> {
	const where = and(eq(items.state, 'review'), isNull(items.trashedAt));
	const rows = await db
		.select({
			noun: items.noun,
			id: items.id,
			zh: items.titleZh,
			en: items.titleEn,
			since: sql<number>`coalesce((SELECT max(r.at) FROM reviews r WHERE r.noun = items.noun AND r.item_id = items.id), items.updated_at)`
		})
		.from(items)
		.where(where);
	const late = rows
		.filter(({ since }) => now - since > days * DAY)
		.sort((a, b) => a.since - b.since);
	return {
		name: 'overdue-reviews',
		count: late.length,
		of: rows.length,
		troubles: late.slice(0, 20).map(({ noun, id, zh, en, since }) => ({
			title: { zh, en },
			path: `/studio/${noun}/${id}`,
			fact: String(Math.floor((now - since) / DAY))
		})),
		at: null
	};
}
