import { and, eq } from 'drizzle-orm';
import type { Crop } from '$lib/domain/media/asset';
import type { AssetFacts } from '$lib/domain/media/asset-shape';
import { cleanCrop } from '$lib/domain/media/crop';
import type { Fault } from '$lib/domain/media/kinds';
import { mayChange } from '$lib/domain/media/right';
import type { By } from '$lib/domain/people/who';
import { personal, record } from '../audit';
import { refusedDeed } from '../audit/refused';
import type { Db, Reader, Tx } from '../db/open';
import { assets, media, uses } from '../db/schema';
import { touchContent, write } from '../db/write';
import { fileUnder } from './add';
import { shownOf } from './attach';
import { dropFiles, dropOriginal } from './drop';
import { reprint } from './make';
import type { Made } from './make';
import { changeNumbers } from './numbers';
import type { Store } from './store';
import { visibleTo } from './visible';

export type Asset = typeof assets.$inferSelect;

/** Why a change was not made. */
export type No = 'missing' | 'forbidden' | 'trashed' | 'changed' | Fault;

/** An asset as somebody may see it; null when there is none for them. */
export async function seen(db: Reader, who: By['who'], id: string): Promise<Asset | null> {
	const visible = visibleTo(who);
	if (!visible) return null;
	const [row] = await db
		.select()
		.from(assets)
		.where(and(eq(assets.id, id), visible));
	return row ?? null;
}

/** Whether the public sees an asset somewhere. */
export async function isLive(db: Reader, assetId: string): Promise<boolean> {
	const [use] = await db
		.select({ id: uses.assetId })
		.from(uses)
		.where(and(eq(uses.assetId, assetId), eq(uses.live, true)))
		.limit(1);
	return !!use;
}

/** The asset as it may be changed by somebody at this moment, or why not. */
async function changeable(tx: Reader, by: By, id: string): Promise<Asset | No> {
	const asset = await seen(tx, by.who, id);
	if (!asset) return 'missing';
	const live = await isLive(tx, id);
	return mayChange(by.who, { uploadedBy: asset.uploadedBy, live }) ? asset : 'forbidden';
}

/** The same for somebody who is about to change it; that they may not is recorded. */
export async function mine(tx: Tx, by: By, id: string, deed: string): Promise<Asset | No> {
	const asset = await changeable(tx, by, id);
	if (typeof asset !== 'string') return asset;
	const [row] = await tx.select().from(assets).where(eq(assets.id, id));
	if (row) {
		const thing = { noun: 'media', id, title: row.originalName };
		await refusedDeed(tx, by, thing, deed, 'not-yours');
	}
	return asset;
}

/** Writes columns of an asset, and with it everything public that follows from them. */
async function put(tx: Tx, asset: Asset, columns: Partial<Asset>, now: number): Promise<void> {
	changeNumbers();
	await tx
		.update(assets)
		.set({ ...columns, updatedAt: now })
		.where(eq(assets.id, asset.id));
	const next = { ...asset, ...columns };
	if (next.form !== 'document')
		await tx.update(media).set(shownOf(next)).where(eq(media.assetId, asset.id));
	if (await isLive(tx, asset.id)) await touchContent(tx);
}

/** Only what differs, as the record wants it. */
function difference(asset: Asset, columns: Partial<Asset>) {
	const names = (Object.keys(columns) as (keyof Asset)[]).filter(
		(name) => JSON.stringify(asset[name] ?? null) !== JSON.stringify(columns[name] ?? null)
	);
	// Who agreed to be shown, and where the paper is, may have to be forgotten one day.
	const told = (name: keyof Asset, value: unknown) =>
		name === 'consentNote' && value ? personal(value) : (value ?? null);
	const pick = (from: Partial<Asset>) =>
		Object.fromEntries(names.map((name) => [name, told(name, from[name])]));
	return names.length ? { before: pick(asset), after: pick(columns) } : null;
}

/** Writes what is said about an asset. A photograph may become a panorama and back, nothing else. */
export async function describe(db: Db, by: By, id: string, facts: AssetFacts): Promise<No | null> {
	return write(db, async (tx) => {
		const asset = await mine(tx, by, id, 'change');
		if (typeof asset === 'string') return asset;
		const isPicture = (form: string) => form === 'photo' || form === 'panorama';
		const turns = isPicture(asset.form) && isPicture(facts.form);
		const columns = { ...facts, form: turns ? facts.form : asset.form };
		const changes = difference(asset, columns);
		if (!changes) return null;
		await put(tx, asset, columns, by.now);
		await record(tx, by, {
			act: 'change',
			noun: 'media',
			id,
			title: asset.originalName,
			...changes
		});
		return null;
	});
}

/** Sets the focal point and what is kept of a picture; the public copies are made anew. */
export async function frame(
	db: Db,
	store: Store,
	by: By,
	id: string,
	given: { focalX: number; focalY: number; crop: Crop | null }
): Promise<No | null> {
	const before = await write(db, (tx) => mine(tx, by, id, 'crop'));
	if (typeof before === 'string') return before;
	const crop = cleanCrop(given.crop);
	const same = JSON.stringify(crop) === JSON.stringify(before.crop);
	const print = same ? null : await reprint(store, before, crop);
	if (typeof print === 'string') return print;
	return exchange(db, store, by, id, before, 'crop', {
		focalX: given.focalX,
		focalY: given.focalY,
		crop,
		...(print ?? {})
	});
}

/** Puts a new file in the place of an asset’s: everything that uses it follows. */
export async function replace(
	db: Db,
	store: Store,
	by: By,
	id: string,
	made: Made,
	name: string
): Promise<No | null> {
	const before = await changeable(db, by, id);
	if (typeof before === 'string') return before;
	const kind = (form: string) => (form === 'panorama' ? 'photo' : form);
	if (kind(before.form) !== kind(made.form)) {
		await dropFiles(db, store, [made.key, ...made.variants.map(({ key }) => key)]);
		await dropOriginal(db, store, made.sha256);
		return 'form';
	}
	return exchange(db, store, by, id, before, 'replace', {
		...made,
		originalName: name,
		form: before.form,
		focalX: 0.5,
		focalY: 0.5
	});
}

async function exchange(
	db: Db,
	store: Store,
	by: By,
	id: string,
	before: Asset,
	act: 'crop' | 'replace',
	columns: Partial<Asset>
): Promise<No | null> {
	let old: string[] = [];
	const no = await write(db, async (tx): Promise<No | null> => {
		const asset = await changeable(tx, by, id);
		if (typeof asset === 'string') return asset;
		// Somebody else was quicker while the copies were being made.
		if (asset.key !== before.key || asset.sha256 !== before.sha256) return 'changed';
		// What is said about it stays, also the day, which somebody may have put right.
		const next = { ...columns, takenAt: asset.takenAt };
		const changes = difference(asset, next);
		if (!changes) return null;
		await put(tx, asset, next, by.now);
		if (columns.key) old = await fileUnder(tx, id, { ...asset, ...columns });
		await record(tx, by, {
			act,
			noun: 'media',
			id,
			title: asset.originalName,
			before: { ...changes.before, variants: undefined },
			after: { ...changes.after, variants: undefined }
		});
		return null;
	});
	await dropFiles(db, store, old);
	if (columns.sha256 && columns.sha256 !== before.sha256)
		await dropOriginal(db, store, before.sha256);
	return no;
}

/**
 * Lets another asset take this one’s place everywhere: its file, cut and words are taken over, the id
 * that everything refers to stays. The other one remains as it was.
 */
export async function adopt(
	db: Db,
	store: Store,
	by: By,
	id: string,
	otherId: string
): Promise<No | null> {
	let old: string[] = [];
	let oldSha = '';
	const no = await write(db, async (tx): Promise<No | null> => {
		const asset = await mine(tx, by, id, 'replace');
		if (typeof asset === 'string') return asset;
		const other = await seen(tx, by.who, otherId);
		if (!other || other.id === asset.id) return 'missing';
		if (other.trashedAt !== null) return 'trashed';
		const kind = (form: string) => (form === 'panorama' ? 'photo' : form);
		if (kind(other.form) !== kind(asset.form)) return 'form';
		const columns = takenFrom(other);
		const words = asset.altZh && !other.altZh ? { altZh: asset.altZh, altEn: asset.altEn } : {};
		await put(tx, asset, { ...columns, ...words }, by.now);
		old = await fileUnder(tx, id, columns);
		oldSha = asset.sha256;
		await record(tx, by, {
			act: 'replace',
			noun: 'media',
			id,
			title: asset.originalName,
			before: { sha256: asset.sha256, originalName: asset.originalName },
			after: { sha256: other.sha256, originalName: other.originalName, from: other.id }
		});
		return null;
	});
	await dropFiles(db, store, old);
	if (oldSha) await dropOriginal(db, store, oldSha);
	return no;
}

/** What an asset takes over from another: its file, how it is cut, and what is said about it. */
function takenFrom(other: Asset): Partial<Asset> & Pick<Asset, 'key' | 'variants'> {
	const columns: Partial<Asset> & Pick<Asset, 'key' | 'variants'> = { ...other };
	for (const own of ['id', 'createdAt', 'updatedAt', 'uploadedBy', 'trashedAt'] as const)
		delete columns[own];
	return columns;
}
