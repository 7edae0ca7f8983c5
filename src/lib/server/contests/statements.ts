import { desc, eq } from 'drizzle-orm';
import type { Plan } from '$lib/domain/contests/plan';
import { written } from '$lib/domain/contests/plan-parts';
import type { Reader, Tx } from '../db/open';
import { newId, statements } from '../db/schema';

export type StatementRow = typeof statements.$inferSelect;

/** The wording that holds now of every statement an edition ever published, by key. */
export async function wordings(db: Reader, editionId: string): Promise<Map<string, StatementRow>> {
	const rows = await db
		.select()
		.from(statements)
		.where(eq(statements.editionId, editionId))
		.orderBy(desc(statements.version));
	const found = new Map<string, StatementRow>();
	for (const row of rows) if (!found.has(row.key)) found.set(row.key, row);
	return found;
}

/**
 * Keeps the wording of a plan’s statements: one whose words changed, if only by a comma, is a new
 * version beside the old, so that an agreement always names the words agreed to.
 */
export async function keepWording(
	tx: Tx,
	editionId: string,
	plan: Plan,
	now: number
): Promise<void> {
	const known = await wordings(tx, editionId);
	for (const { key, title, text } of plan.statements) {
		const old = known.get(key);
		if (old && written([old.title, old.text]) === written([title, text])) continue;
		await tx.insert(statements).values({
			id: newId(now),
			editionId,
			key,
			version: (old?.version ?? 0) + 1,
			title,
			text,
			at: now
		});
	}
}

/** The wordings in force of a published edition, in the order of its plan. */
export async function statementsOf(
	db: Reader,
	editionId: string,
	plan: Plan
): Promise<StatementRow[]> {
	const known = await wordings(db, editionId);
	return plan.statements.flatMap(({ key }) => known.get(key) ?? []);
}
