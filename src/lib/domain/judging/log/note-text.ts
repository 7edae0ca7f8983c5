/**
 * Finds a signed checkpoint in what somebody pasted: a whole mail, quoted with `>`, with other line
 * ends, with lines before and after.
 */
export function findNote(text: string): string | null {
	const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/^[\s>|]+/, '').trimEnd());
	const at = lines.findIndex((line) => /^— \S+ [A-Za-z0-9+/]{90,}=*$/.test(line));
	const before = lines.slice(0, Math.max(at, 0)).filter(Boolean).slice(-3);
	return at < 0 || before.length < 3 ? null : `${before.join('\n')}\n\n${lines[at]}\n`;
}
