import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { Typesetter } from '../pictures/type';
import type { Style } from '../pictures/type';

/** Where systems keep Noto Sans CJK, and the simplified face in it. It has the rare letters of names. */
const SYSTEM = [
	'/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
	'/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
	'/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
	'/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
	'/usr/share/fonts/truetype/noto/NotoSansCJK-Regular.ttc'
];
const FACE = 'NotoSansCJKsc-Regular';

/** Points; A4 is 595 × 842. */
export const PAGE = { width: 595.28, height: 841.89, margin: 56 } as const;
const LINE = 1.55;

interface Ink {
	size?: number;
	colour?: string;
	align?: 'left' | 'center';
}

/**
 * A paper being written: Chinese text in the system's type when it is there, else as outlines of our
 * own type, so that no letter is silently left out of a page (embedding pieces of packed web fonts
 * loses Chinese glyphs while their text can still be found).
 */
export class Sheet {
	/** Points from the top of the page. */
	y: number = PAGE.margin;
	/** Letters no type here has; a blank stands in their place. */
	readonly lacking = new Set<string>();
	/** Texts that were broken into lines already: each is measured before it is written. */
	readonly #broken = new Map<string, string[]>();
	readonly #bytes: Promise<Buffer>;

	private constructor(
		readonly doc: PDFKit.PDFDocument,
		readonly outlines: Typesetter | null
	) {
		this.#bytes = buffer(doc);
	}

	/**
	 * @param text every letter that will be written
	 * @param faces where to look for the system's type; none for our own outlines
	 */
	static async open(
		text: string,
		{ title, lang, at }: { title: string; lang: string; at: number },
		faces: readonly string[] = SYSTEM
	): Promise<Sheet> {
		const doc = new PDFDocument({
			size: 'A4',
			margin: 0,
			lang,
			displayTitle: true,
			info: { Title: title, CreationDate: new Date(at), ModDate: new Date(at) }
		});
		const face = faces.find((path) => existsSync(path));
		if (!face) return new Sheet(doc, await Typesetter.open(text));
		doc.font(face, FACE);
		const sheet = new Sheet(doc, null);
		const known = (
			doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }
		)._font.font;
		for (const char of text)
			if (char > ' ' && !known.hasGlyphForCodePoint(char.codePointAt(0)!)) sheet.lacking.add(char);
		return sheet;
	}

	/** Writes at a place and returns how high it became; lines break at `width`. */
	write(text: string, x: number, y: number, width: number, ink: Ink = {}): number {
		const { size = 10.5, colour = '#1e2623', align = 'left' } = ink;
		if (!this.outlines) {
			this.doc.fontSize(size).fillColor(colour);
			const options = { width, lineGap: size * (LINE - 1.448), align };
			this.doc.text(text, x, y, options);
			return this.doc.heightOfString(text, options);
		}
		const style = { family: 'sans' as const, weight: 400, size };
		const lines = this.#lines(text, style, width);
		lines.forEach((line, n) => {
			const { paths, width: wide } = this.outlines!.line(line, style);
			const left = align === 'center' ? x + (width - wide) / 2 : x;
			this.#draw(paths, left, y + n * size * LINE + size * 1.1, colour);
		});
		return lines.length * size * LINE;
	}

	#lines(text: string, style: Style, width: number): string[] {
		const key = `${style.size} ${width} ${text}`;
		const known = this.#broken.get(key);
		if (known) return known;
		const lines = text
			.split('\n')
			.flatMap((part) => (part.trim() ? this.outlines!.fill(part, style, width) : ['']));
		this.#broken.set(key, lines);
		return lines;
	}

	#draw(paths: string, x: number, y: number, colour: string): void {
		const shape = /translate\(([-\d.e]+) ([-\d.e]+)\) scale\(([-\d.e]+) ([-\d.e]+)\)" d="([^"]*)"/g;
		for (const [, dx, dy, sx, sy, d] of paths.matchAll(shape))
			this.doc
				.save()
				.translate(x + Number(dx), y + Number(dy))
				.scale(Number(sx), Number(sy))
				.path(d!)
				.fill(colour)
				.restore();
	}

	/** Height a text would take. */
	height(text: string, width: number, size = 10.5): number {
		if (!this.outlines)
			return this.doc
				.fontSize(size)
				.heightOfString(text, { width, lineGap: size * (LINE - 1.448) });
		const style = { family: 'sans' as const, weight: 400, size };
		const lines = this.#lines(text, style, width);
		return lines.length * size * LINE;
	}

	/** Makes sure that so much fits below; begins a new page where it does not. */
	room(height: number): void {
		if (this.y + height <= PAGE.height - PAGE.margin) return;
		this.doc.addPage();
		this.y = PAGE.margin;
	}

	/** A row of a table: a name on the left, what it is on the right, a thin line below. */
	row(name: string, value: string, wide = 84): void {
		const width = PAGE.width - 2 * PAGE.margin - wide;
		const high = Math.max(this.height(value, width), this.height(name, wide - 8)) + 9;
		this.room(high);
		this.write(name, PAGE.margin, this.y + 4, wide - 8, { colour: '#626d68' });
		this.write(value, PAGE.margin + wide, this.y + 4, width);
		this.y += high;
		this.doc
			.moveTo(PAGE.margin, this.y)
			.lineTo(PAGE.width - PAGE.margin, this.y)
			.lineWidth(0.5)
			.stroke('#d9d8cc');
	}

	/** A paragraph over the whole width. */
	paragraph(text: string, ink: Ink = {}): void {
		const width = PAGE.width - 2 * PAGE.margin;
		const high = this.height(text, width, ink.size);
		this.room(Math.min(high, 200));
		this.write(text, PAGE.margin, this.y, width, ink);
		this.y += high + 6;
	}

	async end(): Promise<Buffer> {
		this.doc.end();
		return this.#bytes;
	}
}
