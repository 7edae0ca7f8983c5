import { rm } from 'node:fs/promises';
import { licences } from '$lib/domain/media/asset';
import type { Licence } from '$lib/domain/media/asset';
import type { Sent } from '$lib/domain/contests/entry-form';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { receive } from '../media/incoming';
import type { Incoming } from '../media/incoming';
import { boundaryOf, Malformed, parts } from '../media/multipart';
import { takeIncoming } from '../media/upload';
import type { Sender } from '../media/upload';
import { heldAmong } from '../scan/hold';

/** Longest text of one field, bytes; what comes after is dropped. */
const FIELD = 4000;
/** Longest words about a picture, characters. */
const WORDS = 200;

/** A form that was heard, and the picture in it; its file is the caller’s to keep or to remove. */
interface Heard {
	form: Sent;
	file: { given: string; incoming: Incoming | string } | null;
}

/** Hears a form with one picture piece by piece: its file goes to the disk, never into memory. */
export async function heardPicture(request: Request, folder: string): Promise<Heard | null> {
	const boundary = boundaryOf(request.headers.get('content-type'));
	if (!boundary || !request.body) return null;
	const texts = new Map<string, string>();
	let file: Heard['file'] = null;
	try {
		for await (const { name, filename, bytes } of parts(request.body, boundary)) {
			if (filename === null) texts.set(name, await textOf(bytes));
			else if (filename && !file)
				file = { given: filename, incoming: await receive(bytes, folder) };
		}
	} catch (error) {
		await forget(file);
		if (error instanceof Malformed) return null;
		throw error;
	}
	const all = (name: string) => (texts.has(name) ? [texts.get(name)!] : []);
	return { form: { get: (name) => texts.get(name) ?? null, all }, file };
}

async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
	let text = Buffer.alloc(0);
	for await (const piece of bytes)
		if (text.length < FIELD) text = Buffer.concat([text, piece]).subarray(0, FIELD);
	return text.toString('utf8');
}

async function forget(file: Heard['file']): Promise<void> {
	if (file && typeof file.incoming !== 'string') await rm(file.incoming.path, { force: true });
}

/** A picture that came into the library for a certificate, and what it is for. */
interface Picture {
	id: string;
	as: 'seal' | 'picture';
	/** The scanner for malware has not looked yet: it can be chosen later. */
	held: boolean;
}

/**
 * Takes a seal or a background into the media library, through the same checks as everything else in
 * it, with what is said of it. Pictures only; nothing stays of one that is refused.
 */
export async function takePicture(
	sender: Omit<Sender, 'replaces' | 'said'>,
	{ form, file }: Heard
): Promise<Ruled<Picture>> {
	const as = form.get('upload.as') === 'picture' ? 'picture' : 'seal';
	const line = (name: string) =>
		(form.get(name) ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
	const [alt, rights] = [line('upload.alt'), line('upload.rights')];
	const licence = licences.find((one) => one === form.get('upload.licence'));
	const wrong = [
		...(alt ? [] : [{ field: 'upload.alt', reason: 'missing' }]),
		...[alt, rights].flatMap((text, n) =>
			text.length > WORDS
				? [
						{
							field: n ? 'upload.rights' : 'upload.alt',
							reason: 'too-long',
							detail: { max: WORDS }
						}
					]
				: []
		),
		...(licence && licence !== 'unknown' ? [] : [{ field: 'upload.licence', reason: 'missing' }]),
		...(file ? [] : [{ field: 'upload.file', reason: 'no-file' }])
	];
	if (wrong.length || !file) {
		await forget(file);
		return refuse(...wrong);
	}
	const { incoming, given } = file;
	const fault = (reason: string) => refuse({ field: 'upload.file', reason });
	if (typeof incoming === 'string') return fault(incoming);
	const said = { altZh: alt, rightsHolder: rights || null, licence: licence as Licence };
	const taken = await takeIncoming(
		{ ...sender, replaces: null, said: { ...said, only: 'photo' } },
		given,
		incoming
	);
	if ('fault' in taken) return fault(taken.fault === 'form' ? 'no-image' : taken.fault);
	return accept({ id: taken.id, as, held: (await heldAmong(sender.db, [taken.id])).size > 0 });
}
