import { randomFrom } from '../statistics/random';

/** A jury and a field of entries whose truth is known, because we made it up. */
export interface World {
	/** True quality of each entry, mean 0, variance 1. */
	quality: Float64Array;
	jurors: number;
	panels: number;
	/** True severity of each juror, in units of quality. */
	severity: Float64Array;
	/** The score that a juror gives to an entry: whole points, 0…100; the same at every asking. */
	score: (entry: number, juror: number) => number;
}

export interface WorldShape {
	entries: number;
	jurors: number;
	/** Standard deviations in units of quality: of severity, of the logarithm of scale, of noise. */
	severity: number;
	scale: number;
	noise: number;
	/** Noise with rare large errors (Student's t with 3 degrees, same variance) instead of normal. */
	heavy: boolean;
	/** Closed groups of jurors who share no entry; entry i belongs to group i mod panels. */
	panels: number;
	/** Share of the variance of quality that lies between the groups: one town has better films. */
	apart: number;
}

export const BENCHMARK: WorldShape = {
	entries: 2500,
	jurors: 40,
	severity: 0.6,
	scale: 0.25,
	noise: 0.8,
	heavy: false,
	panels: 1,
	apart: 0
};

/** Score = 75 + 7·(s·θ − b + e), rounded, kept within 0…100. */
export function worldFrom(seed: string | number, shape: WorldShape): World {
	const random = randomFrom(`world ${seed}`);
	const groups = Float64Array.from({ length: shape.panels }, () => random.normal());
	const quality = Float64Array.from(
		{ length: shape.entries },
		(_, i) =>
			Math.sqrt(1 - shape.apart) * random.normal() +
			Math.sqrt(shape.apart) * groups[i % shape.panels]!
	);
	const severity = Float64Array.from(
		{ length: shape.jurors },
		() => shape.severity * random.normal()
	);
	const scale = Float64Array.from({ length: shape.jurors }, () =>
		Math.exp(shape.scale * random.normal())
	);
	const score = (entry: number, juror: number) => {
		const own = randomFrom(`score ${seed} ${entry} ${juror}`);
		const error = shape.noise * (shape.heavy ? heavy(own.normal) : own.normal());
		const points = 75 + 7 * (scale[juror]! * quality[entry]! - severity[juror]! + error);
		return Math.min(100, Math.max(0, Math.round(points)));
	};
	return { quality, jurors: shape.jurors, panels: shape.panels, severity, score };
}

/** Student's t with 3 degrees of freedom, brought to variance 1. */
function heavy(normal: () => number): number {
	const chi = normal() ** 2 + normal() ** 2 + normal() ** 2;
	return normal() / Math.sqrt(chi);
}
