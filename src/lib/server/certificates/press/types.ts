import type { Type } from '$lib/domain/certificates/lay';
import { Typesetter } from '../../pictures/type';
import { FOLDERS, fontOf, typeName } from './fonts';
import type { OpenFont } from './fonts';

/** A sign as an outline in thousandths of its size, y upwards. */
export interface Glyph {
	/** SVG path of M, L, Q, C and Z; empty for a gap. */
	path: string;
	/** How far the next sign stands, in sizes. */
	advance: number;
	/** The same wherever the outline is the same. */
	key: string;
}

/** Selectors that ask for one of several shapes of the sign before. */
const isSelector = (code: number): boolean =>
	(code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
const GAP = /^\s$/u;
const ids = new WeakMap<OpenFont, number>();
let fonts = 0;

/** Signs of a text, each with the selector that follows it. */
export function signsOf(text: string): { sign: string; selector: number | undefined }[] {
	const signs: { sign: string; selector: number | undefined }[] = [];
	for (const sign of text) {
		const code = sign.codePointAt(0)!;
		const last = signs.at(-1);
		if (isSelector(code) && last) last.selector = code;
		else signs.push({ sign, selector: undefined });
	}
	return signs;
}

/**
 * The type certificates are set in: outlines, so that no reader of PDFs, printer or machine can leave
 * a letter out or put another in its place. The system’s Noto CJK where it is there, our own type
 * for what that lacks.
 */
export class Types {
	readonly #kept = new Map<string, Glyph | null>();
	#own: Typesetter | null = null;
	#ownSigns = '';

	constructor(readonly folders: readonly string[] = FOLDERS) {}

	/** Opens what a text needs of our own type. Called before its signs are asked for. */
	async prepare(text: string): Promise<void> {
		const plain: Type = { face: 'serif', bold: false };
		const missing = [...new Set(signsOf(text).map(({ sign }) => sign))].filter(
			(sign) =>
				!GAP.test(sign) &&
				!this.#ownSigns.includes(sign) &&
				!fontOf(sign.codePointAt(0)!, plain, this.folders)
		);
		if (!missing.length) return;
		this.#ownSigns += missing.join('');
		this.#own = await Typesetter.open(this.#ownSigns);
		for (const [key, glyph] of this.#kept) if (glyph === null) this.#kept.delete(key);
	}

	/** The outline of a sign; null when no type here has it. */
	glyph(sign: string, type: Type, selector?: number): Glyph | null {
		const key = `${typeName(type)} ${sign}${selector ?? ''}`;
		const known = this.#kept.get(key);
		if (known !== undefined) return known;
		const made = this.#make(sign, type, selector);
		this.#kept.set(key, made);
		return made;
	}

	#make(sign: string, type: Type, selector?: number): Glyph | null {
		const code = sign.codePointAt(0)!;
		const font = fontOf(code, type, this.folders);
		if (font) {
			if (!ids.has(font)) ids.set(font, ++fonts);
			const special = selector ? font._cmapProcessor.lookup(code, selector) : 0;
			const id = special || font._cmapProcessor.lookup(code);
			const { path, advanceWidth } = font.getGlyph(id);
			const unit = 1000 / font.unitsPerEm;
			return {
				path: scaled(path.toSVG(), [unit, 0], [unit, 0]),
				advance: advanceWidth / font.unitsPerEm,
				key: `${ids.get(font)}-${id}`
			};
		}
		if (GAP.test(sign)) return { path: '', advance: sign === '\u3000' ? 1 : 0.25, key: 'gap' };
		if (!this.#ownSigns.includes(sign)) return null;
		const style = { family: type.face, weight: type.bold ? 700 : 400, size: 1000 };
		const { paths, width } = this.#own!.line(sign, style);
		if (!width) return null;
		return {
			path: [...paths.matchAll(PLACED)]
				.map(([, dx, dy, sx, sy, d]) =>
					// Our own outlines come turned for the screen: y is turned back.
					scaled(d!, [Number(sx), Number(dx)], [-Number(sy), -Number(dy)])
				)
				.join(''),
			advance: width / 1000,
			key: `own-${typeName(type)}-${code}`
		};
	}

	/** How wide a text is, in sizes. */
	measure = (text: string, type: Type): number =>
		signsOf(text).reduce(
			(sum, { sign, selector }) => sum + (this.glyph(sign, type, selector)?.advance ?? 1),
			0
		);

	/** The signs of a text that no type here has, once each. */
	lacking(text: string): string[] {
		const plain: Type = { face: 'serif', bold: false };
		const signs = signsOf(text).map(({ sign }) => sign);
		return [...new Set(signs)].filter((sign) => this.glyph(sign, plain) === null);
	}
}

const PLACED = /translate\(([-\d.e]+) ([-\d.e]+)\) scale\(([-\d.e]+) ([-\d.e]+)\)" d="([^"]*)"/g;

/** A path with every point moved: times the first, plus the second, for x and for y. */
function scaled(path: string, x: [number, number], y: [number, number]): string {
	return path.replace(/([MLQC])([^MLQCZ]*)/g, (_, letter: string, numbers: string) => {
		const points = (numbers.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
		return (
			letter +
			points
				.map((n, i) => Math.round((i % 2 ? n * y[0] + y[1] : n * x[0] + x[1]) * 10) / 10)
				.join(' ')
		);
	});
}
