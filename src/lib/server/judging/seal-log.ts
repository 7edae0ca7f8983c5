import { and, desc, eq } from 'drizzle-orm';
import type { SeedParts } from '$lib/domain/judging/rule/seed';
import type { Reader } from '../db/open';
import { audit } from '../db/schema';

/** Records of one act on a round, the newest first. */
async function saidOf<T>(db: Reader, roundId: string, act: string) {
	const rows = await db
		.select({ seq: audit.seq, at: audit.at, record: audit.record })
		.from(audit)
		.where(and(eq(audit.noun, 'rounds'), eq(audit.thing, roundId), eq(audit.act, act)))
		.orderBy(desc(audit.seq));
	return rows.map(({ seq, at, record }) => ({
		...{ seq, at },
		...(JSON.parse(record) as { after: T; why?: string })
	}));
}

/** What the log says of a rule that was fixed. */
interface Fixed {
	hash: string;
	chance: string | null;
	/** Place in the log. */
	seq: number;
	at: number;
	/** How often the rule of this round was fixed, this one counted. */
	times: number;
}

/** The last rule that was fixed for a round; null while there is none. */
export async function fixedOf(db: Reader, roundId: string): Promise<Fixed | null> {
	const said = await saidOf<{ rule: string; chance: string | null }>(db, roundId, 'fix');
	if (!said[0]) return null;
	const { after, seq, at } = said[0];
	return { hash: after.rule, chance: after.chance, seq, at, times: said.length };
}

/** What the log says a round was sealed with. */
interface Sealed extends SeedParts {
	seed: string;
	chance: string | null;
	/** How often the rule was fixed before it was sealed. */
	times: number;
	/** Place of the record in the log. */
	seq: number;
	at: number;
}

/** What a round was sealed with; null before. */
export async function sealedOf(db: Reader, roundId: string): Promise<Sealed | null> {
	type After = Omit<Sealed, 'ruleHash' | 'seq' | 'at'> & { rule: string };
	const [said] = await saidOf<After>(db, roundId, 'seal');
	if (!said) return null;
	const { rule, size, root, words, seed, chance, times } = said.after;
	const { seq, at } = said;
	return { ruleHash: rule, size, root, words, seed, chance, times, seq, at };
}

/** When and why the close of a round was moved or it was opened again, oldest first. */
export async function changesOf(db: Reader, roundId: string) {
	type After = { closesAt: number | null };
	const moved = await saidOf<After>(db, roundId, 'extend');
	const again = await saidOf<After>(db, roundId, 'reopen');
	return [
		...moved.map((one) => ({ ...one, act: 'extend' as const })),
		...again.map((one) => ({ ...one, act: 'reopen' as const }))
	]
		.sort((a, b) => a.seq - b.seq)
		.map(({ act, at, why, after }) => ({ act, at, why: why ?? '', closesAt: after.closesAt }));
}
