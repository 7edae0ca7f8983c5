import { eq } from 'drizzle-orm';
import { root } from '$lib/domain/audit/merkle';
import { codesOf, seedOf } from '$lib/domain/judging/rule/seed';
import type { SeedParts } from '$lib/domain/judging/rule/seed';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { record } from '../audit';
import { readHashes, sha256 } from '../audit/bytes';
import { insertMany } from '../db/insert';
import type { Db } from '../db/open';
import { auditTree, roundEntries, rounds } from '../db/schema';
import { touchContent, write } from '../db/write';
import { digest } from './results';
import { markPhase } from './log';
import { inState, titleOf } from './rounds';
import { draughtOf } from './seal-draught';
import { fixedOf } from './seal-log';

/** Longest name of a public chance, and longest words of it. */
const CHANCE_MOST = 300;

/**
 * Fixes the rule (定稿): its hash goes into the log, with the public chance from which the draw will
 * come. Nothing is random yet, and whatever changes afterwards has to be fixed again.
 */
export const fixRule = (
	db: Db,
	by: By,
	roundId: string,
	{ version, chance }: { version: number; chance: string }
): Promise<Ruled<{ hash: string }>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'fix');
		if (!found.ok) return found;
		const round = found.value;
		if (round.version !== version) return refuse({ field: '', reason: 'changed-meanwhile' });
		const named = chance.normalize('NFC').trim();
		if (named.length > CHANCE_MOST)
			return refuse({ field: 'chance', reason: 'too-long', detail: { max: CHANCE_MOST } });
		const { lacks, hash, field, panel } = await draughtOf(tx, round, {
			chance: named || null,
			now: by.now
		});
		const stops = lacks.filter((one) => one.stops);
		if (stops.length)
			return refuse(...stops.map(({ key, detail }) => ({ field: '', reason: key, detail })));
		await record(tx, by, {
			act: 'fix',
			noun: 'rounds',
			id: roundId,
			title: titleOf(round),
			after: {
				...{ rule: hash, version, chance: named || null },
				...{ field: field.length, jurors: panel.length }
			}
		});
		return accept({ hash });
	});

/**
 * Seals a round (封存): the rule that was fixed holds from now on, and the seed follows from its hash,
 * the log up to here and the words of the public chance. Fills the field and gives it its codes.
 */
export const sealRound = (
	db: Db,
	by: By,
	roundId: string,
	{ hash, words }: { hash: string; words: string }
): Promise<Ruled<{ seed: string }>> =>
	write(db, async (tx) => {
		const found = await inState(tx, by, roundId, 'seal');
		if (!found.ok) return found;
		const round = found.value;
		const fixed = await fixedOf(tx, roundId);
		if (!fixed) return refuse({ field: '', reason: 'not-fixed' });
		const said = words.normalize('NFC').trim();
		if (fixed.chance !== null && !said) return refuse({ field: 'words', reason: 'missing' });
		if (fixed.chance === null && said) return refuse({ field: 'words', reason: 'none-named' });
		if (said.length > CHANCE_MOST)
			return refuse({ field: 'words', reason: 'too-long', detail: { max: CHANCE_MOST } });
		const draught = await draughtOf(tx, round, { chance: fixed.chance, now: by.now });
		if (draught.hash !== fixed.hash || hash !== fixed.hash)
			return refuse({ field: '', reason: 'changed-since-fixed' });
		const stops = draught.lacks.filter((one) => one.stops);
		if (stops.length)
			return refuse(...stops.map(({ key, detail }) => ({ field: '', reason: key, detail })));

		const [tree] = await tx.select().from(auditTree);
		const parts: SeedParts = {
			ruleHash: hash,
			size: tree!.size,
			root: Buffer.from(
				root(sha256, { size: tree!.size, hashes: readHashes(tree!.hashes) })
			).toString('base64'),
			words: said
		};
		const seed = seedOf(parts, digest);
		const codes = codesOf(
			draught.field.map(({ entryId }) => entryId),
			seed,
			digest
		);
		await tx.delete(roundEntries).where(eq(roundEntries.roundId, roundId));
		await insertMany(
			tx,
			roundEntries,
			draught.field.map(({ entryId, categoryId, channel, town, version }) => ({
				...{ roundId, entryId, code: codes.get(entryId)! },
				...{ categoryId, channel, town, version }
			}))
		);
		await tx
			.update(rounds)
			.set({
				state: 'sealed',
				rule: draught.rule,
				ruleHash: hash,
				seed,
				sealedAt: by.now,
				updatedAt: by.now
			})
			.where(eq(rounds.id, roundId));
		await touchContent(tx);
		await record(tx, by, {
			act: 'seal',
			noun: 'rounds',
			id: roundId,
			title: titleOf(round),
			after: {
				...{ rule: hash, size: parts.size, root: parts.root },
				...{ chance: fixed.chance, words: said, seed, fixed: fixed.seq, times: fixed.times },
				...{ field: draught.field.length, jurors: draught.panel.length }
			}
		});
		await markPhase(tx, by, { editionId: round.editionId, roundId, phase: 'sealed' });
		return accept({ seed });
	});
