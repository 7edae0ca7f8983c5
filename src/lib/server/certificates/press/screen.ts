import type { Facts } from '$lib/domain/certificates/facts';
import { inks } from '$lib/domain/certificates/design';
import { laid, qrPath, setSigns } from './painted';
import type { Print } from './painted';
import type { Types } from './types';

const n = (value: number): string => String(Math.round(value * 1000) / 1000);

/**
 * A certificate as SVG, from the same layout and outlines as the PDF. Each paragraph, the code and
 * the seal is a group of its own (`data-part`) that can be moved. Pictures are addresses.
 */
export async function certificateSvg(
	types: Types,
	print: Print,
	facts: Facts,
	sources: { picture: string | null; seal: string | null; ratio: number }
): Promise<string> {
	const { sheet } = await laid(types, print, facts);
	const defs = new Map<string, string>();
	const attributes = (one: { fill?: string; stroke?: string; width?: number }) =>
		one.fill
			? `fill="${one.fill}"`
			: `fill="none" stroke="${one.stroke}" stroke-width="${one.width}"`;
	let out = `<rect width="${sheet.width}" height="${sheet.height}" fill="#ffffff"/>`;
	if (sheet.picture && sources.picture)
		out += `<image href="${escaped(sources.picture)}" width="${sheet.width}" height="${sheet.height}" preserveAspectRatio="xMidYMid slice"/>`;
	for (const one of sheet.shapes)
		out += `<path d="${one.d}" ${attributes(one)}${one.evenOdd ? ' fill-rule="evenodd"' : ''}/>`;
	if (sheet.qr) {
		const { x, y, width } = sheet.qr;
		const quiet = width / 12;
		out += `<g data-part="qr"><rect x="${n(x - quiet)}" y="${n(y - quiet)}" width="${n(width + 2 * quiet)}" height="${n(width + 2 * quiet)}" fill="#ffffff"/><path d="${qrPath(print.address + facts.code, sheet.qr)}" fill="${inks.ink}"/></g>`;
	}
	for (const paragraph of sheet.paragraphs) {
		const { x, width, y } = print.design.fields[paragraph.key];
		const high = paragraph.lines.length * paragraph.size * 1.55;
		out += `<g data-part="${paragraph.key}" fill="${paragraph.colour}"><rect x="${x}" y="${n(y - 1)}" width="${width}" height="${n(high)}" fill="transparent"/>`;
		const scale = n(paragraph.size / 1000);
		for (const { glyph, x: left, y: foot } of setSigns(types, paragraph)) {
			let id = defs.get(glyph.key);
			if (!id) defs.set(glyph.key, (id = `<path id="cg-${glyph.key}" d="${glyph.path}"/>`));
			out += `<use href="#cg-${glyph.key}" transform="translate(${n(left)} ${n(foot)}) scale(${scale} -${scale})"/>`;
		}
		out += '</g>';
	}
	if (sheet.seal && sources.seal) {
		const { x, y, width } = sheet.seal;
		out += `<g data-part="seal"><image href="${escaped(sources.seal)}" x="${x}" y="${y}" width="${width}" height="${n(width * sources.ratio)}"/></g>`;
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}" role="presentation"><defs>${[...defs.values()].join('')}</defs>${out}</svg>`;
}

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
