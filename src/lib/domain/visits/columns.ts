/** Columns of the table of a month. */
export const plainColumns = [
	'code',
	'place',
	'state',
	'day',
	'time',
	'kind',
	'group',
	'heads',
	'batches',
	'came',
	'guides',
	'letter',
	'asked',
	'reason'
] as const;

/** Columns that say who a person is; only where somebody asks for them. */
export const personColumns = ['liaison', 'phone', 'email', 'note'] as const;
export type VisitColumn = (typeof plainColumns)[number] | (typeof personColumns)[number];
