import type { Db } from '$lib/server/db/open';
import { decisions, entryVersions, newId, prizes, rounds } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { anEntry, content } from './contests';
import type { AnEdition } from './contests';
import { NOON } from './make';

export interface Winner {
	names?: string[];
	title?: string;
	unit?: string;
	owner?: string | null;
}

/** Entries that won the first prize in a released round, one for each winner; ids of the entries. */
export async function awarded(
	db: Db,
	edition: Pick<AnEdition, 'editionId' | 'plan'>,
	winners: readonly Winner[],
	now = NOON
): Promise<string[]> {
	const had = await db.select().from(rounds);
	const ordinal = had.filter(({ editionId }) => editionId === edition.editionId).length + 1;
	const roundId = newId(now);
	const prizeId = newId(now);
	await write(db, async (tx) => {
		await tx.insert(rounds).values({
			...{ id: roundId, editionId: edition.editionId, ordinal, state: 'released' },
			plan: { title: { zh: '终评' } } as never,
			...{ rule: '{}', ruleHash: 'a'.repeat(64), seed: 's', sealedAt: now, openedAt: now },
			...{ closedAt: now, releasedAt: now }
		});
		await tx.insert(prizes).values({
			...{ id: prizeId, editionId: edition.editionId, ordinal, most: 1000 },
			title: { zh: '一等奖', en: 'First Prize' }
		});
	});
	const ids: string[] = [];
	for (const { names = ['李青'], title = '清风徐来', unit, owner = null } of winners) {
		const crew = names.map((name, n) => ({
			...{ id: `c${n}`, name, role: 'director', age: 'adult' as const, guardian: null }
		}));
		const written = content({ title, crew, ...(unit ? { unit } : {}) });
		const { id } = await anEntry(db, edition, {
			...{ state: 'passed', owner, now, content: written },
			...(unit ? { channel: 'unit' as const } : {})
		});
		await write(db, async (tx) => {
			await tx
				.insert(entryVersions)
				.values({ entryId: id, number: 1, content: written, files: [], at: now });
			await tx.insert(decisions).values({
				...{ roundId, entryId: id, verdict: 'award', prizeId, origin: 'rule' },
				...{ place: 1, at: now, releasedAt: now }
			});
		});
		ids.push(id);
	}
	return ids;
}
