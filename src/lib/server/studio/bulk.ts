import { and, eq, inArray } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import type { Noun } from '$lib/domain/studio/noun';
import type { Db } from '../db/open';
import { items } from '../db/schema';
import { visibleTo } from './items';
import { restoreFromTrash, submit, trash, withdraw } from './review';
import type { Reviewed } from './review';

/** What can be done to several things at once; reviewing is not among it. */
const bulkDeeds = ['submit', 'withdraw', 'trash', 'restore'] as const;
export type BulkDeed = (typeof bulkDeeds)[number];
export const isBulkDeed = (word: unknown): word is BulkDeed =>
	bulkDeeds.some((known) => known === word);

/** Most things of one request: more than a page holds, less than a pause anybody would notice. */
export const BULK_LIMIT = 200;

const deeds = { submit, withdraw, trash, restore: restoreFromTrash };

/** One thing as the form saw it. */
export interface Picked {
	id: string;
	/** Its newest version then, and the one the public saw. */
	head: number;
	live: number;
}

/** How each thing fared: done, or left as it was and why. */
interface Report {
	deed: BulkDeed;
	done: number;
	refused: { id: string; titleZh: string; titleEn: string | null; reason: string }[];
}

/** A value of the form’s check boxes, `id@head@live`; null for anything else. */
export function readPicked(text: string): Picked | null {
	const [, id, head, live] = /^([a-z0-9-]{1,80})@(\d{1,9})@(\d{1,9})$/.exec(text) ?? [];
	return id ? { id, head: Number(head), live: Number(live) } : null;
}

/**
 * Does one thing to several, each by itself in a transaction of its own: what may not be done to one
 * is refused for that one alone.
 */
export async function bulk(
	db: Db,
	by: By,
	noun: Noun,
	deed: BulkDeed,
	picked: readonly Picked[],
	comment: string
): Promise<Report> {
	const ids = picked.map(({ id }) => id);
	const rows = await db
		.select({ id: items.id, titleZh: items.titleZh, titleEn: items.titleEn })
		.from(items)
		.where(and(eq(items.noun, noun), inArray(items.id, ids), visibleTo(by.who)));
	const titles = new Map(rows.map((row) => [row.id, row]));
	const report: Report = { deed, done: 0, refused: [] };
	for (const { id, head, live } of picked) {
		const said = await deeds[deed](db, by, noun, id, {
			number: deed === 'withdraw' ? live : head,
			...(comment ? { comment } : {})
		});
		if (said.ok) report.done++;
		else {
			const { titleZh = id, titleEn = null } = titles.get(id) ?? {};
			report.refused.push({ id, titleZh, titleEn, reason: reasonOf(said) });
		}
	}
	return report;
}

function reasonOf(said: Reviewed & { ok: false }): string {
	if ('missing' in said) return 'missing';
	if (said.found) return 'checks';
	return said.refusals[0]?.reason ?? 'other';
}
