import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Facts } from '$lib/domain/certificates/facts';
import { inks } from '$lib/domain/certificates/design';
import type { Placed } from '$lib/domain/certificates/lay';
import type { Shape } from '$lib/domain/certificates/motif';
import { laid, qrPath, setSigns } from './painted';
import type { Print } from './painted';
import type { Images, Packed } from './images';
import type { Types } from './types';

const MM = 72 / 25.4;
const n = (value: number): string => String(Math.round(value * 1000) / 1000);
const rgb = (colour: string): string =>
	[1, 3, 5].map((at) => n(parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ');

const operators = new Map<string, string>();

/** An SVG path of M, L, H, V, Q, C and Z as PDF operators. */
export function pdfPath(path: string): string {
	let [x, y] = [0, 0];
	let out = '';
	for (const [, letter, rest] of path.matchAll(/([MLHVhvQCZ])([^MLHVhvQCZ]*)/g)) {
		const p = (rest!.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
		if (letter === 'Z') out += 'h ';
		else if (letter === 'C') {
			out += `${p.map(n).join(' ')} c `;
			[x, y] = [p[4]!, p[5]!];
		} else if (letter === 'Q') {
			const [cx, cy, ex, ey] = p as [number, number, number, number];
			const third = (from: number, control: number) => n(from + (2 / 3) * (control - from));
			out += `${third(x, cx)} ${third(y, cy)} ${third(ex, cx)} ${third(ey, cy)} ${n(ex)} ${n(ey)} c `;
			[x, y] = [ex, ey];
		} else {
			if (letter === 'H') x = p[0]!;
			else if (letter === 'V') y = p[0]!;
			else if (letter === 'h') x += p[0]!;
			else if (letter === 'v') y += p[0]!;
			else [x, y] = [p[0]!, p[1]!];
			out += `${n(x)} ${n(y)} ${letter === 'M' ? 'm' : 'l'} `;
		}
	}
	return out;
}

function ofGlyph({ key, path }: { key: string; path: string }): string {
	let known = operators.get(key);
	if (known === undefined) operators.set(key, (known = pdfPath(path)));
	return known;
}

const shape = ({ d, fill, stroke, width = 0, evenOdd }: Shape): string =>
	`q ${fill ? `${rgb(fill)} rg ` : ''}${stroke ? `${rgb(stroke)} RG ${n(width)} w ` : ''}${pdfPath(d)}${fill ? (evenOdd ? 'f*' : 'f') : 'S'} Q\n`;

/** What is used of the inside of a document. */
interface Inside {
	ref(data: Record<string, unknown>): { end(data: Buffer): void };
	page: { xobjects: Record<string, unknown> };
	addContent(data: string): void;
}
const inside = (doc: PDFKit.PDFDocument): Inside => doc as unknown as Inside;

/** The last drawing of each kind, packed: in a batch most are the same from one to the next. */
const lastDrawn = new Map<string, { content: string; bytes: Buffer }>();

/** Lays a drawing into the document as an object of its own and says how it is painted. */
function drawing(
	doc: PDFKit.PDFDocument,
	name: string,
	content: string,
	{ width, height }: { width: number; height: number }
): string {
	let last = lastDrawn.get(name);
	if (last?.content !== content)
		lastDrawn.set(name, (last = { content, bytes: deflateSync(content) }));
	const ref = inside(doc).ref({
		...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] },
		Filter: 'FlateDecode'
	});
	ref.end(last.bytes);
	inside(doc).page.xobjects[name] = ref;
	return `/${name} Do\n`;
}

/** Lays a packed picture into the document and says how it is painted. */
function image(doc: PDFKit.PDFDocument, name: string, packed: Packed, at: Placed): string {
	const { width, height } = packed;
	const facts = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
	const mask = packed.alpha
		? inside(doc).ref({
				...facts,
				...{ ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'FlateDecode' }
			})
		: null;
	mask?.end(packed.alpha!);
	const ref = inside(doc).ref({
		...facts,
		...{ ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: packed.filter },
		...(mask ? { SMask: mask } : {})
	});
	ref.end(packed.bytes);
	inside(doc).page.xobjects[name] = ref;
	const high = (at.width * height) / width;
	// The page is turned over: a picture is turned back.
	return `q ${n(at.width)} 0 0 ${n(-high)} ${n(at.x)} ${n(at.y + high)} cm /${name} Do Q\n`;
}

/**
 * A certificate as PDF. The same facts in the same design give the same bytes, so nothing is kept and
 * anybody’s copy can be made again. Every paragraph carries its text for readers who listen.
 */
export async function certificatePdf(
	types: Types,
	print: Print,
	facts: Facts,
	images: Images
): Promise<Buffer> {
	const { sheet, texts } = await laid(types, print, facts);
	const at = new Date(facts.issuedAt);
	const doc = new PDFDocument({
		size: [sheet.width * MM, sheet.height * MM],
		margin: 0,
		// Nothing is set in fonts; without this one is read for every document.
		font: '',
		pdfVersion: '1.7',
		tagged: true,
		displayTitle: true,
		lang: print.design.tongue === 'zh' ? 'zh-CN' : 'en',
		info: {
			Title: `${texts.heading} ${facts.number}`,
			CreationDate: at,
			ModDate: at
		}
	});
	const bytes = buffer(doc);
	const add = (content: string) =>
		inside(doc).addContent(`q ${n(MM)} 0 0 ${n(MM)} 0 0 cm\n${content}Q`);
	doc.markContent('Artifact');
	let under = drawing(doc, 'Ground', sheet.shapes.map(shape).join(''), sheet);
	if (images.picture)
		under += image(doc, 'Picture', images.picture, { x: 0, y: 0, width: sheet.width });
	if (sheet.qr) {
		const { x, y, width } = sheet.qr;
		const quiet = width / 12;
		const box = `M${x - quiet} ${y - quiet}H${x + width + quiet}V${y + width + quiet}H${x - quiet}Z`;
		under += shape({ d: box, fill: '#ffffff' });
		under += shape({ d: qrPath(print.address + facts.code, sheet.qr), fill: inks.ink });
	}
	add(under);
	doc.endMarkedContent();
	const root = doc.struct('Document');
	doc.addStructure(root);
	for (const paragraph of sheet.paragraphs) {
		let content = `${rgb(paragraph.colour)} rg\n`;
		const scale = n(paragraph.size / 1000);
		for (const { glyph, x, y } of setSigns(types, paragraph))
			content += `q ${scale} 0 0 -${scale} ${n(x)} ${n(y)} cm ${ofGlyph(glyph)}f Q\n`;
		root.add(
			doc.struct(paragraph.key === 'heading' ? 'H1' : 'P', {}, () => {
				doc.markContent('Span', { actual: texts[paragraph.key] });
				add(drawing(doc, `Text-${paragraph.key}`, content, sheet));
				doc.endMarkedContent();
			})
		);
	}
	root.end();
	if (sheet.seal && images.seal) {
		doc.markContent('Artifact');
		add(image(doc, 'Seal', images.seal, sheet.seal));
		doc.endMarkedContent();
	}
	doc.end();
	return bytes;
}
