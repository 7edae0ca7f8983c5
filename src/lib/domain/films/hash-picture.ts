/**
 * What the pictures of a film look like, as 64 signs per frame: whether each of the slowest waves
 * (DCT) of the picture rises or falls. Coding anew, scaling and grain leave slow waves alone; a mirror
 * turns exactly the waves that are odd from left to right, so the hash of a mirrored film is known
 * without decoding it again.
 */

/** Which way of hashing this is; hashes of different ways are never compared. */
export const METHOD = 1;
/** Frames a second that are hashed. */
export const FRAME_RATE = 2;
/** Size of the grey frames that are looked at, whatever the shape of the film. */
export const LOOK = { width: 128, height: 72 } as const;
export const FRAME_BYTES = LOOK.width * LOOK.height;

const SIDE = 32;
/** Brightness (0…255) up to which a line of the picture may be part of a bar. */
const BAR = 40;
/** Brightness up to which a pixel counts as black, and the share of such pixels in a black frame. */
const DARK = 32;
const BLACK_SHARE = 0.98;
/** Standard deviation of brightness below which a frame shows nothing worth remembering. */
const FLAT = 5;

/** The waves used, slowest first: across, down. */
const waves: [u: number, v: number][] = [];
for (let sum = 1; waves.length < 64; sum++)
	for (let u = 0; u <= sum && waves.length < 64; u++)
		if (u < 9 && sum - u < 9) waves.push([u, sum - u]);

const cosines = Array.from({ length: 9 }, (_, k) =>
	Float32Array.from({ length: SIDE }, (_, n) => Math.cos((Math.PI / SIDE) * (n + 0.5) * k))
);

/** The bits of a hash, in two halves, that a mirror turns. */
export const MIRROR: readonly [number, number] = [0, 1].map((half) =>
	waves
		.slice(half * 32, half * 32 + 32)
		.reduce((bits, [u], at) => (u % 2 ? bits | (1 << at) : bits) >>> 0, 0)
) as [number, number];

/** The part of the frames that shows the film: lines and columns [from, to) without black bars. */
interface Window {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Whether a frame is black: nearly all of its pixels are nearly black. */
export function isBlack(frame: Uint8Array): boolean {
	let dark = 0;
	for (let at = 0; at < frame.length; at++) if (frame[at]! <= DARK) dark++;
	return dark >= frame.length * BLACK_SHARE;
}

/**
 * Finds the bars around a film: lines at its edges that are dark in every frame. Frames that are dark
 * as a whole say nothing. At most a third on each side is taken for a bar.
 */
function windowOf(frames: Uint8Array): Window {
	const { width, height } = LOOK;
	const rows = new Float64Array(height);
	const columns = new Float64Array(width);
	const count = Math.floor(frames.length / FRAME_BYTES);
	// A few hundred frames over the whole film tell enough.
	const step = Math.max(1, Math.floor(count / 400));
	for (let n = 0; n < count; n += step) {
		const frame = frames.subarray(n * FRAME_BYTES, (n + 1) * FRAME_BYTES);
		if (isBlack(frame)) continue;
		const across = new Float64Array(width);
		for (let y = 0; y < height; y++) {
			let sum = 0;
			for (let x = 0; x < width; x++) {
				const value = frame[y * width + x]!;
				sum += value;
				across[x]! += value;
			}
			rows[y] = Math.max(rows[y]!, sum / width);
		}
		for (let x = 0; x < width; x++) columns[x] = Math.max(columns[x]!, across[x]! / height);
	}
	const [top, bottom] = edges(rows);
	const [left, right] = edges(columns);
	return { left, right, top, bottom };
}

/** Where the picture begins and ends along one side, to a part of a line. */
function edges(lines: Float64Array): [number, number] {
	const most = Math.floor(lines.length / 3);
	let from = 0;
	while (from < most && lines[from]! <= BAR) from++;
	let to = lines.length;
	while (to > lines.length - most && lines[to - 1]! <= BAR) to--;
	// Dark on a third of both sides is a dark film rather than bars.
	if (from === most && to === lines.length - most) return [0, lines.length];
	return [from, to];
}

const square = new Float32Array(SIDE * SIDE);
const half = new Float32Array(SIDE * 9);

/** Draws the window of a frame as 32 × 32, each pixel the mean of what it covers. */
function shrink(frame: Uint8Array, { left, right, top, bottom }: Window): void {
	const across = (right - left) / SIDE;
	const down = (bottom - top) / SIDE;
	for (let y = 0; y < SIDE; y++) {
		const y0 = top + y * down;
		const y1 = y0 + down;
		for (let x = 0; x < SIDE; x++) {
			const x0 = left + x * across;
			const x1 = x0 + across;
			let sum = 0;
			for (let row = Math.floor(y0); row < y1; row++) {
				const tall = Math.min(row + 1, y1) - Math.max(row, y0);
				for (let column = Math.floor(x0); column < x1; column++) {
					const wide = Math.min(column + 1, x1) - Math.max(column, x0);
					sum += tall * wide * frame[row * LOOK.width + column]!;
				}
			}
			square[y * SIDE + x] = sum / (across * down);
		}
	}
}

/** The hash of one frame in two halves; both 0 for a flat frame, which has none. */
function hash(frame: Uint8Array, window: Window): [number, number] {
	shrink(frame, window);
	let mean = 0;
	let squares = 0;
	for (const value of square) {
		mean += value;
		squares += value * value;
	}
	mean /= square.length;
	if (squares / square.length - mean * mean < FLAT * FLAT) return [0, 0];
	for (let y = 0; y < SIDE; y++)
		for (let u = 0; u < 9; u++) {
			let sum = 0;
			for (let x = 0; x < SIDE; x++) sum += square[y * SIDE + x]! * cosines[u]![x]!;
			half[y * 9 + u] = sum;
		}
	const words: [number, number] = [0, 0];
	waves.forEach(([u, v], at) => {
		let sum = 0;
		for (let y = 0; y < SIDE; y++) sum += half[y * 9 + u]! * cosines[v]![y]!;
		if (sum > 0) words[at >> 5]! |= 1 << (at & 31);
	});
	return [words[0] >>> 0, words[1] >>> 0];
}

/** Hashes grey frames that lie one after the other: eight bytes each, zeros where nothing is seen. */
export function hashFrames(frames: Uint8Array): Uint8Array {
	const window = windowOf(frames);
	const count = Math.floor(frames.length / FRAME_BYTES);
	const out = new DataView(new ArrayBuffer(count * 8));
	for (let n = 0; n < count; n++) {
		const words = hash(frames.subarray(n * FRAME_BYTES, (n + 1) * FRAME_BYTES), window);
		out.setUint32(n * 8, words[0], true);
		out.setUint32(n * 8 + 4, words[1], true);
	}
	return new Uint8Array(out.buffer);
}
