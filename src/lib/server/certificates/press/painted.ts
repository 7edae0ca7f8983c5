import { encode } from 'uqr';
import { lay } from '$lib/domain/certificates/lay';
import type { Paragraph, Placed, Sheet } from '$lib/domain/certificates/lay';
import type { Design, FieldKey } from '$lib/domain/certificates/design';
import type { Facts } from '$lib/domain/certificates/facts';
import { wording } from '$lib/domain/certificates/wording';
import { signsOf } from './types';
import type { Glyph, Types } from './types';

/** One sign where it stands: left end of its baseline and its size, in millimetres. */
interface Set {
	glyph: Glyph;
	x: number;
	y: number;
}

/** The signs of a paragraph line by line; what no type has leaves its room empty. */
export function* setSigns(types: Types, paragraph: Paragraph): Generator<Set> {
	const { size, space, lines } = paragraph;
	for (const { text, x, y } of lines) {
		let at = x;
		for (const { sign, selector } of signsOf(text)) {
			const glyph = types.glyph(sign, paragraph, selector);
			if (glyph?.path) yield { glyph, x: at, y };
			at += (glyph?.advance ?? 1) * size + space;
		}
	}
}

/** What everything of one print has in common. */
export interface Print {
	design: Design;
	/** As people type it: `lian.example.cn/verify`. */
	host: string;
	/** What the code a telephone reads begins with, up to the check code. */
	address: string;
}

/** A certificate with everything in its place, and its texts. */
export async function laid(
	types: Types,
	{ design, host }: Print,
	facts: Facts
): Promise<{ sheet: Sheet; texts: Record<FieldKey, string> }> {
	const texts = wording(design, facts, host);
	await types.prepare(Object.values(texts).join(''));
	return { sheet: lay(design, texts, types.measure), texts };
}

/** The code a telephone reads as one path in millimetres, runs of dark modules by rows. */
export function qrPath(address: string, { x, y, width }: Placed): string {
	const { data, size } = encode(address, { ecc: 'M', border: 0 });
	const step = width / size;
	const at = (n: number) => Math.round(n * 10_000) / 10_000;
	let path = '';
	data.forEach((row, j) => {
		for (let i = 0; i < size; i++) {
			if (!row[i]) continue;
			let end = i;
			while (row[end]) end++;
			path += `M${at(x + i * step)} ${at(y + j * step)}H${at(x + end * step)}V${at(y + (j + 1) * step)}H${at(x + i * step)}Z`;
			i = end;
		}
	});
	return path;
}
