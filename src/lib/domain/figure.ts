/** Percentage that `part` is of `whole`, rounded to two decimals; 0 for an empty whole. */
export function share(part: number, whole: number): number {
	return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}

/** How many of `things` fall to each one of `ones`, rounded to one decimal; 0 when there is none. */
export function perOne(things: number, ones: number): number {
	return ones === 0 ? 0 : Math.round((things / ones) * 10) / 10;
}
