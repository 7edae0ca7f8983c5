import { desc, eq } from 'drizzle-orm';
import type { Asked } from '$lib/domain/audit/asked';
import { keyText } from '$lib/domain/audit/note';
import type { Db, Reader } from '../db/open';
import { auditTree, checkpoints, people } from '../db/schema';
import { readVerifier } from './key';
import { keeperOf } from './keeper';
import type { Broken } from './keeper';
import { trail } from './read';

/** How the chain stands, for the operator. */
export interface Chain {
	records: number;
	last: { size: number; at: number; note: string } | null;
	/** Public key, `name+hash+key`. */
	key: string | null;
	broken: Broken | null;
	/** The last signing failed. */
	failing: boolean;
}

/** How many records there are. */
export async function sizeOf(db: Reader): Promise<number> {
	const [tree] = await db.select({ size: auditTree.size }).from(auditTree);
	return tree?.size ?? 0;
}

/** How the chain of the portal stands. */
export async function chainOf(db: Db, dataDir: string): Promise<Chain> {
	const [records, [last]] = await Promise.all([
		sizeOf(db),
		db.select().from(checkpoints).orderBy(desc(checkpoints.id)).limit(1)
	]);
	const verifier = readVerifier(dataDir);
	const standing = keeperOf(db)?.standing();
	return {
		records,
		last: last ? { size: last.size, at: last.at, note: last.note } : null,
		key: verifier && keyText(verifier.key, verifier.key.key),
		broken: standing?.broken ?? null,
		failing: !!standing?.error
	};
}

/** What the person and the thing a link asks for are called; null where nobody asked or knows. */
export async function aboutOf(
	db: Reader,
	{ person, noun, id }: Asked
): Promise<{ person: string | null; thing: string | null }> {
	const nameOf = async (who: string) =>
		(await db.select({ name: people.name }).from(people).where(eq(people.id, who)))[0]?.name ??
		null;
	const thing = async () => {
		if (noun === 'people') return nameOf(id);
		const [last] = await trail(db, noun, id, 1);
		return last?.title && 'text' in last.title ? last.title.text : null;
	};
	return { person: person ? await nameOf(person) : null, thing: id ? await thing() : null };
}
