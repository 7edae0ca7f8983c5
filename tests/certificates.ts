import { holding } from '$lib/server/certificates/certificates';
import { issue } from '$lib/server/certificates/issue';
import type { By } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { audit, decisions, entryVersions, newId, prizes, rounds } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { putSetting } from '$lib/server/site';
import { anEdition, anEntry, content } from './contests';
import type { AnEdition } from './contests';
import { emptyDb, NOON } from './make';
import { asRole } from './people';

interface Winner {
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

/** Where a press would find its files; those that these tests print need none. */
export const nowhere = { dataDir: '/nowhere', storageUrl: 'file:/nowhere', films: {} as never };

/** An edition with an issuer whose certificates may be issued, and what became of it. */
export async function issuing() {
	const db = await emptyDb();
	const by = asRole('organizer');
	const edition = await anEdition(db);
	await write(db, (tx) => putSetting(tx, 'footer.sponsor', { zh: '测试主办单位' }));
	return {
		...{ db, by, edition },
		/** Certificates that hold, in order. */
		async all() {
			const found = [];
			for await (const one of holding(db, edition.editionId)) found.push(one);
			return found;
		},
		/** Issues what is due, before the result is final. */
		issueAll: (version = 0, without = false, who: By = by) =>
			issue(db, who, nowhere, edition.editionId, { version, without, early: true }),
		/** Acts on certificates as they were recorded. */
		records: async () =>
			(await db.select().from(audit))
				.filter(({ noun }) => noun === 'certificates')
				.map(({ act }) => act)
	};
}
