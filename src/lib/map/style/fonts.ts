import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';

/** The family of the self-hosted font; also the name its files are declared under in a style. */
export const WEB_FONT = 'Noto Sans SC Variable';

/**
 * Stack of every label. MapLibre draws text with local fonts when a style has no `glyphs`: the
 * fonts of the system come first, the self-hosted one catches what is left.
 */
export const LABEL_FONT = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', WEB_FONT];

/**
 * Turns the subset files of a web font into a style's `font-faces`. MapLibre then fetches, glyph by
 * glyph, only the files whose characters are on screen – and draws every label with them, so pass
 * them only where `drawsChinese` of `$lib/ui/chinese` says no.
 *
 * `files` maps an address to its CSS `unicode-range` ("U+4e00-4eff,U+9f99").
 */
export function fontFaces(files: Record<string, string>): FontFacesSpecification {
	return {
		[WEB_FONT]: Object.entries(files).map(([url, ranges]) => ({
			url,
			'unicode-range': ranges.split(',').map((range) => range.trim())
		}))
	};
}
