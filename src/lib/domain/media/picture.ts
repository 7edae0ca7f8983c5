import type { AssetForm, Crop, Variant } from './asset';
import { cutOf, focalIn } from './crop';

/** A picture as pages show it, with the widths a browser may choose from. */
export interface Picture {
	/** The copy every browser can show. */
	src: string;
	/** `srcset` by type, best first. */
	sources: { type: string; srcset: string }[];
	/** Pixels of what is shown; for the space it takes, not for its size on the page. */
	width: number;
	height: number;
	/** What stays in view when it is cut to a shape, in shares of it. */
	focal: { x: number; y: number };
	alt: { zh: string; en: string | null };
	caption: { zh: string; en: string | null } | null;
	credit: string | null;
}

/** What a picture is made of. */
interface Pictured {
	form: AssetForm;
	key: string;
	width: number | null;
	height: number | null;
	crop: Crop | null;
	focalX: number;
	focalY: number;
	variants: readonly Variant[];
	altZh: string | null;
	altEn: string | null;
	captionZh: string | null;
	captionEn: string | null;
	credit: string | null;
}

/**
 * An asset as a page shows it; null when it is no picture.
 * @param base where its files are asked for: `/files/` for the public
 */
export function pictureOf(asset: Pictured, base = '/files/'): Picture | null {
	if (!asset.width || !asset.height || !asset.variants.length) return null;
	const cut = cutOf(asset.crop, asset.width, asset.height);
	const sources = (['image/avif', 'image/webp'] as const).flatMap((type) => {
		const srcset = asset.variants
			.filter((variant) => variant.type === type)
			.map(({ key, width }) => `${base}${key} ${width}w`);
		return srcset.length ? [{ type, srcset: srcset.join(', ') }] : [];
	});
	return {
		src: base + asset.key,
		sources,
		width: cut.width,
		height: cut.height,
		focal: focalIn(asset.crop, asset.focalX, asset.focalY),
		alt: { zh: asset.altZh ?? '', en: asset.altEn },
		caption: asset.captionZh ? { zh: asset.captionZh, en: asset.captionEn } : null,
		credit: asset.credit
	};
}
