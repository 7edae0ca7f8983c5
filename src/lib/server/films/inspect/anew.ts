import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/open';
import { films, jobs } from '../../db/schema';
import { write } from '../../db/write';
import { again } from '../../jobs';

/**
 * Lets every film be inspected again that was inspected where ffmpeg was missing: then only what the
 * head of a file says was known. Each once: afterwards its facts name the tool. What failed is left to
 * the office, what waits or is under way is not disturbed.
 * @returns how many
 */
export async function inspectAnew(db: Db, now: number): Promise<number> {
	const due = await db
		.select({ id: jobs.id })
		.from(films)
		.innerJoin(
			jobs,
			and(eq(jobs.subject, films.id), eq(jobs.kind, 'inspect'), eq(jobs.state, 'done'))
		)
		.where(
			and(
				eq(films.form, 'film'),
				sql`json_extract(${films.facts}, '$.container') IS NOT NULL`,
				sql`json_extract(${films.facts}, '$.tool') IN ('none', 'mediabunny')`,
				// What would fetch other files is not given to any tool.
				sql`coalesce(${films.reason}, '') <> 'reaches'`
			)
		);
	if (!due.length) return 0;
	return write(db, async (tx) => {
		let count = 0;
		for (const { id } of due) if (await again(tx, id, now)) count++;
		return count;
	});
}
