import type { Family } from './slices';
import type { SetLine, Style, Typesetter } from './type';

/** The one character of our seal. */
export const SIGN = '廉';

/** What a picture says. */
export interface Card {
	site: string;
	district: string;
	tagline: string;
	/** Said of the map in the window, which is drawn and not surveyed. */
	notice: string;
	/** Short line above the title. */
	label: string;
	title: string;
	summary: string;
}

/** The piece of the illustrated map in the window and what is drawn on it, in pixels of the window. */
export interface View {
	/** PNG of {@link WINDOW} squared. */
	map: Buffer | null;
	pin: readonly [number, number] | null;
	/** Whether the pin stands where the place is, not just somewhere in its town. */
	sure: boolean;
	line: readonly (readonly [number, number])[];
}

const WIDTH = 1200;
const HEIGHT = 630;
/** Side of the square the round window shows. */
export const WINDOW = 400;

const PAPER = '#f8f5ee';
const INK = '#1e2623';
const SOFT = '#4b5752';
const FAINT = '#626d68';
const JADE = '#2f6557';
const MIST = '#8fb8a8';
const SEAL = '#a1312a';

const LEFT = 76;
const ROOM = 590;
/** Middle and half side of the jade square. */
const MIDDLE = [920, 292] as const;
const HALF = 224;

/** The whole picture as SVG made of outlines only: it needs no font where it is drawn. */
export function card(type: Typesetter, words: Card, view: View): string {
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
		`<path fill="${PAPER}" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>` +
		brand(type, words) +
		text(type, words) +
		seal(type, words) +
		jade(type, words, view) +
		'</svg>'
	);
}

function put({ paths }: SetLine, x: number, y: number, fill: string): string {
	return `<g fill="${fill}" transform="translate(${x} ${y})">${paths}</g>`;
}

const face = (family: Family, weight: number, size: number): Style => ({ family, weight, size });

function brand(type: Typesetter, { site, district }: Card): string {
	const name = type.line(site, face('serif', 700, 34));
	const rest = type.line(district, face('sans', 400, 21));
	const bar = LEFT + 54 + name.width + 18;
	return (
		`<path fill="${JADE}" fill-rule="evenodd" transform="translate(${LEFT - 4} 66) scale(.96)" d="M6 4h13.5a12.8 12.8 0 0 0 9 0H42a2 2 0 0 1 2 2v13.5a12.8 12.8 0 0 0 0 9V42a2 2 0 0 1-2 2H28.5a12.8 12.8 0 0 0-9 0H6a2 2 0 0 1-2-2V28.5a12.8 12.8 0 0 0 0-9V6a2 2 0 0 1 2-2Zm18 7.5a12.5 12.5 0 1 0 0 25 12.5 12.5 0 0 0 0-25Zm0 3.5a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z"/>` +
		put(name, LEFT + 54, 101, INK) +
		`<path stroke="${MIST}" stroke-width="1.5" d="M${bar} 74v30"/>` +
		put(rest, bar + 18, 97, SOFT)
	);
}

/** Label, title and summary as one block in the middle of the height left to them. */
function text(type: Typesetter, { label, title, summary }: Card): string {
	const size = [72, 60, 50, 44].find(
		(size) => type.wrap(title, face('serif', 700, size), ROOM, 9).length <= (size > 50 ? 2 : 3)
	);
	const big = face('serif', 700, size ?? 44);
	const heading = type.wrap(title, big, ROOM, 3);
	const small = face('sans', 400, 25);
	const lines = summary ? type.wrap(summary, small, ROOM, heading.length > 2 ? 2 : 3) : [];
	const leading = Math.round(big.size * 1.28);
	const height = 60 + heading.length * leading + (lines.length ? 14 + lines.length * 40 : 0);
	let y = Math.round(318 - height / 2);
	let out =
		`<path fill="${JADE}" d="M${LEFT} ${y + 14}h40v4h-40z"/>` +
		put(type.line(label, face('sans', 500, 25)), LEFT + 58, y + 26, JADE);
	y += 60;
	for (const line of heading) {
		out += put(type.line(line, big), LEFT, y + Math.round(big.size * 0.92), INK);
		y += leading;
	}
	y += 14;
	for (const line of lines) {
		out += put(type.line(line, small), LEFT, y + 27, SOFT);
		y += 40;
	}
	return out;
}

function seal(type: Typesetter, { tagline }: Card): string {
	const sign = type.line(SIGN, face('serif', 700, 32));
	return (
		`<rect x="${LEFT}" y="522" width="46" height="46" rx="5" fill="${SEAL}"/>` +
		put(sign, LEFT + 7, 557, PAPER) +
		put(type.line(tagline, face('sans', 400, 20)), LEFT + 64, 552, FAINT)
	);
}

/** The cong from above: a jade square, and in it, where the bore goes through, the map. */
function jade(type: Typesetter, { notice }: Card, { map, pin, sure, line }: View): string {
	const [cx, cy] = MIDDLE;
	const r = WINDOW / 2;
	const [x, y] = [cx - r, cy - r];
	const said = type.line(notice, face('sans', 400, 17));
	// Each corner carries the two eyes and the band of the carved face, quietly.
	const corner = `<g fill="none" stroke="${MIST}" stroke-width="2"><path opacity=".55" d="M-208 -208h66M-208 -208v66M-200 -200h44M-200 -200v44"/><circle opacity=".8" cx="-182" cy="-182" r="9"/><circle opacity=".8" cx="-182" cy="-182" r="3"/></g>`;
	const marks = [0, 90, 180, 270]
		.map((turn) => `<g transform="translate(${cx} ${cy}) rotate(${turn})">${corner}</g>`)
		.join('');
	const notch = 10;
	const side = HALF * 2;
	const shape = `M${cx - HALF + 12} ${cy - HALF}H${cx - 44}q44 ${notch} 88 0H${cx + HALF - 12}a12 12 0 0 1 12 12V${cy - 44}q${-notch} 44 0 88V${cy + HALF - 12}a12 12 0 0 1-12 12H${cx + 44}q-44 ${-notch}-88 0H${cx - HALF + 12}a12 12 0 0 1-12-12V${cy + 44}q${notch}-44 0-88V${cy - HALF + 12}a12 12 0 0 1 12-12z`;
	return (
		`<path fill="${JADE}" d="${shape}"/>${marks}` +
		`<circle cx="${cx}" cy="${cy}" r="${r + 9}" fill="${PAPER}"/>` +
		`<clipPath id="bore"><circle cx="${cx}" cy="${cy}" r="${r}"/></clipPath><g clip-path="url(#bore)">` +
		(map
			? `<image x="${x}" y="${y}" width="${WINDOW}" height="${WINDOW}" href="data:image/png;base64,${map.toString('base64')}"/>`
			: `<path fill="#eef0e9" d="M${x} ${y}h${WINDOW}v${WINDOW}h-${WINDOW}z"/>`) +
		way(line, x, y) +
		(pin ? (sure ? needle : area)(x + pin[0], y + pin[1]) : '') +
		`</g><circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${JADE}" stroke-width="3"/>` +
		put(said, cx + side / 2 - said.width, cy + HALF + 32, FAINT)
	);
}

function way(line: View['line'], x: number, y: number): string {
	if (line.length < 2) return '';
	const at = line.map(([px, py]) => `${Math.round(x + px)} ${Math.round(y + py)}`);
	const d = `M${at.join('L')}`;
	const dots = line
		.map(
			([px, py]) =>
				`<circle cx="${Math.round(x + px)}" cy="${Math.round(y + py)}" r="8" fill="${PAPER}" stroke="${SEAL}" stroke-width="4"/>`
		)
		.join('');
	return `<g fill="none" stroke-linejoin="round" stroke-linecap="round"><path stroke="${PAPER}" stroke-width="9" d="${d}"/><path stroke="${SEAL}" stroke-width="4.5" d="${d}"/></g>${line.length <= 40 ? dots : ''}`;
}

function needle(x: number, y: number): string {
	return `<g transform="translate(${x} ${y})"><ellipse cx="0" cy="3" rx="13" ry="5" fill="${INK}" opacity=".22"/><path fill="${SEAL}" stroke="${PAPER}" stroke-width="3.5" d="M0 0C-17-21-25-31-25-43a25 25 0 0 1 50 0C25-31 17-21 0 0z"/><circle cy="-43" r="10.5" fill="${PAPER}"/></g>`;
}

function area(x: number, y: number): string {
	return `<g transform="translate(${x} ${y})"><circle r="58" fill="${SEAL}" opacity=".1"/><circle r="58" fill="none" stroke="${SEAL}" stroke-width="2.5" stroke-dasharray="2 8" stroke-linecap="round"/><circle r="8" fill="${SEAL}" stroke="${PAPER}" stroke-width="3"/></g>`;
}
