import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { isNotNull } from 'drizzle-orm';
import { lookAt } from '$lib/domain/films/file-kind';
import { LETTER_MOST } from '$lib/domain/judging/notice/objection';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Reader } from '../db/open';
import { objections, visitRequests } from '../db/schema';
import { filmStorage } from '../storage';
import type { Storage } from '../storage';
import type { Letter } from './objections';

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

/** Takes a letter away that no objection came to name. */
export const dropLetter = ({ key }: Letter): Promise<void> => filmStorage().remove(key);

/** A letter for the office to read, with its media type by its bytes. */
export async function letterBytes(key: string): Promise<{ type: string; bytes: Buffer }> {
	const pieces: Buffer[] = [];
	for await (const piece of await filmStorage().read(key)) pieces.push(Buffer.from(piece));
	const bytes = Buffer.concat(pieces);
	const look = lookAt('other', bytes.subarray(0, 4100));
	return { type: look.ok ? look.type : 'application/octet-stream', bytes };
}

/**
 * Removes letters that no objection and no visit names, once they are a day old: of a form that broke off, or whose
 * removal failed when their objection was forgotten.
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
