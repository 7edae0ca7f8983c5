import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import type { Db, Reader } from '../db/open';
import { stages } from '../db/schema';
import { titleOf } from './rounds';
import { onStage, raise } from './stage';

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Opens the address of the big screen: whoever has it sees what the hall sees, without signing in. An
 * older address stops working. The key is told once; only its hash is kept.
 */
export const openScreen = (db: Db, by: By, roundId: string): Promise<Ruled<string>> =>
	onStage(db, by, roundId, async (tx, { round, stage }) => {
		const key = randomBytes(20).toString('base64url');
		await raise(tx, stage, { keyHash: hashOf(key), keyAt: by.now });
		await record(tx, by, {
			act: 'open-screen',
			noun: 'stages',
			id: roundId,
			title: titleOf(round),
			after: { edition: round.editionId, round: roundId }
		});
		return accept(key);
	});

/** Shuts the address of the big screen. */
export const revokeScreen = (db: Db, by: By, roundId: string): Promise<Ruled<true>> =>
	onStage(db, by, roundId, async (tx, { round, stage }) => {
		if (!stage.stage.keyHash) return refuse({ field: '', reason: 'no-screen' });
		await raise(tx, stage, { keyHash: null, keyAt: null });
		await record(tx, by, {
			act: 'shut-screen',
			noun: 'stages',
			id: roundId,
			title: titleOf(round),
			after: { edition: round.editionId, round: roundId }
		});
		return accept(true as const);
	});

/** The round whose big screen a key opens; null for every other text. */
export async function roundByKey(db: Reader, key: string): Promise<string | null> {
	if (!/^[\w-]{27}$/.test(key)) return null;
	const [row] = await db
		.select({ roundId: stages.roundId })
		.from(stages)
		.where(eq(stages.keyHash, hashOf(key)));
	return row?.roundId ?? null;
}

/** How long a speech is, and whether scores on the wall carry jurors’ names. */
export const setStage = (
	db: Db,
	by: By,
	roundId: string,
	{ seconds, names }: { seconds: number | null; names: boolean }
): Promise<Ruled<true>> =>
	onStage(db, by, roundId, async (tx, { round, stage }) => {
		if (seconds !== null && !(Number.isInteger(seconds) && seconds >= 10 && seconds <= 7200))
			return refuse({ field: 'seconds', reason: 'seconds' });
		const next = { seconds, jurors: names ? ('names' as const) : ('labels' as const) };
		const before = { seconds: stage.stage.seconds, jurors: stage.stage.jurors };
		if (before.seconds === next.seconds && before.jurors === next.jurors)
			return refuse({ field: '', reason: 'same' });
		await raise(tx, stage, next);
		await record(tx, by, {
			act: 'set',
			noun: 'stages',
			id: roundId,
			title: titleOf(round),
			before,
			after: { edition: round.editionId, round: roundId, ...next }
		});
		return accept(true as const);
	});
