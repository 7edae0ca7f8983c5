import { blob } from './brush';
import { fields, tea, washes, ways } from './ground';
import { hills, level, stand, texture } from './hills';
import { hamlets, motifs } from './motif';
import { outwardness, type Line, type Piece, type Point } from './plane';
import { water } from './water';
import { toRoad, toWater } from './ways';

const MIST_STEPS = 16;

/** Veils of bare paper around the picture: it ends like a painting, not like a territory. */
function mist(): Piece[] {
	const sheet: Line = [
		[-140, -110],
		[140, -110],
		[140, 110],
		[-140, 110]
	];
	return Array.from({ length: MIST_STEPS + 1 }, (_, k) => {
		const f = 0.74 + 0.285 * (k / MIST_STEPS);
		const wild = blob([0, 0], 1, 1, 64, 0.075, 9000);
		const hole = wild.map(([x, y]): Point => {
			const out = outwardness([x * 30, y * 30]);
			const r = f / out;
			const edge = Math.hypot(x, y);
			return [x * 30 * r * edge, y * 30 * r * edge];
		});
		return { part: k === MIST_STEPS ? 'mist-end' : 'mist', areas: [[sheet, hole.reverse()]] };
	});
}

/** The whole picture, bottom first. Same on every machine. */
export function picture(): Piece[] {
	const all = stand();
	const villages = hamlets().filter((p) => level(all, p));
	const dry = (p: Point) => toWater(p) > 0.1 && toRoad(p) > 0.08;
	const open = (p: Point) => dry(p) && level(all, p);
	return [
		...washes(),
		...fields(),
		...water(),
		...ways(villages),
		...hills(all),
		...texture(all),
		...tea(),
		...motifs(villages, open, dry),
		...mist()
	].filter((piece) => (piece.areas ?? piece.lines ?? piece.points ?? []).length > 0);
}
