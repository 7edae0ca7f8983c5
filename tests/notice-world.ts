import { eq, inArray } from 'drizzle-orm';
import { editions, entries, entryVersions, notices, rounds } from '$lib/server/db/schema';
import type { Db } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { demoJurors, juryWorld } from './jury-world';
import { scored } from './judging';
import type { ARound } from './judging';
import { within } from './stock';

const DAY = 86_400_000;

/** An edition whose last round is closed, and jurors who had none of its entries. */
export interface Ended {
	round: ARound;
	/** Public address of the edition. */
	at: string;
	/** Address of its judging in the office. */
	office: string;
}

/**
 * Last rounds of real films, every one scored and closed, in a portal that is not running: the earlier
 * an entry the better; its people agreed to their being shown; three more jurors sit without tasks.
 */
export async function endedRounds(dataDir: string, many: number): Promise<Ended[]> {
	const made: Ended[] = [];
	for (let n = 0; n < many; n++) {
		const round = await juryWorld(dataDir, { count: 4, seconds: 3, panel: 3 });
		const ended = await within(dataDir, async (db) => {
			const now = Date.now();
			await scored(db, round, (entry) => 90 - 2 * entry, { now });
			await demoJurors(db, round.editionId, 6, 4);
			await close(db, round.roundId, now);
			const ids = round.entries.map(({ id }) => id);
			await write(db, async (tx) => {
				const [edition] = await tx.select().from(editions).where(eq(editions.id, round.editionId));
				await tx
					.update(editions)
					.set({ plan: { ...edition!.plan!, showing: 'per-entry' } })
					.where(eq(editions.id, round.editionId));
				await tx.update(entries).set({ publicConsentAt: now }).where(inArray(entries.id, ids));
				// The second says that it was made with the help of a machine.
				const [second] = await tx.select().from(entries).where(eq(entries.id, ids[1]!));
				const content = { ...second!.content, ai: { kinds: ['voice' as const], note: '配音' } };
				await tx.update(entries).set({ content }).where(eq(entries.id, ids[1]!));
				await tx.update(entryVersions).set({ content }).where(eq(entryVersions.entryId, ids[1]!));
			});
			const { contestSlug, slug } = round.edition;
			return {
				round,
				at: `/contests/${contestSlug}/${slug}`,
				office: `/studio/judging/${round.editionId}`
			};
		});
		made.push(ended);
	}
	return made;
}

/** Closes a round as its deadline would. */
const close = (db: Db, roundId: string, now: number) =>
	write(db, (tx) =>
		tx.update(rounds).set({ state: 'closed', closedAt: now }).where(eq(rounds.id, roundId))
	);

/** Fresh jurors give their marks, and their rounds close; in a portal that is not running. */
export const judgedAgain = (dataDir: string, points: number): Promise<void> =>
	within(dataDir, async (db) => {
		for (const round of await db.select().from(rounds)) {
			if (round.againOf === null || round.state !== 'open') continue;
			const world = { roundId: round.id, plan: round.plan, entries: [], jurors: [] };
			await scored(db, world as unknown as ARound, () => points, { now: Date.now() });
			await close(db, round.id, Date.now());
		}
	});

/** Lets the days of every notice that runs be over; in a portal that is not running. */
export const daysGoBy = (dataDir: string): Promise<void> =>
	within(dataDir, async (db) => {
		const now = Date.now();
		for (const notice of await db.select().from(notices))
			if (notice.replacedAt === null && notice.finalAt === null)
				await write(db, (tx) =>
					tx
						.update(notices)
						.set({ publishedAt: now - 9 * DAY, until: now - DAY })
						.where(eq(notices.id, notice.id))
				);
	});
