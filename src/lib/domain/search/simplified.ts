import table from 'opencc-js/dict/TSCharacters';

// Only the character table of OpenCC (29 KB): the phrase tables weigh a megabyte and change nothing
// for search, because index and query go through the same table. Keep it out of browser code.
let map: Map<string, string> | undefined;

/** The simplified form of one traditional character; any other character as it is. */
export function simplified(char: string): string {
	map ??= new Map(
		table.split('|').map((entry): [string, string] => {
			const [from = '', to = from] = entry.split(' ', 2);
			return [from, to];
		})
	);
	return map.get(char) ?? char;
}
