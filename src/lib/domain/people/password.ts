import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';

/** Shortest and longest password, in characters. Long ones are phrases; nobody is told what to mix. */
export const passwordLimits = { least: 12, most: 256 } as const;

/** What a password must not be made of. */
interface PasswordContext {
	email: string;
	name?: string | undefined;
	/** Whether a password stands on a list of common or breached ones; asked in lower case. */
	isCommon: (password: string) => boolean;
}

const site = ['liantu', 'yuhang', 'yucong', '廉图', '余杭', '玉琮', '清廉'];
const rows = [
	'abcdefghijklmnopqrstuvwxyz',
	'01234567890',
	'qwertyuiop[]',
	'asdfghjkl;',
	'zxcvbnm,./',
	'!@#$%^&*()_+',
	'1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p'
];

/**
 * A password as it is hashed: one Unicode form, so that it fits whatever keyboard composed it
 * (RFC 8265 OpaqueString); nothing is trimmed or shortened.
 */
export const passwordForm = (typed: string): string => typed.normalize('NFC');

/**
 * The rules for a new password (NIST SP 800-63B, ASVS 5.0 6.2): long enough, not common, not the
 * person's or the site's own words, not one thing over and over. No rule of composition.
 */
export function parsePassword(
	typed: string,
	{ email, name, isCommon }: PasswordContext,
	field = 'password'
): Ruled<string> {
	// A surrogate alone has no UTF-8 form: two such passwords would become the same one.
	if (/\p{Cs}/u.test(typed)) return refuse({ field, reason: 'password-form' });
	const password = passwordForm(typed);
	const length = typed.length > 10_000 ? typed.length : Array.from(password).length;
	const { least, most } = passwordLimits;
	if (length < least)
		return refuse({ field, reason: 'password-short', detail: { limit: least, length } });
	if (length > most) return refuse({ field, reason: 'too-long', detail: { limit: most, length } });
	const plain = password.toLowerCase();
	if (trivial(plain)) return refuse({ field, reason: 'password-trivial' });
	if (isCommon(plain) || isCommon(bare(plain))) return refuse({ field, reason: 'password-common' });
	if (rest(plain, [email, ...email.split('@'), ...(name ? [name] : []), ...site]) < 8)
		return refuse({ field, reason: 'password-own' });
	return accept(password);
}

/** Few different characters, a short piece repeated, or a walk along the keyboard or the alphabet. */
function trivial(plain: string): boolean {
	if (new Set(plain).size < 5) return true;
	for (let size = 1; size <= Math.min(6, plain.length / 2); size++)
		if (
			plain ===
			plain
				.slice(0, size)
				.repeat(Math.ceil(plain.length / size))
				.slice(0, plain.length)
		)
			return true;
	const walks = [...rows, ...rows.map((row) => Array.from(row).reverse().join(''))];
	return walks.some((row) => row.repeat(4).includes(plain)) || steps(plain);
}

/** How much is a walk: the share of neighbours that follow each other in the code table. */
function steps(plain: string): boolean {
	const codes = Array.from(plain, (char) => char.codePointAt(0)!);
	let walked = 0;
	for (let i = 1; i < codes.length; i++) if (Math.abs(codes[i]! - codes[i - 1]!) <= 1) walked++;
	return walked >= (codes.length - 1) * 0.75;
}

/** Without what people put around a common word to make it pass. */
const bare = (plain: string) => plain.replace(/^[\d\W_]+|[\d\W_]+$/g, '') || plain;

/** How many characters are left when the given words are taken out. */
function rest(plain: string, words: string[]): number {
	let left = plain;
	for (const word of words.map((word) => word.toLowerCase()).sort((a, b) => b.length - a.length))
		if (Array.from(word).length >= (/^[\x00-\x7f]*$/.test(word) ? 4 : 2))
			left = left.replaceAll(word, '');
	return Array.from(left).length;
}
