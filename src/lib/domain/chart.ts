/** One row of a chart: a thing, and a value for each series; null where none is known. */
export interface ChartRow {
	key: string;
	label: string;
	/** Where it leads, without language prefix. */
	href?: string;
	values: (number | null)[];
	/** Said beside the value, e.g. why there is none. */
	note?: string | null;
}

/** An axis from zero: its end, and the round numbers marked on it. */
export interface Axis {
	end: number;
	ticks: number[];
}

/** How much of the axis a value takes, 0…1. */
export const shareOf = (value: number | null, { end }: Axis): number =>
	value === null ? 0 : Math.min(1, Math.max(0, value / end));

/** A stretch of an axis that need not begin at zero, with the numbers marked on it. */
export interface Span {
	from: number;
	to: number;
	ticks: number[];
}

/** Where a value lies on a stretch, 0…1; beyond its ends it stays at the end. */
export const placeOn = (value: number, { from, to }: Span): number =>
	to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0.5;
