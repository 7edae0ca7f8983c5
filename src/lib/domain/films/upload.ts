import { cleanName } from '../media/name';
import { accept, refuse } from '../refusal';
import type { Ruled } from '../refusal';

/** Bytes a browser sends in one request: what a broken line loses at most. */
export const CHUNK = 16 * 1024 * 1024;

/** What an upload says of itself in `Upload-Metadata`. */
export interface Declared {
	entryId: string;
	materialId: string;
	/** Cleaned; shown, never a path. */
	name: string;
	/** As claimed by the browser. */
	type: string | null;
	sha256: string | null;
	fingerprint: string | null;
	/** Id of the file of the entry in whose place it comes. */
	replaces: string | null;
}

const known = [
	'entry',
	'material',
	'filename',
	'filetype',
	'sha256',
	'fingerprint',
	'replaces'
] as const;
type Key = (typeof known)[number];

const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/i;
const SHAPES: Partial<Record<Key, RegExp>> = {
	entry: ID,
	material: ID,
	replaces: ID,
	filetype: /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/,
	sha256: /^[0-9a-f]{64}$/,
	fingerprint: /^[\x21-\x7e]{1,200}$/
};

const malformed = (name: string) => refuse({ field: name, reason: 'metadata' });

/** Text of a Base64 value; null for what is not Base64, or not UTF-8. */
function textOf(base64: string): string | null {
	if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) return null;
	try {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/**
 * Reads `Upload-Metadata` (tus 1.0: pairs of a key and a Base64 value, apart by commas). Unknown keys,
 * repeated ones and values that do not fit are refused, empty ones count as not there.
 */
export function readDeclared(header: string): Ruled<Declared> {
	if (header.length > 8000) return malformed('');
	const given = new Map<Key, string>();
	for (const pair of header.split(',')) {
		const [name = '', value = '', ...more] = pair.trim().split(' ');
		const key = known.find((one) => one === name);
		if (!key || more.length || given.has(key)) return malformed(name.slice(0, 40));
		const text = textOf(value);
		if (text === null) return malformed(key);
		if (text !== '' && SHAPES[key] && !SHAPES[key].test(text)) {
			// What a browser claims about the type decides nothing: a strange one is no reason to refuse.
			if (key !== 'filetype') return malformed(key);
			given.set(key, '');
		} else given.set(key, text);
	}
	const entryId = given.get('entry');
	const materialId = given.get('material');
	if (!entryId) return malformed('entry');
	if (!materialId) return malformed('material');
	return accept({
		entryId,
		materialId,
		name: cleanName(given.get('filename') ?? ''),
		type: given.get('filetype') || null,
		sha256: given.get('sha256') || null,
		fingerprint: given.get('fingerprint') || null,
		replaces: given.get('replaces') || null
	});
}

/** A whole number as a header says it, nothing else; null for anything that is none. */
export function readNumber(header: string | undefined): number | null {
	return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** What `Upload-Concat` asks for. */
type Joining = { kind: 'part' } | { kind: 'whole'; parts: string[] };

/** Parts of one upload at most. */
export const PARTS = 16;

/**
 * Reads `Upload-Concat`: `partial`, or `final;` and the addresses of the parts in order. Null for
 * anything else, foreign addresses among it: of an address only the path counts, and it must be ours.
 */
export function readJoining(header: string): Joining | null {
	if (header === 'partial') return { kind: 'part' };
	if (!header.startsWith('final;')) return null;
	const parts = header
		.slice('final;'.length)
		.trim()
		.split(/\s+/)
		.map((address) => uploadIn(address.replace(/^https?:\/\/[^/]+/, '')));
	if (!parts.length || parts.length > PARTS || new Set(parts).size !== parts.length) return null;
	return parts.every((id) => id !== null) ? { kind: 'whole', parts: parts as string[] } : null;
}

/** Where uploads are sent to, in either language. */
const ADDRESS = /^(?:\/en)?\/uploads(?:\/([^/]*))?$/;

/** Whether a path is one of uploads. */
export const isUploadPath = (path: string): boolean => ADDRESS.test(path);

/** The id of the upload that a path names; null when it names none. */
export function uploadIn(path: string): string | null {
	const id = ADDRESS.exec(path)?.[1];
	return id !== undefined && /^[0-9a-f]{32}$/.test(id) ? id : null;
}
