const LONGEST = 120;

// Control and format characters: line breaks, NUL, marks that turn the reading direction (“gpj.exe”
// shown as “exe.jpg”), invisible joiners; and halves of surrogate pairs.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The name somebody gave a file, fit to be shown and searched: without folders, control and
 * direction characters, at most 120 characters with the ending kept. It is never used as a path.
 */
export function cleanName(given: string): string {
	const last = given.slice(-4000).split(/[/\\]/).at(-1) ?? '';
	const name = last
		.normalize('NFC')
		.replace(UNSEEN, '')
		.replace(/["<>|*?:]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	if (!name) return 'file';
	const characters = [...name];
	if (characters.length <= LONGEST) return name;
	const ending = extensionOf(name);
	const kept = LONGEST - (ending ? ending.length + 1 : 0);
	return characters.slice(0, kept).join('').trim() + (ending ? `.${ending}` : '');
}

/** The ending of a name in lower case without its dot; empty when there is none. */
export const extensionOf = (name: string): string =>
	/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
