/**
 * What a film sounds like, as 32 signs eight times a second, after Haitsma and Kalker: whether the
 * difference in energy between two neighbouring bands grew or shrank over the last half second. Coding
 * anew, loudness and tone control change few of the signs.
 */

/** Samples a second of the mono sound that is listened to. */
export const SOUND_RATE = 11025;
/** Hashes a second. */
export const SOUND_HASHES = 8;

/** Samples under one look; longer than the step, so that where a copy was cut matters little. */
const LOOK = 8192;
/** Steps over which growth is measured. */
const BACK = 4;
const BANDS = 33;
const LOW = 200;
const HIGH = 3200;
/** Root mean square (of 32768) below which nothing is heard. */
const QUIET = 30;

const hann = Float32Array.from(
	{ length: LOOK },
	(_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / LOOK)
);
const edges = Array.from({ length: BANDS + 1 }, (_, n) =>
	Math.round((LOW * (HIGH / LOW) ** (n / BANDS) * LOOK) / SOUND_RATE)
);
const cos = Float32Array.from({ length: LOOK / 2 }, (_, n) => Math.cos((2 * Math.PI * n) / LOOK));
const sin = Float32Array.from({ length: LOOK / 2 }, (_, n) => Math.sin((2 * Math.PI * n) / LOOK));

/** Fast Fourier transform in place. */
function transform(re: Float32Array, im: Float32Array): void {
	for (let i = 1, j = 0; i < LOOK; i++) {
		let bit = LOOK >> 1;
		for (; j & bit; bit >>= 1) j ^= bit;
		j ^= bit;
		if (i < j) {
			[re[i], re[j]] = [re[j]!, re[i]!];
			[im[i], im[j]] = [im[j]!, im[i]!];
		}
	}
	for (let size = 2; size <= LOOK; size <<= 1) {
		const middle = size >> 1;
		const step = LOOK / size;
		for (let from = 0; from < LOOK; from += size)
			for (let k = 0; k < middle; k++) {
				const wr = cos[k * step]!;
				const wi = -sin[k * step]!;
				const a = from + k;
				const b = a + middle;
				const xr = re[b]! * wr - im[b]! * wi;
				const xi = re[b]! * wi + im[b]! * wr;
				re[b] = re[a]! - xr;
				im[b] = im[a]! - xi;
				re[a]! += xr;
				im[a]! += xi;
			}
	}
}

/** Hashes mono sound: four bytes each eighth of a second, zeros where nothing is heard. */
export function hashSound(sound: Int16Array): Uint8Array {
	const step = SOUND_RATE / SOUND_HASHES;
	const count = Math.max(0, Math.floor((sound.length - LOOK) / step) + 1);
	const out = new DataView(new ArrayBuffer(count * 4));
	const re = new Float32Array(LOOK);
	const im = new Float32Array(LOOK);
	/** Energies of the last few looks, in turn; null for silence. */
	const past: (Float32Array | null)[] = [];
	for (let n = 0; n < count; n++) {
		const from = Math.round(n * step);
		let squares = 0;
		for (let at = 0; at < LOOK; at++) {
			const value = sound[from + at]!;
			squares += value * value;
			re[at] = value * hann[at]!;
			im[at] = 0;
		}
		let bands: Float32Array | null = null;
		if (squares >= QUIET * QUIET * LOOK) {
			transform(re, im);
			bands = new Float32Array(BANDS);
			for (let band = 0; band < BANDS; band++) {
				let energy = 1;
				for (let bin = edges[band]!; bin < edges[band + 1]!; bin++)
					energy += re[bin]! * re[bin]! + im[bin]! * im[bin]!;
				bands[band] = Math.log(energy);
			}
		}
		const before = n >= BACK ? past[n % BACK] : null;
		past[n % BACK] = bands;
		if (!bands || !before) continue;
		let bits = 0;
		for (let m = 0; m < 32; m++)
			if (bands[m]! - bands[m + 1]! > before[m]! - before[m + 1]!) bits |= 1 << m;
		out.setUint32(n * 4, bits >>> 0, true);
	}
	return new Uint8Array(out.buffer);
}
