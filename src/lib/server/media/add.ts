import { and, eq, isNull } from 'drizzle-orm';
import { cleanName } from '$lib/domain/media/name';
import type { Fault } from '$lib/domain/media/kinds';
import type { By } from '$lib/domain/people/who';
import { record } from '../audit';
import type { Db, Tx } from '../db/open';
import { assetFiles, assets, newId } from '../db/schema';
import { write } from '../db/write';
import { hold } from '../scan/hold';
import type { Incoming } from './incoming';
import { dropFiles, dropOriginal } from './drop';
import { keysOf, makeOf } from './make';
import { changeNumbers } from './numbers';
import type { Made } from './make';
import type { Store } from './store';
import { visibleTo } from './visible';

/** What is said of a new thing along with its file, and the one form that is taken. */
export type Said = { only?: 'photo' } & Partial<
	Pick<typeof assets.$inferInsert, 'altZh' | 'licence' | 'rightsHolder'>
>;

/**
 * Takes an upload into the library. The same file a second time is the same thing again, when the
 * one who sends it may see the first.
 * @param held the scanner for malware has not looked at it: it is shown to nobody before
 */
export async function add(
	db: Db,
	store: Store,
	by: By,
	incoming: Incoming,
	given: string,
	held = false,
	{ only, ...said }: Said = {}
): Promise<{ id: string; name: string; known: boolean } | Fault> {
	const name = cleanName(given);
	const made = await makeOf(store, incoming, name);
	if (typeof made === 'string') return made;
	if (only && made.form !== only) {
		await dropFiles(db, store, keysOf(made));
		await dropOriginal(db, store, made.sha256);
		return 'form';
	}
	const taken = await write(db, async (tx) => {
		const [same] = await tx
			.select({ id: assets.id, name: assets.originalName })
			.from(assets)
			.where(
				and(
					eq(assets.sha256, made.sha256),
					isNull(assets.trashedAt),
					visibleTo(by.who) ?? eq(assets.uploadedBy, by.who?.id ?? '')
				)
			)
			.limit(1);
		if (same) return { ...same, known: true };
		changeNumbers();
		const id = newId(by.now);
		await tx.insert(assets).values({
			id,
			originalName: name,
			uploadedBy: by.who?.id ?? null,
			createdAt: by.now,
			updatedAt: by.now,
			...said,
			...made
		});
		await fileUnder(tx, id, made);
		if (held) await hold(tx, 'media', id, by.now);
		await record(tx, by, {
			act: 'upload',
			noun: 'media',
			id,
			title: name,
			after: { form: made.form, sha256: made.sha256, bytes: made.bytes, ...said }
		});
		return { id, name, known: false };
	});
	if (taken.known) await dropFiles(db, store, keysOf(made));
	return taken;
}

/** Writes down which files are this asset’s; returns those that were and are no more. */
export async function fileUnder(
	tx: Tx,
	assetId: string,
	made: Pick<Made, 'key' | 'variants'>
): Promise<string[]> {
	const keys = keysOf(made);
	const before = await tx
		.delete(assetFiles)
		.where(eq(assetFiles.assetId, assetId))
		.returning({ key: assetFiles.key });
	await tx.insert(assetFiles).values(keys.map((key) => ({ key, assetId })));
	return before.map(({ key }) => key).filter((key) => !keys.includes(key));
}
