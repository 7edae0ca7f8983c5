import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AssetForm, Crop, Variant } from '$lib/domain/media/asset';
import { isPicture } from '$lib/domain/media/asset';
import type { Fault, Kind } from '$lib/domain/media/kinds';
import { developed } from './darkroom';
import type { Incoming } from './incoming';
import { inspect } from './inspect';
import { cleaningOf } from './sound';
import { keepOriginal, keyOf, originalPath, wholePath } from './store';
import type { Store } from './store';

/** What the public gets of an upload, made and laid into the store. */
export interface Made {
	form: AssetForm;
	sha256: string;
	bytes: number;
	key: string;
	type: string;
	width: number | null;
	height: number | null;
	duration: number | null;
	/** Day a picture was taken, as its camera wrote it. */
	takenAt: string | null;
	crop: Crop | null;
	variants: Variant[];
}

/** Every key a made thing stands on. */
export const keysOf = ({ key, variants }: Pick<Made, 'key' | 'variants'>): string[] => [
	...new Set([key, ...variants.map((variant) => variant.key)])
];

/**
 * Inspects an upload and makes its public copy. The upload itself is gone afterwards: a picture’s
 * original is put away privately so that it can be cut anew, everything else is refused or published.
 */
export async function makeOf(
	store: Store,
	{ path, sha256, bytes }: Incoming,
	name: string
): Promise<Made | Fault> {
	try {
		const seen = await inspect(path, name);
		if (typeof seen === 'string') return seen;
		const { kind } = seen;
		const facts = { sha256, bytes, takenAt: null, crop: null, variants: [] };
		if (kind.form === 'photo') {
			const print = await printOf(store, path, 'photo', null);
			if (typeof print === 'string') return print;
			await keepOriginal(store, path, sha256);
			return { ...facts, form: 'photo', duration: null, ...print };
		}
		const copy = await publicCopy(store, path, kind);
		if (!copy) return 'broken';
		return { ...facts, form: kind.form, type: kind.type, width: null, height: null, ...copy };
	} finally {
		await rm(path, { force: true });
	}
}

/** The public copies of a picture from a file, cut as said. */
async function printOf(
	store: Store,
	source: string,
	form: AssetForm,
	crop: Crop | null,
	whole?: string
) {
	const print = await developed({
		source,
		form,
		crop,
		root: store.root,
		...(whole ? { whole } : {})
	});
	if (typeof print === 'string') return print;
	const widest = print.variants.findLast(({ type }) => type === 'image/jpeg')!;
	return {
		width: print.width,
		height: print.height,
		takenAt: print.takenAt,
		variants: print.variants,
		key: widest.key,
		type: widest.type
	};
}

/** Makes the public copies of a picture of the library anew, from its original. */
export const reprint = (
	store: Store,
	asset: { sha256: string; form: AssetForm },
	crop: Crop | null
) =>
	isPicture(asset.form)
		? printOf(
				store,
				originalPath(store, asset.sha256),
				asset.form,
				crop,
				wholePath(store, asset.sha256)
			)
		: Promise.resolve('form' as const);

/** Copies a recording or document into the store, without what a recording tells beside its sound. */
async function publicCopy(store: Store, path: string, { form, extension }: Kind) {
	const cleaning = form === 'audio' ? await cleaningOf(path, extension) : null;
	if (form === 'audio' && !cleaning) return null;
	const folder = join(store.root, 'library');
	await mkdir(folder, { recursive: true });
	const half = join(folder, `${randomUUID()}.part`);
	try {
		const hash = createHash('sha256');
		const range = cleaning ? { start: cleaning.start, end: cleaning.end - 1 } : {};
		await pipeline(
			createReadStream(path, range),
			async function* (pieces: AsyncIterable<Buffer>) {
				let at = cleaning?.start ?? 0;
				for await (const piece of pieces) {
					for (const patch of cleaning?.patches ?? []) {
						const from = Math.max(patch.at, at);
						const to = Math.min(patch.at + patch.bytes.length, at + piece.length);
						if (from < to) patch.bytes.copy(piece, from - at, from - patch.at, to - patch.at);
					}
					at += piece.length;
					hash.update(piece);
					yield piece;
				}
			},
			createWriteStream(half, { flags: 'wx', flush: true })
		);
		const key = keyOf(hash.digest('hex'), extension);
		await mkdir(join(store.root, key, '..'), { recursive: true });
		await rename(half, join(store.root, key));
		return { key, duration: cleaning?.duration ?? null };
	} finally {
		await rm(half, { force: true });
	}
}
