/**
 * How long a text is: characters as Chinese counts them (字数: all but blanks), and words, each Han
 * character being one.
 */
export function measure(text: string): { characters: number; words: number } {
	const characters = [...text.replace(/\s/g, '')].length;
	const words = text.match(/\p{Script=Han}|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
	return { characters, words };
}
