import { eq } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import type { Plan } from '$lib/domain/contests/plan';
import type { Db } from '$lib/server/db/open';
import { entries, entryFiles, films } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import type { Self } from '$lib/server/people/account';
import { anEdition, content } from '../contests';
import type { AnEdition } from '../contests';
import { emptyDb, NOON } from '../make';
import { acting, signedIn, somebody } from '../people';
import { openEntry, saveEntry } from '$lib/server/contests/entries';

// An edition that is open and two people who enter it, anew before every test.

export let db: Db;

export let edition: AnEdition;

export let li: Self;

export let zhou: Self;

export const at = (by: Self, now: number): Self => ({ ...by, now });

export const DAY = 86_400_000;

beforeEach(async () => {
	db = await emptyDb();
	edition = await anEdition(db);
	li = await acting(db, await signedIn(db, await somebody(db, { name: '李' })));
	zhou = await acting(db, await signedIn(db, await somebody(db, { name: '周' })));
});

/** Another edition in the place of the first. */
export const instead = async (plan: Plan) => (edition = await anEdition(db, { plan }));

export const choice = (over = {}) => ({
	editionId: edition.editionId,
	categoryId: 'film',
	channel: 'person',
	...over
});

export const opened = async (by = li, over = {}) => {
	const ruled = await openEntry(db, by, choice(over));
	if (!ruled.ok) throw new Error(JSON.stringify(ruled.refusals));
	return ruled.value;
};

/** Lays a film with an entry, as if it had been sent and kept. */
async function film(id: string, by = li, now = NOON) {
	await write(db, async (tx) => {
		const [film] = await tx
			.insert(films)
			.values({
				form: 'film',
				sha256: 'f'.repeat(64),
				bytes: 9,
				type: 'video/mp4',
				key: `films/${id}-${now}`
			})
			.returning();
		await tx.insert(entryFiles).values({
			entryId: id,
			materialId: 'film',
			filmId: film!.id,
			originalName: '清风.mp4',
			addedBy: by.who.id,
			addedAt: now
		});
	});
}

export const filled = async (by = li, over = {}) => {
	const id = await opened(by, over);
	const saved = await saveEntry(db, by, id, { content: content(), began: null });
	if (!saved.ok) throw new Error(JSON.stringify(saved.refusals));
	await film(id, by);
	return id;
};

export const reasons = (ruled: { ok: boolean; refusals?: { reason: string }[] }) =>
	ruled.ok ? [] : ruled.refusals!.map(({ reason }) => reason);

export const row = async (id: string) =>
	(await db.select().from(entries).where(eq(entries.id, id)))[0]!;
