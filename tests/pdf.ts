import { deflateSync } from 'node:zlib';

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A stream object’s bytes, packed or not. */
function stream(body: Buffer | string, packed = false, more = ''): Buffer {
	const raw = Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1');
	const data = packed ? deflateSync(raw) : raw;
	const filter = packed ? '/Filter /FlateDecode ' : '';
	return Buffer.concat([
		Buffer.from(`<< ${filter}${more}/Length ${data.length} >>\nstream\n`),
		data,
		Buffer.from('\nendstream')
	]);
}

/** A PDF of the given objects, the first being number 1 and the catalogue. */
export function pdfOf(objects: (Buffer | string)[], trailer = ''): Buffer {
	let at = 9;
	const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
	const starts = objects.map((object, i) => {
		const start = at;
		const part = Buffer.concat([
			Buffer.from(`${i + 1} 0 obj\n`),
			Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1'),
			Buffer.from('\nendobj\n')
		]);
		parts.push(part);
		at += part.length;
		return start;
	});
	const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
	parts.push(
		Buffer.from(
			`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`
		)
	);
	return Buffer.concat(parts);
}

const CMAP =
	'/CIDInit /ProcSet findresource begin\nbegincmap\n/CMapName /X def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\nendcmap\nend';

/** A PDF whose pages hold these lines; its font maps every code to the character of that number. */
export function pdfWith(pages: string[][], { content }: { content?: Buffer } = {}): Buffer {
	const first = 7;
	const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
	return pdfOf([
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		'<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
		'<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
		'<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
		stream(CMAP),
		...pages.flatMap((lines, i) => [
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
			content ??
				stream(
					lines
						.map((line, n) => `BT /F 12 Tf 50 ${760 - 20 * n} Td <${hex(line)}> Tj ET`)
						.join('\n'),
					true
				)
		])
	]);
}

/** Page content that unpacks to `size` bytes from a few: packed twice over. */
export function packedTwice(size: number): Buffer {
	const once = deflateSync(Buffer.alloc(size, ' '), { level: 9 });
	const twice = deflateSync(once, { level: 9 });
	return Buffer.concat([
		Buffer.from(`<< /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n`),
		twice,
		Buffer.from('\nendstream')
	]);
}
