/** How a kind of stored file is sent; `attachment` ones are never shown by the browser itself. */
export interface FileKind {
	type: string;
	attachment: boolean;
}

const kinds: Record<string, FileKind> = {
	webp: { type: 'image/webp', attachment: false },
	avif: { type: 'image/avif', attachment: false },
	jpg: { type: 'image/jpeg', attachment: false },
	jpeg: { type: 'image/jpeg', attachment: false },
	png: { type: 'image/png', attachment: false },
	mp3: { type: 'audio/mpeg', attachment: false },
	m4a: { type: 'audio/mp4', attachment: false },
	ogg: { type: 'audio/ogg', attachment: false },
	pdf: { type: 'application/pdf', attachment: true },
	pmtiles: { type: 'application/octet-stream', attachment: false }
};

/** What entrants sent, and what was made of it, has addresses of its own that expire. */
const PRIVATE = /^films(?:\/|$)/i;

const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/**
 * How the file of a storage key is sent; null for anything that is no key of ours: other characters,
 * names that begin with a dot, empty or overlong ones, the films of entrants, and types outside the list.
 */
export function fileKind(key: string): FileKind | null {
	if (key.length > 200 || !KEY.test(key) || PRIVATE.test(key)) return null;
	const extension = /\.([A-Za-z0-9]+)$/.exec(key)?.[1]?.toLowerCase();
	return (extension && Object.hasOwn(kinds, extension) && kinds[extension]) || null;
}
