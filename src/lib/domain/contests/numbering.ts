import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';
import type { Channel } from './plan';

/** What a pattern may name besides `{n}`. */
const numberParts = ['edition', 'year', 'category', 'channel'] as const;

/** What the parts of a number are. */
interface Numbered {
	/** 7 for the seventh edition. */
	edition: number;
	/** Year (Asia/Shanghai) in which the edition opens. */
	year: number;
	/** The category’s short code. */
	category: string;
	channel: Channel;
}

/** Digits `{n}` is filled up to when the pattern does not say. */
const DIGITS = 4;
const LONGEST = 60;

/** Letters of the channels in numbers: 个人 and 单位. */
const channelLetter: Record<Channel, string> = { person: 'G', unit: 'D' };

const hole = /\{([^{}]*)\}/g;
const counted = /^n(?::([1-8]))?$/;

/**
 * A pattern such as `{edition}-{category}-{n:4}`, checked: exactly one `{n}`, known parts only, and
 * between them letters, digits and hyphens, so that a number stands in an address as it is.
 */
export function readPattern(pattern: string): Ruled<string> {
	const wrong = (reason: string, detail?: Record<string, string>) =>
		refuse({ field: 'numbering', reason, ...(detail ? { detail } : {}) });
	if (pattern.length > LONGEST) return wrong('too-long');
	const holes = [...pattern.matchAll(hole)].map(([, inside = '']) => inside);
	const strange = holes.find(
		(inside) => !counted.test(inside) && !numberParts.some((part) => part === inside)
	);
	if (strange !== undefined) return wrong('unknown-part', { part: `{${strange}}` });
	if (holes.filter((inside) => counted.test(inside)).length !== 1) return wrong('one-count');
	if (!/^[A-Za-z0-9-]*$/.test(pattern.replace(hole, ''))) return wrong('strange-sign');
	if (/^-|--|-$/.test(pattern.replace(hole, 'x'))) return wrong('strange-sign');
	return accept(pattern);
}

/** What entries are counted within: the category where the pattern names it, else the whole edition. */
export const countedWithin = (pattern: string, categoryId: string): string =>
	pattern.includes('{category}') ? categoryId : '';

/** The number of the `n`th entry. Above what the digits hold it simply grows longer. */
export const numberOf = (pattern: string, of: Numbered, n: number): string =>
	pattern.replace(hole, (_, inside: string) => {
		const digits = counted.exec(inside);
		if (digits) return String(n).padStart(Number(digits[1] ?? DIGITS), '0');
		return inside === 'channel'
			? channelLetter[of.channel]
			: String(of[inside as Exclude<keyof Numbered, 'channel'>]);
	});

/** The year of a moment in Asia/Shanghai. */
export const yearOf = (at: number): number => new Date(at + 8 * 3_600_000).getUTCFullYear();
