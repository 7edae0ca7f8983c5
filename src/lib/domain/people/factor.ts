import { isStaff } from './who';
import type { Who } from './who';

/** Length of a step of RFC 6238 in milliseconds. */
const STEP = 30_000;

/** Seconds are cut off: the step a moment lies in. */
export const stepOf = (now: number): number => Math.floor(now / STEP);

/**
 * The steps whose codes are taken at a moment: the current one and one to each side, for clocks that
 * go wrong a little, but none that was used or lies before one that was (RFC 6238 §5.2).
 */
export const stepsTaken = (now: number, lastUsed: number): number[] =>
	[stepOf(now), stepOf(now) - 1, stepOf(now) + 1].filter((step) => step > lastUsed);

/** How many recovery codes a person gets at once. */
export const RECOVERY_CODES = 10;

/** Letters and digits nobody mistakes for each other. */
export const RECOVERY_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

/** What somebody typed as a code: a changing one, a recovery code without its dashes, or neither. */
export function codeTyped(
	typed: string
): { kind: 'totp'; code: string } | { kind: 'recovery'; code: string } | null {
	const code = typed.slice(0, 100).normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
	if (/^\d{6}$/.test(code)) return { kind: 'totp', code };
	if (/^[2-9a-hjkmnp-z]{12}$/.test(code)) return { kind: 'recovery', code };
	return null;
}

/** A recovery code as people read it: `k7f3-2q9x-b4rm`. */
export const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** Staff who have not shown a second factor here: they may go no further than their account. */
export const mustEnrol = (who: Who | null): boolean => !!who && isStaff(who) && !who.strong;
