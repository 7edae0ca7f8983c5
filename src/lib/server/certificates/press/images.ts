import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import sharp from 'sharp';
import { pageOf } from '$lib/domain/certificates/design';
import type { Design } from '$lib/domain/certificates/design';
import { PIXEL_LIMIT } from '$lib/domain/media/asset';
import type { Ground } from '../../jobs/work';
import { Hopeless } from '../../jobs/work';
import { originalPath, storeOf } from '../../media/store';

/** A picture as a PDF holds it. */
export interface Packed {
	width: number;
	height: number;
	filter: 'DCTDecode' | 'FlateDecode';
	bytes: Buffer;
	/** Packed opacity; null for a picture one cannot look through. */
	alpha: Buffer | null;
}

export interface Images {
	picture: Packed | null;
	seal: Packed | null;
}

/** Contents of the media library by what a design calls them; null where it has none. */
export type Pictures = Record<keyof Images, string | null>;

/** Pixels a millimetre on paper: 254 a inch. */
const DENSITY = 10;
/** What lies above the seal, pixels. */
const SEAL = 900;
const packed = promisify(deflate);
const kept = new Map<string, Promise<Packed>>();

const from = async (ground: Ground, sha256: string) => {
	const path = originalPath(storeOf(ground), sha256);
	await access(path).catch(() => {
		throw new Hopeless('a picture of the design is not in the media library any more');
	});
	return sharp(path, { limitInputPixels: PIXEL_LIMIT, failOn: 'error' }).rotate();
};

async function picture(ground: Ground, sha256: string, turn: Design['turn']): Promise<Packed> {
	const page = pageOf({ turn });
	const { data, info } = await (
		await from(ground, sha256)
	)
		.resize(page.width * DENSITY, page.height * DENSITY, { fit: 'cover' })
		.flatten({ background: '#ffffff' })
		.toColourspace('srgb')
		.jpeg({ quality: 88 })
		.toBuffer({ resolveWithObject: true });
	const { width, height } = info;
	return { width, height, filter: 'DCTDecode', bytes: data, alpha: null };
}

async function seal(ground: Ground, sha256: string): Promise<Packed> {
	const { data, info } = await (
		await from(ground, sha256)
	)
		.resize(SEAL, SEAL, { fit: 'inside', withoutEnlargement: true })
		.toColourspace('srgb')
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const { width, height } = info;
	const colours = Buffer.alloc(width * height * 3);
	const alpha = Buffer.alloc(width * height);
	for (let i = 0; i < width * height; i++) {
		data.copy(colours, i * 3, i * 4, i * 4 + 3);
		alpha[i] = data[i * 4 + 3]!;
	}
	return {
		...{ width, height, filter: 'FlateDecode' as const },
		bytes: await packed(colours),
		alpha: await packed(alpha)
	};
}

/** The pictures of a design, made ready once for all certificates in it. */
export async function imagesOf(
	ground: Ground,
	pictures: Pictures,
	turn: Design['turn']
): Promise<Images> {
	const once = (key: string, make: () => Promise<Packed>) => {
		let known = kept.get(key);
		if (!known) {
			if (kept.size > 8) kept.clear();
			kept.set(key, (known = make()));
			known.catch(() => kept.delete(key));
		}
		return known;
	};
	const { picture: back, seal: stamp } = pictures;
	return {
		picture: back ? await once(`${turn} ${back}`, () => picture(ground, back, turn)) : null,
		seal: stamp ? await once(`seal ${stamp}`, () => seal(ground, stamp)) : null
	};
}
