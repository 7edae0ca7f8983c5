/** Why a row of an imported file cannot stand; `words` has a sentence for each. */
export const reasons = [
	'missing',
	'unknown-value',
	'unknown-town',
	'bad-slug',
	'too-long',
	'too-many',
	'not-a-number',
	'not-degrees',
	'out-of-range',
	'projected',
	'swapped',
	'half-a-position',
	'two-positions',
	'outside-china',
	'null-island',
	'too-coarse',
	'precision-without-position',
	'position-without-precision',
	'category-only-for-units',
	'not-a-phone',
	'hours-grammar',
	'hours-overlap',
	'personal-mobile',
	'personal-id',
	'lost-characters',
	'control-characters',
	'english-without-chinese',
	'too-many-cells',
	'not-a-point',
	'duplicate-slug',
	'duplicate-place',
	'ambiguous-name',
	'other-slug',
	'invalid'
] as const;
export type Reason = (typeof reasons)[number];

/** One problem of one cell: line in the source file from 1, the column as the file calls it. */
export interface Issue {
	line: number;
	column: string;
	value: string;
	reason: Reason;
	detail?: Record<string, string | number>;
}

/** Something worth saying that stops nothing. */
export interface Note {
	reason:
		| 'read-as'
		| 'ignored-columns'
		| 'ignored-sheets'
		| 'datum-unchecked'
		| 'datum-fits'
		| 'datum-alarm'
		| 'datum-moved'
		| 'filled-merges';
	detail: Record<string, string | number>;
}
