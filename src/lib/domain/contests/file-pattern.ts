import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';

/** What the name of a packed file may be made of. */
const fileParts = ['number', 'title', 'category', 'material', 'town', 'ext'] as const;
type FilePart = (typeof fileParts)[number];

/** The pattern a package is named by when nobody says otherwise. */
export const FILE_PATTERN = '{number}-{title}.{ext}';
const LONGEST = 120;

/** A pattern such as `{category}/{number}-{title}.{ext}`, checked: known parts only. */
export function readFilePattern(text: string): Ruled<string> {
	const pattern = text.trim() || FILE_PATTERN;
	const parts = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, part = '']) => part);
	const strange = parts.some((part) => !fileParts.some((known) => known === part));
	if (strange || !parts.length || /[{}]/.test(pattern.replace(/\{[^{}]*\}/g, '')))
		return refuse({ field: 'pattern', reason: 'pattern' });
	if (pattern.length > LONGEST) return refuse({ field: 'pattern', reason: 'too-many' });
	return accept(pattern);
}

/** Names Windows keeps for devices, with or without an ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Bytes one folder or file name may have on common file systems, with room for `-2`. */
const MOST_BYTES = 180;

/**
 * One folder or file name that every system takes and none misreads: no separators, no signs that
 * turn the direction of writing, no dots or spaces at its edges, no device.
 */
export function plainName(text: string): string {
	const plain = text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}"\\/:*?<>|]+/gu, '_')
		.replace(/\s+/g, ' ')
		.replace(/\.{2,}/g, '.')
		.replace(/^[. ]+|[. ]+$/g, '');
	const safe = RESERVED.test(plain) ? `_${plain}` : plain;
	return shorten(safe) || '_';
}

function shorten(text: string): string {
	const ending = /\.[A-Za-z0-9]{1,8}$/.exec(text)?.[0] ?? '';
	let stem = Array.from(text.slice(0, text.length - ending.length));
	const bytes = () => new TextEncoder().encode(stem.join('') + ending).length;
	while (stem.length && bytes() > MOST_BYTES) stem = stem.slice(0, -1);
	return (stem.join('') + ending).replace(/^[. ]+/, '');
}

/** The ending of a file by its own name; what its bytes are named by decides when it has none. */
export function endingOf(name: string, fallback: string): string {
	const found = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
	return found ?? fallback;
}

/** The path of a file in a package: folders only where the pattern itself has a `/`. */
export function packedPath(pattern: string, values: Record<FilePart, string>): string {
	const path = pattern
		.split('/')
		.map((segment) =>
			segment.replace(/\{([^{}]*)\}/g, (_, part: FilePart) =>
				// What somebody wrote never makes a folder, nor a way out of one.
				values[part].replace(/[\\/]/g, '_')
			)
		)
		.map((segment) => plainName(segment))
		// A folder for what was not said is no folder.
		.filter((segment) => segment !== '_')
		.join('/');
	return path || '_';
}

/** The same path, or one with `-2`, `-3` … where it is taken; letters of either case count as one. */
export function untaken(path: string, taken: Set<string>): string {
	let found = path;
	for (let n = 2; taken.has(found.toLowerCase()); n++)
		found = path.replace(/(\.[A-Za-z0-9]{1,8})?$/, (ending) => `-${n}${ending}`);
	taken.add(found.toLowerCase());
	return found;
}
