import { scaleLinear } from 'd3-scale';
import type { Axis, Span } from './chart';

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

/** A stretch that holds all values and ends on round numbers. */
export function spanOf(values: readonly number[], about = 6): Span {
	if (!values.length) return { from: 0, to: 1, ticks: [0, 1] };
	const [least, most] = [Math.min(...values), Math.max(...values)];
	if (least === most) return { from: least - 1, to: most + 1, ticks: [least] };
	const scale = scaleLinear().domain([least, most]).nice(about);
	const [from, to] = scale.domain() as [number, number];
	return { from, to, ticks: scale.ticks(about) };
}
