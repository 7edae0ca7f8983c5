import { project } from '../../src/lib/domain/mercator';
import { FILL_PARTS, LINE_PARTS } from '../../src/lib/map/style/drawing-layers';
import { FRAME, VIEW_BOX } from '../../src/lib/map/style/frame';
import { MOTIFS } from '../../src/lib/map/style/motifs';
import { PALETTES, type Look, type Palette } from '../../src/lib/map/style/palette';
import { onEarth, outwardness, type Line, type Piece } from './plane';

/** Paths are written in quarters of a picture unit, as whole numbers. */
const FINE = 4;
/** Motifs from this zoom on are too small for a poster. */
const MOTIF_ZOOM = 11.5;

type Spot = [number, number];

function spots(line: Line): Spot[] {
	return line.map((p) => {
		const { x, y } = project(...onEarth(p), FRAME);
		return [x * FINE, y * FINE];
	});
}

/** Douglas–Peucker: drops vertices nobody would miss. `slack` in quarters of a unit. */
function thin(line: Spot[], slack: number): Spot[] {
	if (line.length < 3) return line;
	const a = line[0]!;
	const b = line[line.length - 1]!;
	const d = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
	let worst = 0;
	let at = 0;
	for (let i = 1; i < line.length - 1; i++) {
		const [x, y] = line[i]!;
		const off =
			d === 1
				? Math.hypot(x - a[0], y - a[1])
				: Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / d;
		if (off > worst) [worst, at] = [off, i];
	}
	if (worst <= slack) return [a, b];
	return [...thin(line.slice(0, at + 1), slack).slice(0, -1), ...thin(line.slice(at), slack)];
}

function path(line: Spot[], close: boolean): string {
	let [x, y] = line[0]!.map(Math.round) as Spot;
	let out = `M${x} ${y}l`;
	for (const spot of line.slice(1)) {
		const [nx, ny] = spot.map(Math.round) as Spot;
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
		.flatMap((rings) =>
			rings.map((ring) => path(thin(spots(ring), FLOWING.has(piece.part) ? 0.7 : 2.2), true))
		)
		.join('');
	if (!d) return '';
	return `<path ${paint('fill', palette[FILL_PARTS[piece.part]!])} d="${d}"/>`;
}

/** A poster shows every third fibre of the hills and the furrows of every fourth paddy. */
function kept(part: string, i: number): boolean {
	if (part === 'texture') return i % 3 === 0;
	return part !== 'furrow' || i % 12 < 3;
}

function strokes(piece: Piece, palette: Palette): string {
	const [colour, width] = LINE_PARTS[piece.part]!;
	const d = piece
		.lines!.filter((line, i) => shown(line) && kept(piece.part, i))
		.map((line) => path(thin(spots(line), piece.part === 'tea' ? 0.4 : 1.2), false))
		.join('');
	return `<path fill="none" ${paint('stroke', palette[colour])} stroke-width="${Math.max(0.35, width * 1.2) * FINE}" stroke-linecap="round" d="${d}"/>`;
}

function motif(piece: Piece): string {
	if (piece.z! > MOTIF_ZOOM) return '';
	const side = 20 * FINE * piece.s!;
	return piece
		.points!.filter((p) => shown([p]) && outwardness(p) < 0.97)
		.map((p) => {
			const [x, y] = spots([p])[0]!;
			const k = Math.round((side / 48) * 100) / 100;
			return `<use href="#${piece.m}" transform="translate(${Math.round(x - side / 2)} ${Math.round(y - side)})scale(${k})"/>`;
		})
		.join('');
}

function symbols(pieces: Piece[], palette: Palette): string {
	const used = new Set(pieces.filter((p) => p.m && p.z! <= MOTIF_ZOOM).map((p) => p.m!));
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

/** Long soft edges show every vertex that is missing. */
const FLOWING = new Set(['bank', 'water', 'deep', 'road', 'road-minor']);

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
const SKIPPED = new Set(['lane', 'dots', 'field-green', 'field-gold']);

/** The picture as one SVG in a look, paper included, no words. Draws on {@link FRAME}. */
export function toSvg(pieces: Piece[], look: Look): string {
	const palette = PALETTES[look];
	const body = pieces
		.filter((piece) => !SKIPPED.has(piece.part))
		.map((piece) => {
			if (piece.areas) return area(piece, palette);
			if (piece.lines) return strokes(piece, palette);
			return motif(piece);
		});
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${VIEW_BOX}">` +
		`<defs><filter id="veil" filterUnits="userSpaceOnUse" x="-1600" y="-1600" width="8000" height="6800" color-interpolation-filters="sRGB">` +
		`<feGaussianBlur stdDeviation="${BLUR * FINE}"/></filter>${symbols(pieces, palette)}</defs>` +
		`<path fill="${palette.paper}" d="M0 0h1200v900H0z"/>` +
		`<g transform="scale(${1 / FINE})">${body.join('')}${veil(pieces, palette)}</g></svg>\n`
	);
}
