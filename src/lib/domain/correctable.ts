/** The facts of a place a citizen may report as wrong. */
export const correctable = [
	'name',
	'category',
	'town',
	'address',
	'position',
	'hours',
	'phone',
	'transport',
	'access',
	'story',
	'honour',
	'trail',
	'media',
	'other'
] as const;
export type Correctable = (typeof correctable)[number];

/** Longest texts, in UTF-16 units. */
export const limits = { statement: 1000, evidence: 500 } as const;
