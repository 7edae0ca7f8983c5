import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';
import sheet from '../ui/fonts.css?url';
import { drawsChinese } from '../ui/chinese';
import { fontFaces, WEB_FONT } from './style/fonts';

/** The files of our sans face and the characters each holds, read from a style sheet's text. */
function filesOf(css: string, at: string): Record<string, string> {
	const files: Record<string, string> = {};
	for (const [, rule = ''] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
		const url = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(rule)?.[1];
		const range = /unicode-range\s*:\s*([^;]+)/i.exec(rule)?.[1];
		if (url && range && rule.includes(WEB_FONT)) files[new URL(url, at).href] = range.trim();
	}
	return files;
}

/** Font files for the labels of a map on a machine that cannot write Chinese; undefined elsewhere. */
export async function chineseFaces(): Promise<FontFacesSpecification | undefined> {
	if (drawsChinese()) return undefined;
	const address = new URL(sheet, document.baseURI).href;
	const answer = await fetch(address, { headers: { accept: 'text/css' } });
	const files = answer.ok ? filesOf(await answer.text(), address) : {};
	return Object.keys(files).length ? fontFaces(files) : undefined;
}
