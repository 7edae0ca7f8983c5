import { project } from '../../src/lib/domain/mercator';
import { FILL_PARTS, LINE_PARTS, MIST_OPACITY } from '../../src/lib/map/style/drawing-layers';
import { FRAME, VIEW_BOX } from '../../src/lib/map/style/frame';
import { MOTIFS } from '../../src/lib/map/style/motifs';
import { PALETTES, type Look, type Palette } from '../../src/lib/map/style/palette';
import { onEarth, outwardness, type Line, type Piece } from './plane';

/** Paths are written in tenths of a picture unit, as whole numbers. */
const FINE = 10;
/** Motifs from this zoom on are too small for a poster. */
const MOTIF_ZOOM = 12;

type Spot = [number, number];

function spots(line: Line): Spot[] {
	return line.map((p) => {
		const { x, y } = project(...onEarth(p), FRAME);
		return [x * FINE, y * FINE];
	});
}

/** Douglas–Peucker: drops vertices nobody would miss. `slack` in tenths of a unit. */
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
	spots(line).some(([x, y]) => x > -90 && y > -90 && x < 12090 && y < 9090);

function area(piece: Piece, palette: Palette): string {
	const mist = piece.part.startsWith('mist');
	const kept = mist ? piece.areas! : piece.areas!.filter((rings) => shown(rings[0]!));
	const d = kept
		.flatMap((rings) => rings.map((ring) => path(thin(spots(ring), mist ? 1 : 3.4), true)))
		.join('');
	if (!d) return '';
	const veil = piece.part === 'mist' ? ` fill-opacity="${MIST_OPACITY}"` : '';
	const rule = mist ? ' fill-rule="evenodd"' : '';
	return `<path ${paint('fill', palette[FILL_PARTS[piece.part]!])}${veil}${rule} d="${d}"/>`;
}

function strokes(piece: Piece, palette: Palette): string {
	const [colour, width] = LINE_PARTS[piece.part]!;
	const d = piece
		.lines!.filter(shown)
		.map((line) => path(thin(spots(line), 3), false))
		.join('');
	return `<path fill="none" ${paint('stroke', palette[colour])} stroke-width="${Math.max(4, width * 15)}" stroke-linecap="round" d="${d}"/>`;
}

function motif(piece: Piece): string {
	if (piece.z! > MOTIF_ZOOM) return '';
	const side = 200 * piece.s!;
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

/** Parts that a poster of 1200 units does without. */
const SKIPPED = new Set(['lane', 'dots']);

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
		`<defs>${symbols(pieces, palette)}</defs>` +
		`<path fill="${palette.paper}" d="M0 0h1200v900H0z"/>` +
		`<g transform="scale(.1)">${body.join('')}</g></svg>\n`
	);
}
