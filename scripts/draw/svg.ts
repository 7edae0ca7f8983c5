import { project } from '../../src/lib/domain/mercator';
import { FILL_PARTS, LINE_PARTS } from '../../src/lib/map/style/drawing-layers';
import { FRAME, VIEW_BOX } from '../../src/lib/map/style/frame';
import { MOTIFS } from '../../src/lib/map/style/motifs';
import { PALETTES, type Look, type Palette } from '../../src/lib/map/style/palette';
import { thin } from './brush';
import { onEarth, outwardness, type Line, type Piece } from './plane';

/** Paths are written in quarters of a picture unit, as whole numbers. */
const FINE = 4;
/** Motifs from this zoom on are too small for a poster. */
const MOTIF_ZOOM = 11.5;

function spots(line: Line): Line {
	return line.map((p) => {
		const { x, y } = project(...onEarth(p), FRAME);
		return [x * FINE, y * FINE];
	});
}

function path(line: Line, close: boolean): string {
	let [x, y] = line[0]!.map(Math.round) as [number, number];
	let out = `M${x} ${y}l`;
	for (const spot of line.slice(1)) {
		const [nx, ny] = spot.map(Math.round) as [number, number];
		if (nx === x && ny === y) continue;
		out += `${nx - x} ${ny - y} `;
		[x, y] = [nx, ny];
	}
	return out.trimEnd().replace(/ -/g, '-') + (close ? 'z' : '');
}

/** Eight-digit hex into the attributes SVG renderers agree on. */
function paint(attribute: 'fill' | 'stroke', colour: string): string {
	const alpha = colour.length === 9 ? parseInt(colour.slice(7), 16) / 255 : 1;
	const opacity = alpha < 1 ? ` ${attribute}-opacity="${alpha.toFixed(2)}"` : '';
	return `${attribute}="${colour.slice(0, 7)}"${opacity}`;
}

const shown = (line: Line) =>
	line.some((p) => outwardness(p) < 1.02) &&
	spots(line).some(([x, y]) => x > -40 && y > -40 && x < 1240 * FINE && y < 940 * FINE);

function area(piece: Piece, palette: Palette): string {
	if (piece.part.startsWith('mist')) return '';
	const kept = piece.areas!.filter((rings) => shown(rings[0]!));
	const d = kept
		.flatMap((rings) => rings.map((ring) => path(thin(spots(ring), slack(piece.part)), true)))
		.join('');
	if (!d) return '';
	const [colour, width] = LINE_PARTS[piece.part] ?? [];
	const edge = colour
		? ` ${paint('stroke', palette[colour])} stroke-width="${width! * 1.6 * FINE}"`
		: '';
	return `<path ${paint('fill', palette[FILL_PARTS[piece.part]!])}${edge} d="${d}"/>`;
}

/** A poster shows the furrows of every eighth paddy. */
function kept(part: string, i: number): boolean {
	return part !== 'furrow' || i % 24 < 3;
}

function strokes(piece: Piece, palette: Palette): string {
	const [colour, width] = LINE_PARTS[piece.part]!;
	const d = piece
		.lines!.filter((line, i) => shown(line) && kept(piece.part, i))
		.map((line) => path(thin(spots(line), piece.part === 'tea' ? 0.4 : 1.2), false))
		.join('');
	return `<path fill="none" ${paint('stroke', palette[colour])} stroke-width="${Math.max(0.35, width * 1.2) * FINE}" stroke-linecap="round" d="${d}"/>`;
}

/** One fibre in four is enough on a poster. */
function sparse(motif: string, i: number): boolean {
	return !motif.startsWith('fibre') || i % 4 === 0;
}

function motif(piece: Piece, palette: Palette): string {
	if (piece.z! > MOTIF_ZOOM) return '';
	const side = 20 * FINE * piece.s!;
	const k = Math.round((side / 48) * 100) / 100;
	const corners = piece
		.points!.filter((p, i) => shown([p]) && outwardness(p) < 0.97 && sparse(piece.m!, i))
		.map((p) => {
			const [x, y] = spots([p])[0]!;
			return [
				Math.round(x - side / 2),
				Math.round(piece.m!.startsWith('fibre') ? y : y - side)
			] as const;
		});
	const plain = plainShape(piece.m!);
	if (plain) {
		const d = corners.map(([x, y]) => placed(plain.d, k, x, y)).join('');
		return d && `<path ${paint('fill', palette[plain.fill])} d="${d}"/>`;
	}
	return corners
		.map(([x, y]) => `<use href="#${piece.m}" transform="translate(${x} ${y})scale(${k})"/>`)
		.join('');
}

/** The one filled shape of a motif that has no other; hundreds of them join into one path. */
function plainShape(name: string) {
	const [only, ...more] = MOTIFS[name]!.shapes;
	if (!only || more.length || !only.fill || only.stroke || !/^[MCZ\d .]+$/.test(only.d))
		return null;
	return { d: only.d, fill: only.fill };
}

/** A path of absolute M, C and Z commands, enlarged and moved, in whole relative numbers. */
function placed(d: string, k: number, x: number, y: number): string {
	let at = [0, 0];
	return d.replace(/([MC])([\d .]+)/g, (_, command: string, text: string) => {
		const spots = (text.match(/[\d.]+ [\d.]+/g) ?? []).map((spot) => {
			const [px, py] = spot.split(' ').map(Number) as [number, number];
			return [Math.round(px * k) + x, Math.round(py * k) + y];
		});
		const from = command === 'M' ? [0, 0] : at;
		at = spots.at(-1)!;
		const numbers = spots.map((spot) => `${spot[0]! - from[0]!} ${spot[1]! - from[1]!}`).join(' ');
		return (command === 'M' ? 'M' : 'c') + numbers.replace(/ -/g, '-');
	});
}

function symbols(pieces: Piece[], palette: Palette): string {
	const used = new Set(
		pieces.filter((p) => p.m && p.z! <= MOTIF_ZOOM && !plainShape(p.m)).map((p) => p.m!)
	);
	return [...used]
		.map((name) => {
			const shapes = MOTIFS[name]!.shapes.map(({ d, fill, stroke, width }) => {
				const line = stroke ? ` ${paint('stroke', palette[stroke])} stroke-width="${width}"` : '';
				return `<path d="${d}" ${fill ? paint('fill', palette[fill]) : 'fill="none"'}${line}/>`;
			});
			return `<g id="${name}" stroke-linecap="round" stroke-linejoin="round">${shapes.join('')}</g>`;
		})
		.join('');
}

/** Long soft edges show every vertex that is missing; washes hide theirs. Quarters of a unit. */
function slack(part: string): number {
	if (['bank', 'water', 'deep', 'road', 'road-minor'].includes(part)) return 0.8;
	return part === 'ridge' ? 1.8 : 2.8;
}

/** Blur of the one veil that stands for all of the map's, in picture units. */
const BLUR = 34;

/** The soft end of the picture: one hole in bare paper, blurred. */
function veil(pieces: Piece[], palette: Palette): string {
	const all = pieces.filter((piece) => piece.part === 'mist');
	const middle = all[Math.round(all.length * 0.62)];
	if (!middle) return '';
	const d = middle.areas![0]!.map((ring) => path(thin(spots(ring), 1), true)).join('');
	return `<path fill="${palette.paper}" fill-rule="evenodd" filter="url(#veil)" d="${d}"/>`;
}

/** Parts that a poster of 1200 units does without. */
const SKIPPED = new Set(['lane', 'pool', 'field-green', 'field-gold']);

/** The picture as one SVG in a look, paper included, no words. Draws on {@link FRAME}. */
export function toSvg(pieces: Piece[], look: Look): string {
	const palette = PALETTES[look];
	const body = pieces
		.filter((piece) => !SKIPPED.has(piece.part))
		.map((piece) => {
			if (piece.areas) return area(piece, palette);
			if (piece.lines) return strokes(piece, palette);
			return motif(piece, palette);
		});
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW_BOX}">` +
		`<defs><filter id="veil" filterUnits="userSpaceOnUse" x="-1600" y="-1600" width="8000" height="6800" color-interpolation-filters="sRGB">` +
		`<feGaussianBlur stdDeviation="${BLUR * FINE}"/></filter>${symbols(pieces, palette)}</defs>` +
		`<path fill="${palette.paper}" d="M0 0h1200v900H0z"/>` +
		`<g transform="scale(${1 / FINE})">${body.join('')}${veil(pieces, palette)}</g></svg>\n`
	);
}
