/** A personal number in a text: where its first and last digit stand. */
interface Numbered {
	kind: 'phone' | 'id-card';
	at: number;
	length: number;
	/** Offsets of its digits, in order. */
	digits: number[];
}

/** Signs people put between the digits of one number; no more than this many in a row. */
const BETWEEN = new Set(' \t\u00a0\u3000-‐‑‒–—－·.．/_()（）\u200b\u200c\u200d\u2060\ufeff');
const MOST_BETWEEN = 3;
const SPELT = '〇一二三四五六七八九';
const SPELT_ALSO: Record<string, number> = { 零: 0, 幺: 1, '○': 0 };

/** The digit a character stands for, however it is written; 10 for the X of an ID card, else -1. */
function digitOf(char: string): number {
	const code = char.charCodeAt(0);
	if (code < 0x80)
		return code >= 48 && code <= 57 ? code - 48 : code === 88 || code === 120 ? 10 : -1;
	const spelt = SPELT.indexOf(char);
	if (spelt >= 0) return spelt;
	if (char in SPELT_ALSO) return SPELT_ALSO[char]!;
	const plain = char.normalize('NFKC');
	return plain.length === 1 && plain !== char ? digitOf(plain) : -1;
}

interface Digit {
	at: number;
	value: number;
	/** Units of the character. */
	size: number;
	/** Whether nothing stands between it and the digit before. */
	joined: boolean;
}

/**
 * Mobile and ID-card numbers in a text, however they are spaced or written. A number is found only
 * where groups of digits begin and end with it, so that a longer number (a document’s, an amount) is
 * not taken for one. Every character is looked at a bounded number of times.
 */
export function numbersIn(text: string): Numbered[] {
	const found: Numbered[] = [];
	let run: Digit[] = [];
	let between = 0;
	const close = (): void => {
		if (run.length >= 11) found.push(...ofRun(run));
		run = [];
		between = 0;
	};
	for (let at = 0; at < text.length;) {
		const char = String.fromCodePoint(text.codePointAt(at)!);
		const value = digitOf(char);
		// An X is a digit only where it can be the last of an ID card.
		if (value >= 0 && (value < 10 || run.length >= 17)) {
			run.push({ at, value, size: char.length, joined: run.length > 0 && between === 0 });
			between = 0;
		} else if (!run.length || !BETWEEN.has(char) || ++between > MOST_BETWEEN) close();
		at += char.length;
	}
	close();
	return found;
}

/** Numbers among the digits of one run, which may hold several groups. */
function ofRun(run: readonly Digit[]): Numbered[] {
	const found: Numbered[] = [];
	for (let from = 0; from < run.length;) {
		const taken = run[from]!.joined
			? null
			: (take(run, from, 18, 'id-card', isIdCard) ?? phoneAt(run, from));
		if (taken) found.push(taken.number);
		from = taken ? taken.end : from + 1;
	}
	return found;
}

/** A mobile number that begins here, with or without the country’s code before it. */
function phoneAt(run: readonly Digit[], from: number): { number: Numbered; end: number } | null {
	for (const code of ['', '86', '086', '0086', '0']) {
		const begin = from + code.length;
		if (run.length < begin + 11) break;
		if ([...code].every((digit, index) => run[from + index]!.value === Number(digit))) {
			const taken = take(run, begin, 11, 'phone', isMobile);
			if (taken) return taken;
		}
	}
	return null;
}

function take(
	run: readonly Digit[],
	from: number,
	size: number,
	kind: Numbered['kind'],
	fits: (digits: readonly number[], run: readonly Digit[]) => boolean
): { number: Numbered; end: number } | null {
	const end = from + size;
	if (end > run.length || run[end]?.joined) return null;
	const part = run.slice(from, end);
	if (
		!fits(
			part.map(({ value }) => value),
			part
		)
	)
		return null;
	const [first, last] = [part[0]!, part[size - 1]!];
	return {
		number: {
			kind,
			at: first.at,
			length: last.at + last.size - first.at,
			digits: part.map(({ at }) => at)
		},
		end
	};
}

/** Eleven digits from 13 to 19; in groups of one, or with three digits at least in the first. */
function isMobile(digits: readonly number[], run: readonly Digit[]): boolean {
	if (digits[0] !== 1 || digits[1]! < 3 || digits.some((digit) => digit > 9)) return false;
	const grouped = run.slice(1).some(({ joined }) => joined);
	return !grouped || (run[1]!.joined && run[2]!.joined);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Eighteen digits with a day of birth and the check digit of GB 11643-1999 (ISO 7064 MOD 11-2). */
function isIdCard(digits: readonly number[]): boolean {
	if (digits.slice(0, 17).some((digit) => digit > 9) || digits[0] === 0) return false;
	const [year, month, day] = [
		digits.slice(6, 10).reduce((sum, digit) => sum * 10 + digit, 0),
		digits[10]! * 10 + digits[11]!,
		digits[12]! * 10 + digits[13]!
	];
	if (year < 1850 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return false;
	const sum = WEIGHTS.reduce((total, weight, index) => total + weight * digits[index]!, 0);
	return CHECKS[sum % 11] === digits[17];
}

/** The digits of a number that are hidden: all but the first three, and the last four or two. */
export const hidden = ({ kind, digits }: Numbered): number[] =>
	digits.slice(3, kind === 'phone' ? 7 : 16);
