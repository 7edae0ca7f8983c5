import { brotliDecompressSync } from 'node:zlib';
import { glyphs } from './woff2-glyphs';
import { Reader } from './woff2-reader';

/** Table tags by their number in a WOFF2 directory (WOFF File Format 2.0 §4.1). */
const TAGS =
	'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'.match(
		/.{4}(?= |$)/g
	)!;

interface Table {
	tag: string;
	data: Uint8Array;
}

/**
 * Unpacks a WOFF2 font to the plain font file inside (W3C WOFF File Format 2.0), which font programs
 * read. Single fonts only, as our type comes; collections are not.
 * @throws when the bytes are not such a font: our own package would be broken then.
 */
export function unpack(font: Uint8Array): Uint8Array {
	const head = new Reader(font);
	if (head.u32() !== 0x774f4632) throw new Error('not a WOFF2 font');
	const flavor = head.u32();
	head.skip(4);
	const count = head.u16();
	head.skip(6);
	const packed = head.u32();
	head.skip(24);
	const directory = Array.from({ length: count }, () => {
		const flags = head.u8();
		const number = flags & 63;
		const tag = number === 63 ? head.text(4) : TAGS[number]!;
		const version = flags >> 6;
		const whole = head.base128();
		const outlines = tag === 'glyf' || tag === 'loca';
		const transformed = outlines ? version === 0 : version !== 0;
		return { tag, transformed, length: transformed ? head.base128() : whole };
	});
	const body = new Reader(brotliDecompressSync(head.take(packed)));
	const raw = new Map(
		directory.map(({ tag, transformed, length }) => [tag, { transformed, data: body.take(length) }])
	);
	const tables: Table[] = [];
	const outlines = raw.get('glyf');
	const made = outlines?.transformed ? glyphs(outlines.data) : null;
	for (const [tag, { transformed, data }] of raw) {
		if (made && tag === 'glyf') tables.push({ tag, data: made.glyf });
		else if (made && tag === 'loca') tables.push({ tag, data: made.loca });
		else if (tag === 'hmtx' && transformed)
			tables.push({ tag, data: metrics(data, raw.get('hhea')!.data, made!.xMins) });
		else tables.push({ tag, data });
	}
	if (made) longOffsets(tables);
	return file(flavor, tables);
}

/** Rebuilds side bearings that were left out because each equals its glyph's left edge (§5.4). */
function metrics(data: Uint8Array, hhea: Uint8Array, xMins: Int16Array): Uint8Array {
	const count = new DataView(hhea.buffer, hhea.byteOffset).getUint16(34);
	const reader = new Reader(data);
	const flags = reader.u8();
	const advances = Array.from({ length: count }, () => reader.u16());
	const bearings = Array.from(xMins, (edge, i) =>
		flags & (i < count ? 1 : 2) ? edge : reader.i16()
	);
	const view = new DataView(new ArrayBuffer(count * 4 + (xMins.length - count) * 2));
	bearings.forEach((bearing, i) => {
		if (i < count) {
			view.setUint16(i * 4, advances[i]!);
			view.setInt16(i * 4 + 2, bearing);
		} else view.setInt16(count * 4 + (i - count) * 2, bearing);
	});
	return new Uint8Array(view.buffer);
}

/** Says in `head` that glyph offsets are 32 bits wide, as {@link glyphs} writes them. */
function longOffsets(tables: Table[]): void {
	const head = tables.find(({ tag }) => tag === 'head')!;
	head.data = Uint8Array.from(head.data);
	new DataView(head.data.buffer).setInt16(50, 1);
}

/** The font file: header, sorted directory, tables on 4-byte borders (OpenType §Font file). */
function file(flavor: number, tables: Table[]): Uint8Array {
	tables.sort((a, b) => (a.tag < b.tag ? -1 : 1));
	const padded = (length: number) => (length + 3) & ~3;
	let offset = 12 + tables.length * 16;
	const out = new Uint8Array(tables.reduce((sum, { data }) => sum + padded(data.length), offset));
	const view = new DataView(out.buffer);
	view.setUint32(0, flavor);
	view.setUint16(4, tables.length);
	tables.forEach(({ tag, data }, i) => {
		const entry = 12 + i * 16;
		for (let c = 0; c < 4; c++) out[entry + c] = tag.charCodeAt(c);
		view.setUint32(entry + 8, offset);
		view.setUint32(entry + 12, data.length);
		out.set(data, offset);
		offset += padded(data.length);
	});
	return out;
}
