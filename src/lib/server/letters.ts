import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { isNotNull } from 'drizzle-orm';
import { lookAt } from '$lib/domain/films/file-kind';
import { attachment } from '$lib/domain/export/attachment';
import { LETTER_MOST } from '$lib/domain/judging/notice/objection';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from './db/open';
import { objections, visitRequests } from './db/schema';
import { afterCommit } from './db/write';
import { filmStorage } from './storage';
import type { Storage } from './storage';

/** A stored letter: of a unit that objects, with its seal, or of a group that asks to visit. */
export interface Letter {
	key: string;
	sha256: string;
}

/** Beginning of every key of a letter; the sweep of films does not know it. */
const LETTERS = 'letters/';
const DAY = 86_400_000;

/**
 * Reads the letter that came with a form: a PDF, JPEG or PNG by its bytes, whatever it is called.
 * @returns null for none
 */
export async function readLetter(file: unknown): Promise<Ruled<Uint8Array | null>> {
	if (!(file instanceof File) || file.size === 0) return accept(null);
	if (file.size > LETTER_MOST) return refuse({ field: 'letter', reason: 'letter-size' });
	const bytes = new Uint8Array(await file.arrayBuffer());
	const look = lookAt('other', bytes.subarray(0, 4100));
	return look.ok && ['application/pdf', 'image/jpeg', 'image/png'].includes(look.type)
		? accept(bytes)
		: refuse({ field: 'letter', reason: 'letter-kind' });
}

/** Puts a letter into the private store under a random name. */
export async function keepLetter(bytes: Uint8Array): Promise<Letter> {
	const key = LETTERS + randomBytes(16).toString('hex');
	await filmStorage().put(key, Readable.from([bytes]));
	return { key, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Takes a letter away that nothing came to name. */
export const dropLetter = ({ key }: Letter): Promise<void> => filmStorage().remove(key);

/**
 * Takes letters away once the transaction that stops naming them stands. What cannot be removed then,
 * {@link sweepLetters} finds.
 */
export function forgetLetters(keys: readonly string[]): void {
	if (!keys.length) return;
	afterCommit(() => {
		for (const key of keys)
			void filmStorage()
				.remove(key)
				.catch(() => undefined);
	});
}

const ends: Record<string, string> = {
	'application/pdf': 'pdf',
	'image/jpeg': 'jpg',
	'image/png': 'png'
};

/** A letter for the office to read, of the type its bytes have, as a download that nothing can run in. */
export async function letterDownload(key: string): Promise<Response> {
	const bytes = await buffer(await filmStorage().read(key));
	const look = lookAt('other', bytes.subarray(0, 4100));
	const type = look.ok ? look.type : 'application/octet-stream';
	const name = `letter.${ends[type] ?? 'bin'}`;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': type,
			'content-length': String(bytes.length),
			'content-disposition': attachment(name, name),
			'content-security-policy': "sandbox; default-src 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store'
		}
	});
}

/**
 * Removes letters that no objection and no visit names, once they are a day old: of a form that broke
 * off, or whose removal failed when what named them was forgotten.
 * @returns keys removed
 */
export async function sweepLetters(
	db: Reader,
	now: number,
	storage: Storage = filmStorage()
): Promise<string[]> {
	const old: string[] = [];
	for await (const { key, changedAt } of storage.list(LETTERS))
		if (now - changedAt >= DAY) old.push(key);
	if (!old.length) return [];
	const rows = await db
		.select({ key: objections.letterKey })
		.from(objections)
		.where(isNotNull(objections.letterKey));
	const visits = await db
		.select({ key: visitRequests.letterKey })
		.from(visitRequests)
		.where(isNotNull(visitRequests.letterKey));
	const named = new Set([...rows, ...visits].map(({ key }) => key));
	const gone = old.filter((key) => !named.has(key));
	for (const key of gone) await storage.remove(key);
	return gone;
}
