/** An error stops publication; a warning asks whether it is meant. */
export const severities = ['error', 'warning'] as const;
export type Severity = (typeof severities)[number];

/** Every check by name, in the order its findings are shown. */
export const checkNames = [
	'phone',
	'id-card',
	'required',
	'approval-missing',
	'approval-malformed',
	'naming-body',
	'naming-named',
	'link-malformed',
	'link-dead',
	'alt-missing',
	'transcript-missing',
	'asset-gone',
	'consent-missing',
	'licence-unknown',
	'word-sensitive',
	'word-wrong',
	'accusation',
	'source-missing',
	'position-missing',
	'position-unverified'
] as const;
export type CheckName = (typeof checkNames)[number];

/** What a check found, and where. */
export interface Finding {
	check: CheckName;
	severity: Severity;
	/** Path of the text or value in the content: `summary.zh`, `media.2`, `approvalNumber`. */
	field: string;
	/** UTF-16 offset in the plain text of the field and how much; null for the field as a whole. */
	at: number | null;
	length: number;
	/** The found words with a little around them; empty for the field as a whole. */
	excerpt: string;
	/** Where in the excerpt the found words begin. */
	mark: number;
	/** What to write instead. */
	suggestion: string | null;
}

/** A finding about a field as a whole. */
export const whole = (check: CheckName, severity: Severity, field: string): Finding => ({
	check,
	severity,
	field,
	at: null,
	length: 0,
	excerpt: '',
	mark: 0,
	suggestion: null
});

/** How many characters around what was found an excerpt shows. */
const AROUND = 12;

/** A finding at a place in a text. */
export function located(
	check: CheckName,
	severity: Severity,
	field: string,
	text: string,
	at: number,
	length: number,
	suggestion: string | null = null
): Finding {
	const begin = edge(text, Math.max(0, at - AROUND), at);
	const end = Math.min(text.length, at + length + AROUND);
	return {
		check,
		severity,
		field,
		at,
		length,
		excerpt: text.slice(begin, end).replaceAll('\n', ' ').toWellFormed(),
		mark: at - begin,
		suggestion
	};
}

/** Never begins in the middle of a character of two units. */
const edge = (text: string, begin: number, at: number): number =>
	begin < at && /[\udc00-\udfff]/.test(text[begin] ?? '') ? begin + 1 : begin;

export const errors = (found: readonly Finding[]): Finding[] =>
	found.filter(({ severity }) => severity === 'error');
export const warnings = (found: readonly Finding[]): Finding[] =>
	found.filter(({ severity }) => severity === 'warning');

/**
 * A short mark of a list of warnings: who ticks “seen” ticks this list and no other. It tells lists
 * apart and keeps no secret (FNV-1a, 64 bits).
 */
export function markOf(found: readonly Finding[]): string {
	let hash = 0xcbf29ce484222325n;
	const lines = warnings(found).map(
		({ check, field, at, excerpt }) => `${check} ${field} ${at} ${excerpt}`
	);
	for (const char of lines.sort().join('\n'))
		hash = ((hash ^ BigInt(char.codePointAt(0)!)) * 0x100000001b3n) & 0xffffffffffffffffn;
	return hash.toString(36);
}
