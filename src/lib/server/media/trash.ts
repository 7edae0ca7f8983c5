import { and, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import { TRASH_DAYS } from '$lib/domain/media/asset';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db } from '../db/open';
import { assetFiles, assets, media, uses } from '../db/schema';
import { touchContent, write } from '../db/write';
import { isLive, mine } from './change';
import { dropFiles, dropOriginal } from './drop';
import { sweep } from './incoming';
import { changeNumbers } from './numbers';
import type { Store } from './store';

const DAY = 24 * 60 * 60 * 1000;

/** What became of each thing that should be trashed or restored. */
interface Outcome {
	done: string[];
	/** Seen by the public and not confirmed: nothing happened to these. */
	live: string[];
	/** Not there for this person, or not theirs to change. */
	refused: string[];
}

/**
 * Puts assets into the trash; the public stops seeing them at once. What the public sees somewhere is
 * only trashed when `confirmed` says so.
 */
export async function trash(
	db: Db,
	by: By,
	ids: readonly string[],
	{ confirmed, why }: { confirmed: boolean; why?: string | undefined }
): Promise<Outcome> {
	return each(db, by, ids, 'trash', async (tx, asset, outcome) => {
		if (asset.trashedAt !== null) return void outcome.done.push(asset.id);
		const live = await isLive(tx, asset.id);
		if (live && !confirmed) return void outcome.live.push(asset.id);
		await tx
			.update(assets)
			.set({ trashedAt: by.now, updatedAt: by.now })
			.where(eq(assets.id, asset.id));
		if (live) await touchContent(tx);
		await record(tx, by, {
			act: 'trash',
			noun: 'media',
			id: asset.id,
			title: asset.originalName,
			after: { live },
			...(why ? { why } : {})
		});
		outcome.done.push(asset.id);
	});
}

/** Takes assets out of the trash; where they were used, they stand again. */
export async function restore(db: Db, by: By, ids: readonly string[]): Promise<Outcome> {
	return each(db, by, ids, 'restore', async (tx, asset, outcome) => {
		outcome.done.push(asset.id);
		if (asset.trashedAt === null) return;
		await tx
			.update(assets)
			.set({ trashedAt: null, updatedAt: by.now })
			.where(eq(assets.id, asset.id));
		if (await isLive(tx, asset.id)) await touchContent(tx);
		await record(tx, by, {
			act: 'restore',
			noun: 'media',
			id: asset.id,
			title: asset.originalName
		});
	});
}

type Tx = Parameters<Parameters<typeof write>[1]>[0];
type Asset = typeof assets.$inferSelect;

async function each(
	db: Db,
	by: By,
	ids: readonly string[],
	deed: string,
	act: (tx: Tx, asset: Asset, outcome: Outcome) => Promise<void>
): Promise<Outcome> {
	return write(db, async (tx) => {
		changeNumbers();
		const outcome: Outcome = { done: [], live: [], refused: [] };
		for (const id of new Set(ids)) {
			const asset = await mine(tx, by, id, deed);
			if (typeof asset === 'string') outcome.refused.push(id);
			else await act(tx, asset, outcome);
		}
		return outcome;
	});
}

/** Things removed in one go; the rest waits for the next. */
const AT_ONCE = 200;

/**
 * Removes for good what has lain in the trash for 30 days, with every file no other asset stands on;
 * and what broken uploads left behind. Run by the clock; returns how many things went.
 */
export async function purge(db: Db, store: Store, by: By): Promise<number> {
	const due = lte(assets.trashedAt, by.now - TRASH_DAYS * DAY);
	const { gone, keys } = await write(db, async (tx) => {
		const gone = await tx
			.select()
			.from(assets)
			.where(and(isNotNull(assets.trashedAt), due))
			.limit(AT_ONCE);
		const ids = gone.map(({ id }) => id);
		if (!ids.length) return { gone, keys: [] };
		changeNumbers();
		const keys = await tx
			.delete(assetFiles)
			.where(inArray(assetFiles.assetId, ids))
			.returning({ key: assetFiles.key });
		await tx.delete(uses).where(inArray(uses.assetId, ids));
		await tx.delete(media).where(inArray(media.assetId, ids));
		await tx.delete(assets).where(inArray(assets.id, ids));
		for (const { id, originalName, sha256 } of gone)
			await record(tx, by, {
				act: 'purge',
				noun: 'media',
				id,
				title: originalName,
				before: { sha256 }
			});
		return { gone, keys: keys.map(({ key }) => key) };
	});
	await dropFiles(db, store, keys, by.now - DAY / 24);
	for (const { sha256 } of gone) await dropOriginal(db, store, sha256, by.now - DAY / 24);
	await sweep(store.incoming, by.now);
	return gone.length;
}
