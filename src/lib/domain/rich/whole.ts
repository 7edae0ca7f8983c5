/** A whole number within bounds; what is none becomes `otherwise`. */
export function whole(value: unknown, otherwise: number, least: number, most: number): number {
	if (typeof value !== 'number' || !Number.isFinite(value)) return otherwise;
	// `+ 0` makes −0 plain.
	return Math.min(most, Math.max(least, Math.trunc(value))) + 0;
}
