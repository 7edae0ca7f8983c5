/** A unit as it is counted: however wide, spaced or capitalized somebody wrote its name. */
export const unitKey = (name: string): string =>
	name
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]+/gu, '')
		.toLowerCase();
