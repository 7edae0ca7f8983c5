import type { Wrong } from './words';

/** Longest request target in bytes; longer ones get 414. */
export const MAX_TARGET = 8192;
/** Longest path in bytes: a redirect climbs back through every step of it, in a header of 16 KB. */
export const MAX_PATH = 4096;

/** What is wrong with a request target, or null when it may enter. */
type PathFault = { status: 400 | 414; wrong: Wrong } | null;

const PLAIN = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)*\/?$/;
const BAD: PathFault = { status: 400, wrong: 'path' };

/**
 * Checks a raw request target (RFC 9112 §3.2.1, origin form only).
 *
 * Refused: absolute forms, targets over 8 KB, paths over 4 KB, raw control characters, backslashes and spaces, broken
 * percent-encoding or UTF-8 in path or query, NUL, empty steps (`/en//host` without its prefix is a
 * foreign address) and steps of dots, which browsers resolve before they ask: rules that look at the
 * beginning of a path would see another one than the application.
 */
export function pathFault(target: string): PathFault {
	if (target.length > MAX_TARGET) return { status: 414, wrong: 'long' };
	const mark = target.indexOf('?');
	const path = mark < 0 ? target : target.slice(0, mark);
	if (path.length > MAX_PATH) return { status: 414, wrong: 'long' };
	const query = mark < 0 ? '' : target.slice(mark + 1);
	if (path[0] !== '/') return BAD;
	if (!PLAIN.test(path)) {
		if (/[\x00-\x20\x7f\\#]/.test(path)) return BAD;
		const decoded = decode(path);
		if (decoded === null || /[\x00-\x1f\x7f\\]/.test(decoded)) return BAD;
		if (decoded.includes('//') || /\/\.\.?(?:\/|$)/.test(decoded)) return BAD;
	}
	if (query !== '') {
		if (/[\x00-\x20\x7f]/.test(query) || decode(query)?.includes('\0') !== false) return BAD;
	}
	return null;
}

function decode(text: string): string | null {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}
