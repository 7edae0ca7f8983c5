import type { AssetForm } from './asset';
import { extensionOf } from './name';

/** A kind of file the library takes. */
export interface Kind {
	form: Extract<AssetForm, 'photo' | 'audio' | 'document'>;
	/** Media type it is served as. */
	type: string;
	/** Ending of its public copy. */
	extension: string;
}

const photo = (type: string, extension: string): Kind => ({ form: 'photo', type, extension });

/** By the media type found in the bytes; nothing else comes in. */
const kinds: Record<string, Kind> = {
	'image/jpeg': photo('image/jpeg', 'jpg'),
	'image/png': photo('image/png', 'png'),
	'image/webp': photo('image/webp', 'webp'),
	'image/avif': photo('image/avif', 'avif'),
	'image/heic': photo('image/heic', 'heic'),
	'image/heif': photo('image/heic', 'heic'),
	'audio/mpeg': { form: 'audio', type: 'audio/mpeg', extension: 'mp3' },
	'audio/x-m4a': { form: 'audio', type: 'audio/mp4', extension: 'm4a' },
	'audio/ogg': { form: 'audio', type: 'audio/ogg', extension: 'ogg' },
	'audio/ogg; codecs=opus': { form: 'audio', type: 'audio/ogg', extension: 'ogg' },
	'application/pdf': { form: 'document', type: 'application/pdf', extension: 'pdf' }
};

/** Endings a file of a kind may carry; pictures are re-made, so any picture’s ending will do. */
const endings: Record<string, readonly string[]> = {
	photo: ['jpg', 'jpeg', 'jfif', 'png', 'webp', 'avif', 'heic', 'heif'],
	mp3: ['mp3'],
	m4a: ['m4a'],
	ogg: ['ogg', 'oga', 'opus'],
	pdf: ['pdf']
};

/** What the `accept` of a file field says, by form. */
export const accepted: Record<'any' | 'photo' | 'document', string> = {
	any: '.jpg,.jpeg,.png,.webp,.avif,.heic,.heif,.mp3,.m4a,.ogg,.oga,.opus,.pdf',
	photo: '.jpg,.jpeg,.png,.webp,.avif,.heic,.heif',
	document: '.pdf'
};

/** Why a file is not taken. */
export type Fault =
	| 'empty'
	| 'too-large'
	| 'unknown'
	| 'vector'
	| 'archive'
	| 'page'
	| 'mismatch'
	| 'animated'
	| 'pixels'
	| 'tiny'
	| 'heic'
	| 'broken'
	| 'mixed'
	| 'malware'
	| 'busy'
	| 'full'
	| 'form';

/** The kind of a file by the type found in its bytes, or why it is refused under its name. */
export function kindOf(found: string | null, name: string): Kind | Fault {
	const ending = extensionOf(name);
	if (found === 'image/svg+xml' || ending === 'svg' || ending === 'svgz') return 'vector';
	if (found === 'text/html' || found === 'application/xml') return 'page';
	if (found && /zip|rar|7z|tar|gzip|bzip|xz|compress/.test(found)) return 'archive';
	if (found === 'image/gif' || found === 'image/apng' || found === 'image/heic-sequence')
		return 'animated';
	const kind = found && Object.hasOwn(kinds, found) ? kinds[found] : undefined;
	if (!kind) return 'unknown';
	const fitting = endings[kind.form === 'photo' ? 'photo' : kind.extension];
	return ending === '' || fitting?.includes(ending) ? kind : 'mismatch';
}
