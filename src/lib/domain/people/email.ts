import { isAddress } from '../mail';

/**
 * An e-mail address as people are told apart by it: without space around, in one Unicode form and in
 * lower case, since nobody tells `Li@x.cn` and `li@x.cn` apart and two accounts would be a trap.
 * @returns null for what is no address to send to
 */
export function emailOf(typed: string): string | null {
	if (typed.length > 400) return null;
	const email = typed.trim().normalize('NFKC').toLowerCase();
	return isAddress(email) && /^[^.].*@[^.@]+(\.[^.@]+)+$/.test(email) && !/[\s\p{C}]/u.test(email)
		? email
		: null;
}
