import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { inks } from '$lib/domain/certificates/design';
import { POINT } from '$lib/domain/certificates/lay';
import type { Paragraph } from '$lib/domain/certificates/lay';
import { setLines } from '$lib/domain/certificates/lines';
import type { Leaf, Print, Text } from '$lib/domain/stamps/leaf';
import { qrPath, setSigns } from './painted';
import type { Types } from './types';

const MM = 72 / 25.4;
/** The foot of Han signs below their top, and from line to line, in sizes. */
const FOOT = 0.88;
const LEADING = 1.45;

/** The lines of a text where they stand. */
function set(types: Types, text: Text): Pick<Paragraph, 'lines' | 'size' | 'space'> {
	const { face, bold, x, y, width, align = 'left' } = text;
	const asked = text.size * POINT;
	const gap = (text.space ?? 0) / 100;
	const wide = (part: string) =>
		(types.measure(part, { face, bold }) + gap * Math.max(0, [...part].length - 1)) * asked;
	const { scale, lines } = setLines(text.text, width, text.most, wide);
	const size = asked * scale;
	const left = (line: number) =>
		align === 'left' ? x : align === 'center' ? x + (width - line) / 2 : x + width - line;
	return {
		...{ size, space: gap * size },
		lines: lines.map((line, n) => ({
			text: line.text,
			x: left(line.width),
			y: y + (FOOT + n * LEADING) * size
		}))
	};
}

function paint(doc: PDFKit.PDFDocument, types: Types, leaf: Leaf): void {
	doc.addPage({ size: [leaf.width * MM, leaf.height * MM], margin: 0 });
	doc.save().scale(MM);
	doc.markContent('Artifact');
	for (const { d, fill, stroke, width = 0, evenOdd } of leaf.shapes) {
		doc.path(d);
		if (fill) doc.fill(fill, evenOdd ? 'even-odd' : 'non-zero');
		else if (stroke) doc.lineWidth(width).stroke(stroke);
	}
	if (leaf.qr) doc.path(qrPath(leaf.qr.address, leaf.qr)).fill(inks.ink);
	doc.endMarkedContent();
	const root = doc.struct('Document');
	doc.addStructure(root);
	for (const text of leaf.texts) {
		if (!text.text.trim()) continue;
		const lines = set(types, text);
		root.add(
			doc.struct(text.heading ? 'H1' : 'P', {}, () => {
				doc.markContent('Span', { actual: text.text });
				const { face, bold, colour } = text;
				const paragraph = { ...lines, face, bold, colour, key: 'heading' } as Paragraph;
				for (const { glyph, x, y } of setSigns(types, paragraph)) {
					const scale = lines.size / 1000;
					doc.save().translate(x, y).scale(scale, -scale).path(glyph.path).fill(colour).restore();
				}
				doc.endMarkedContent();
			})
		);
	}
	root.end();
	doc.restore();
}

/**
 * Leaves as one PDF. Letters are outlines, so that no printer leaves one out; every text carries its
 * words for readers who listen. The same leaves give the same bytes.
 */
export async function leavesPdf(types: Types, print: Print): Promise<Buffer> {
	await types.prepare(print.leaves.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
	const at = new Date(print.at);
	const doc = new PDFDocument({
		autoFirstPage: false,
		margin: 0,
		font: '',
		pdfVersion: '1.7',
		tagged: true,
		displayTitle: true,
		lang: print.lang,
		info: { Title: print.title, CreationDate: at, ModDate: at }
	});
	const bytes = buffer(doc);
	for (const leaf of print.leaves) {
		paint(doc, types, leaf);
		await nextTurn();
	}
	doc.end();
	return bytes;
}
