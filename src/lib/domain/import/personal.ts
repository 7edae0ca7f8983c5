// Neither pattern may start or end inside a longer number; a decimal like 119.13800000000 is none.
const mobile = /(?<!\d)(?<!\d\.)(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/;
const identity =
	/(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/;

/**
 * Whether a text holds what belongs to a person and must never be published: a mainland mobile
 * number (11 digits beginning 13–19) or a resident identity number (18 characters with a possible
 * date of birth, GB 11643-1999). Full-width digits count as digits.
 */
export function personal(text: string): 'personal-mobile' | 'personal-id' | null {
	const plain = text.normalize('NFKC').replace(/[‐-―−]/g, '-');
	if (identity.test(plain)) return 'personal-id';
	return mobile.test(plain) ? 'personal-mobile' : null;
}

/** The same text with all but the outer digits of every long number hidden, for reports and logs. */
export const masked = (text: string): string =>
	text
		.normalize('NFKC')
		.replace(
			/\d(?:[ -]?\d){9,}[\dXx]?/g,
			(number) => `${number.slice(0, 3)}****${number.slice(-2)}`
		);
