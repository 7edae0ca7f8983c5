import { PIXEL_LIMIT } from '$lib/domain/media/asset';
import type { AssetForm, Crop, Variant } from '$lib/domain/media/asset';
import { cutOf, SMALLEST, widthsOf } from '$lib/domain/media/crop';
import type { Fault } from '$lib/domain/media/kinds';
import { keep } from './store';

/** One picture to develop: the private original, what to keep of it, and the public store. */
export interface Negative {
	source: string;
	form: AssetForm;
	crop: Crop | null;
	root: string;
	/** Where a cut picture is also kept whole, for whoever cuts it anew. */
	whole?: string;
}

/** A developed picture: its size upright and whole, and its public copies. */
export interface Print {
	width: number;
	height: number;
	/** Of the part that is kept. */
	cutWidth: number;
	cutHeight: number;
	/** Day it was taken as the camera wrote it, `YYYY-MM-DD`. */
	takenAt: string | null;
	variants: Variant[];
}

/** sharp, told to keep nothing and to leave the other cores to the pages. */
async function press() {
	const { default: sharp } = await import('sharp');
	sharp.cache(false);
	sharp.concurrency(1);
	return sharp;
}

/**
 * Makes the public copies of a picture: upright, cut, in several widths as AVIF and WebP, the widest
 * also as JPEG for browsers that know neither. Whatever was written about the picture (EXIF, place,
 * XMP, comments) stays with the private original. Takes about a second of one core.
 */
export async function develop({
	source,
	form,
	crop,
	root,
	whole
}: Negative): Promise<Print | Fault> {
	const sharp = await press();
	const options = { limitInputPixels: PIXEL_LIMIT, failOn: 'truncated', pages: 1 } as const;
	const facts = await sharp(source, { ...options, limitInputPixels: false })
		.metadata()
		.catch(() => null);
	if (!facts) return 'broken';
	if (facts.width * facts.height > PIXEL_LIMIT) return 'pixels';
	if (facts.format === 'heif' && facts.compression === 'hevc') return 'heic';
	if ((facts.pages ?? 1) > 1 && facts.format !== 'heif') return 'animated';
	const turned = (facts.orientation ?? 1) > 4;
	const width = turned ? facts.height : facts.width;
	const height = turned ? facts.width : facts.height;
	const cut = cutOf(crop, width, height);
	if (Math.min(cut.width, cut.height) < SMALLEST) return 'tiny';

	const variants: Variant[] = [];
	try {
		if (crop && whole)
			await sharp(source, options)
				.autoOrient()
				.resize({ width: 1600, withoutEnlargement: true })
				.webp({ quality: 78 })
				.toFile(whole);
		const upright = sharp(source, options).autoOrient().extract(cut).timeout({ seconds: 45 });
		const widths = widthsOf(form, cut.width);
		for (const wide of widths) {
			const scaled = upright.clone().resize({ width: wide, withoutEnlargement: true });
			const last = wide === widths.at(-1);
			const made = await Promise.all([
				scaled.clone().avif({ quality: 55, effort: 3 }).toBuffer(),
				scaled.clone().webp({ quality: 78, effort: 4 }).toBuffer(),
				last
					? scaled.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true }).toBuffer()
					: null
			]);
			for (const [i, bytes] of made.entries()) {
				if (!bytes) continue;
				const [type, ending] = outcomes[i]!;
				variants.push({ width: wide, type, key: await keep(root, bytes, ending) });
			}
		}
	} catch {
		return 'broken';
	}
	const takenAt = dayIn(facts.exif);
	return { width, height, cutWidth: cut.width, cutHeight: cut.height, takenAt, variants };
}

/** The earliest moment EXIF speaks of: a camera writes when it was taken, programs when they changed it. */
function dayIn(exif: Buffer | undefined): string | null {
	const days =
		exif?.toString('latin1').matchAll(/(19|20)(\d\d):(\d\d):(\d\d) \d\d:\d\d:\d\d/g) ?? [];
	const found = Array.from(
		days,
		([, century, year, month, day]) => `${century}${year}-${month}-${day}`
	)
		.filter((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day))
		.sort();
	return found[0] ?? null;
}

const outcomes: [Variant['type'], string][] = [
	['image/avif', 'avif'],
	['image/webp', 'webp'],
	['image/jpeg', 'jpg']
];
