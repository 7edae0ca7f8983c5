/** How much of everything one plan may hold; the form and the shape read the same numbers. */
export const most = {
	categories: 24,
	materials: 16,
	questions: 40,
	options: 30,
	statements: 12,
	crew: 24,
	rounds: 8,
	/** Three hours. */
	seconds: 10_800,
	/** Bytes of one film: 16 GB, what one upload over an ordinary line can still bring in a day. */
	filmBytes: 16 * 1024 ** 3
} as const;
