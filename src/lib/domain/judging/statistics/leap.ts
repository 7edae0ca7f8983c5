import type { Parameters } from './solve';

/**
 * SQUAREM (Varadhan and Roland 2008): from three points of a slow search, where it is heading. Taken
 * in standard deviations, none of which falls below a quarter at once: so a variance that is truly
 * nothing is reached soon. Null where no leap is worth it, and the search walks on.
 */
export function leap(first: Parameters, second: Parameters, third: Parameters): Parameters | null {
	const [a, b, c] = [flat(first), flat(second), flat(third)];
	let [step, turn] = [0, 0];
	a.forEach((value, k) => {
		step += (b[k]! - value) ** 2;
		turn += (c[k]! - 2 * b[k]! + value) ** 2;
	});
	if (!(turn > 0)) return null;
	const far = Math.min(4096, Math.sqrt(step / turn));
	if (!(far > 1)) return null;
	const there = a.map((value, k) =>
		Math.max(value + 2 * far * (b[k]! - value) + far * far * (c[k]! - 2 * b[k]! + value), c[k]! / 4)
	);
	const [quality, severity, noise, ...scale] = there;
	return {
		quality: quality! ** 2,
		severity: severity! ** 2,
		noise: noise! ** 2,
		scale: Float64Array.from(scale)
	};
}

const flat = ({ quality, severity, noise, scale }: Parameters): number[] => [
	Math.sqrt(quality),
	Math.sqrt(severity),
	Math.sqrt(noise),
	...scale
];
