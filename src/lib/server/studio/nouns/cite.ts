import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/open';
import { citations } from '../../db/schema';

type Subject = (typeof citations.$inferInsert)['subject'];

const whole = (subject: Subject, id: string) =>
	and(eq(citations.subject, subject), eq(citations.subjectId, id), eq(citations.field, '*'));

/** Slugs of the sources that speak for all of a thing; what they say of single fields stays apart. */
export async function citedBy(reader: Reader, subject: Subject, id: string): Promise<string[]> {
	const rows = await reader
		.select({ slug: citations.sourceSlug })
		.from(citations)
		.where(whole(subject, id))
		.orderBy(asc(citations.sourceSlug));
	return rows.map(({ slug }) => slug);
}

/** Makes exactly these sources speak for all of a thing; notes of those that stay are kept. */
export async function citeOnly(
	tx: Tx,
	subject: Subject,
	id: string,
	slugs: readonly string[]
): Promise<void> {
	const have = await citedBy(tx, subject, id);
	for (const slug of have.filter((slug) => !slugs.includes(slug)))
		await tx.delete(citations).where(and(whole(subject, id), eq(citations.sourceSlug, slug)));
	const fresh = slugs.filter((slug) => !have.includes(slug));
	if (fresh.length)
		await tx
			.insert(citations)
			.values(fresh.map((sourceSlug) => ({ subject, subjectId: id, sourceSlug })))
			.onConflictDoNothing();
}
