import type { Tx } from '../db/open';
import { citations } from '../db/schema';
import type { Cite } from './shapes';

type Subject = (typeof citations.$inferInsert)['subject'];

/** Writes which source says what about a subject. */
export async function cite(
	tx: Tx,
	subject: Subject,
	subjectId: string,
	cites: Cite[]
): Promise<void> {
	if (!cites.length) return;
	await tx
		.insert(citations)
		.values(
			cites.map(({ source, field, note }) => ({
				subject,
				subjectId,
				field,
				sourceSlug: source,
				noteZh: note?.zh,
				noteEn: note?.en
			}))
		)
		.onConflictDoNothing();
}
