import { eq } from 'drizzle-orm';
import { aliasOf } from '$lib/domain/judging/desk/alias';
import type { TaskKind } from '$lib/domain/judging/state';
import type { Reader } from '../db/open';
import { roundEntries } from '../db/schema';

/**
 * Codes of entries that a juror is shown a second time: like the others and none of them. Only where
 * there are such tasks is the whole field looked at.
 */
export async function aliasesOf(
	db: Reader,
	roundId: string,
	rows: readonly { task: { id: string; kind: TaskKind }; code: string }[]
): Promise<Map<string, string>> {
	const aliases = new Map<string, string>();
	const again = rows.filter(({ task }) => task.kind === 'repeat');
	if (!again.length) return aliases;
	const field = await db
		.select({ code: roundEntries.code })
		.from(roundEntries)
		.where(eq(roundEntries.roundId, roundId));
	const taken = new Set(field.map(({ code }) => code));
	for (const { task, code } of [...again].sort((a, b) => (a.task.id < b.task.id ? -1 : 1))) {
		const alias = aliasOf(code, task.id, taken);
		taken.add(alias);
		aliases.set(task.id, alias);
	}
	return aliases;
}
