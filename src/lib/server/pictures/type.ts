import { readFileSync } from 'node:fs';
import decompress from 'woff2-encoder/decompress';
import { openHarfBuzz } from './harfbuzz';
import type { Face, Font, HarfBuzz } from './harfbuzz';
import { slicesOf } from './slices';
import type { Family, Slices } from './slices';

/** How text is set: family, weight (200–900) and size in pixels. */
export interface Style {
	family: Family;
	weight: number;
	size: number;
}

/** A line turned into outlines, its baseline at 0,0. */
export interface SetLine {
	/** SVG path elements. */
	paths: string;
	width: number;
}

/** Characters a line may not begin with, and may not end with (GB/T 15834, kinsoku). */
const NEVER_FIRST = /^[，。、；：？！）》”’」』】…—·,.;:?!)\]}%]/u;
const NEVER_LAST = /[（《“‘「『【([{]$/u;

/**
 * Sets text in our own type as outlines, so that a picture looks the same on machines without any
 * fonts. Only the slices that the text needs are opened; all memory goes with the typesetter.
 */
export class Typesetter {
	#faces = new Map<string, Face>();
	#fonts = new Map<string, { font: Font; upem: number }>();
	#slices: Record<Family, Slices> = { serif: slicesOf('serif'), sans: slicesOf('sans') };

	private constructor(readonly hb: HarfBuzz) {}

	/** @param text every character that will be set, in any order; others are left out. */
	static async open(text: string): Promise<Typesetter> {
		const type = new Typesetter(await openHarfBuzz());
		for (const char of new Set(`${text}…`)) {
			for (const slices of [type.#slices.serif, type.#slices.sans]) {
				const file = slices.fileOf(char.codePointAt(0)!);
				if (file === null || type.#faces.has(file)) continue;
				const font = await decompress(readFileSync(file));
				type.#faces.set(file, type.hb.createFace(type.hb.createBlob(font), 0));
			}
		}
		return type;
	}

	#font(file: string, weight: number) {
		const key = `${file}@${weight}`;
		let opened = this.#fonts.get(key);
		if (!opened) {
			const face = this.#faces.get(file)!;
			const font = this.hb.createFont(face);
			font.setVariations({ wght: weight });
			this.#fonts.set(key, (opened = { font, upem: face.upem }));
		}
		return opened;
	}

	/** Neighbours from one slice, shaped together; characters no slice holds are left out. */
	#runs(text: string, family: Family): { file: string; text: string }[] {
		const runs: { file: string; text: string }[] = [];
		for (const char of text) {
			const code = char.codePointAt(0)!;
			const file = this.#slices[family].fileOf(code) ?? this.#slices.sans.fileOf(code);
			const last = runs.at(-1);
			if (file === null || !this.#faces.has(file)) continue;
			if (last?.file === file) last.text += char;
			else runs.push({ file, text: char });
		}
		return runs;
	}

	/** The glyphs of a line, run by run, each with the font it is of. */
	*#shaped(text: string, { family, weight, size }: Style) {
		for (const run of this.#runs(text, family)) {
			const { font, upem } = this.#font(run.file, weight);
			const buffer = this.hb.createBuffer();
			buffer.addText(run.text);
			buffer.guessSegmentProperties();
			this.hb.shape(font, buffer);
			for (const glyph of buffer.json()) yield { ...glyph, font, scale: size / upem };
			buffer.destroy();
		}
	}

	/** How wide a line would be; without its outlines, which take ten times as long. */
	width(text: string, style: Style): number {
		let width = 0;
		for (const { ax, scale } of this.#shaped(text, style)) width += ax * scale;
		return width;
	}

	/** One line of text as outlines. */
	line(text: string, style: Style): SetLine {
		let x = 0;
		let paths = '';
		for (const { g, ax, dx, dy, font, scale } of this.#shaped(text, style)) {
			const path = g === 0 ? '' : font.glyphToPath(g);
			if (path)
				paths += `<path transform="translate(${round(x + dx * scale)} ${round(-dy * scale)}) scale(${round(scale)} ${round(-scale)})" d="${path}"/>`;
			x += ax * scale;
		}
		return { paths, width: x };
	}

	/**
	 * Text broken into at most `most` lines of a width in pixels: two lines part after a mark where that
	 * fits, and no word stands alone on the last. What does not fit is left out and ends in “…”; a line break in
	 * the text stays one.
	 */
	wrap(text: string, style: Style, width: number, most: number): string[] {
		const lines = this.fill(text, style, width);
		if (lines.length > most) return this.#cut(lines.slice(0, most), style, width);
		if (lines.length === 2 && !text.includes('\n')) {
			const whole = pieces(text);
			const pairs = whole.slice(1).map((_, i) => {
				const [first, second] = [whole.slice(0, i + 1), whole.slice(i + 1)].map((part) =>
					part.join('').trim()
				);
				return [first!, second!] as const;
			});
			const width0 = (line: string) => this.width(line, style);
			const good = pairs.find(
				([first, second]) =>
					/[，。：；,:;]$/u.test(first) &&
					width0(first) <= width &&
					width0(second) <= width &&
					width0(first) >= width0(second) * 0.3
			);
			if (good) return [...good];
		}
		for (let narrower = width - 12; narrower > width / 2; narrower -= 12) {
			const last = this.width(lines.at(-1)!, style);
			if (last > width * 0.5) break;
			const again = this.fill(text, style, narrower);
			if (again.length > lines.length) break;
			lines.splice(0, lines.length, ...again);
		}
		return lines;
	}

	/** Text broken into as many lines of a width as it needs, as full as they get. */
	fill(text: string, style: Style, width: number): string[] {
		const lines: string[] = [];
		for (const part of text.split('\n')) {
			let now = '';
			for (const piece of pieces(part)) {
				if (!now || this.width((now + piece).trimEnd(), style) <= width) now += piece;
				else {
					lines.push(now.trimEnd());
					now = piece.trimStart();
				}
			}
			if (now.trim()) lines.push(now.trimEnd());
		}
		return lines;
	}

	#cut(lines: string[], style: Style, width: number): string[] {
		let last = [...lines.at(-1)!];
		while (last.length && this.width(`${last.join('')}…`, style) > width) last = last.slice(0, -1);
		return [...lines.slice(0, -1), `${last.join('').replace(/[，。、；：,.;: ]+$/u, '')}…`];
	}
}

/** What a line may be broken between: words with their space, Han characters with their marks. */
function pieces(text: string): string[] {
	const raw = text.match(/[\p{Script=Latin}\p{N}'’&/.@:+-]+\s*|\s+|./gsu) ?? [];
	const whole: string[] = [];
	for (const piece of raw) {
		const before = whole.at(-1);
		if (before !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(before)))
			whole[whole.length - 1] = before + piece;
		else whole.push(piece);
	}
	return whole;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
