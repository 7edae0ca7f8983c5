import { scaleLinear } from 'd3-scale';
import type { Axis } from './chart';

/**
 * An axis that holds all values (0 and above) and ends on a round number.
 * Pages get it with their data: what draws it in the browser needs no scales.
 * @param about how many marks are wished for
 */
export function axisOf(values: readonly (number | null)[], about = 4): Axis {
	const most = Math.max(0, ...values.map((value) => value ?? 0));
	if (most === 0) return { end: 1, ticks: [0, 1] };
	const scale = scaleLinear().domain([0, most]).nice(about);
	const ticks = scale.ticks(about).filter((tick) => most > about || Number.isInteger(tick));
	return { end: scale.domain()[1]!, ticks };
}
