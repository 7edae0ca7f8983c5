import { inArray } from 'drizzle-orm';
import type { TypedDecision } from '$lib/domain/contests/eligibility';
import type { By } from '$lib/domain/people/who';
import type { Db } from '../db/open';
import { entries } from '../db/schema';
import { decide, weigh } from './eligibility';

/** Most entries of one request. */
export const DECIDE_LIMIT = 200;

/** How each entry of several would fare, or fared. */
interface ManyDecided {
	deed: TypedDecision['deed'];
	/** Entries it can be done to, or was. */
	done: { id: string; number: string | null; title: string; version: number }[];
	/** Of those done: how many wait for a second officer. */
	waiting: number;
	refused: { id: string; number: string | null; title: string; reason: string }[];
}

/**
 * Decides about several entries, each in a transaction of its own: what speaks against one stops that
 * one alone. With `only: 'check'` nothing happens, and the answer says what would.
 */
export async function decideMany(
	db: Db,
	by: By,
	picked: readonly { id: string; version: number }[],
	typed: TypedDecision,
	{ only }: { only?: 'check' } = {}
): Promise<ManyDecided> {
	const report: ManyDecided = { deed: typed.deed, done: [], waiting: 0, refused: [] };
	const ids = picked.map(({ id }) => id);
	const rows = await db
		.select({ id: entries.id, number: entries.number, title: entries.title })
		.from(entries)
		.where(inArray(entries.id, ids));
	const names = new Map(rows.map((row) => [row.id, row]));
	for (const { id, version } of picked.slice(0, DECIDE_LIMIT)) {
		const said = only
			? await weigh(db, by, id, { ...typed, version })
			: await decide(db, by, id, { ...typed, version });
		const reason = said.ok ? '' : (said.refusals[0]?.reason ?? 'other');
		const named = reason === 'gone' ? undefined : names.get(id);
		const one = { id, number: named?.number ?? null, title: named?.title ?? '' };
		if (!said.ok) report.refused.push({ ...one, reason });
		else {
			report.done.push({ ...one, version });
			if ('stands' in said.value && !said.value.stands) report.waiting++;
		}
	}
	return report;
}
