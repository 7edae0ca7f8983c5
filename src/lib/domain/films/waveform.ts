/** The shape of a sound: how loud each stretch of it is at most, 0…100. */
export interface Waveform {
	/** Seconds a value stands for. */
	every: number;
	peaks: number[];
}

/** Below this the loudest of a sound is not drawn any higher. */
const QUIET = 20;

/** What was served as a waveform; null for anything that is none, which draws nothing. */
export function readWaveform(given: unknown): Waveform | null {
	const { every, peaks } = (given ?? {}) as Partial<Record<keyof Waveform, unknown>>;
	const fits =
		typeof every === 'number' &&
		every > 0 &&
		Array.isArray(peaks) &&
		peaks.length > 0 &&
		peaks.every((peak) => typeof peak === 'number' && peak >= 0);
	return fits ? { every, peaks: peaks as number[] } : null;
}

/**
 * The outline of a sound as an SVG path in a box as wide as there are columns and 100 high, mirrored
 * about its middle; what lies past the end of the sound is a line. The loudest of it is as high as the
 * box, but near silence is not blown up; silence stays visible as a line.
 * @param length seconds the whole width stands for
 */
export function outlineOf({ every, peaks }: Waveform, length: number, columns: number): string {
	const scale = 100 / Math.max(QUIET, ...peaks);
	const heights = Array.from({ length: columns }, (_, i) => {
		const from = Math.floor((i * length) / columns / every);
		const to = Math.max(from + 1, Math.ceil(((i + 1) * length) / columns / every));
		return Math.max(1, scale * Math.max(0, ...peaks.slice(from, to)));
	});
	const bars = heights.map((height, i) => {
		const half = Math.round(height) / 2;
		return `M${i} ${50 - half}h.6v${half * 2}h-.6z`;
	});
	return bars.join('');
}
