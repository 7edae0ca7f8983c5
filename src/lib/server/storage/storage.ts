import type { Readable } from 'node:stream';

/** A file as a store knows it. */
export interface Kept {
	bytes: number;
	/** Milliseconds since the epoch. */
	changedAt: number;
}

/** What is known of bytes before they are put, and whether their file may be taken instead of copied. */
export interface Claim {
	/** SHA-256, hex. Bytes that turn out to be others are not kept. */
	sha256?: string;
	bytes?: number;
	/** Takes the file of the path away, which where both are on one disk costs no copy. */
	move?: boolean;
}

/** Part of a file: first and last byte, both included; from the beginning, to the end, when left out. */
export interface Part {
	start?: number;
	end?: number;
}

/**
 * A store of large private files. A key is there whole or not at all, and when `put` has returned it
 * survives a power cut. Keys are ours (`films/…`), never a name somebody gave.
 */
export interface Storage {
	/**
	 * @throws Unlike when the bytes are not the claimed ones
	 * @throws an error with code `ENOSPC` when there is no room
	 */
	put(key: string, from: string | Readable, claim?: Claim): Promise<Stored>;
	/** @throws Missing */
	read(key: string, part?: Part): Promise<Readable>;
	stat(key: string): Promise<Kept | null>;
	/** Nothing happens when it is not there. */
	remove(key: string): Promise<void>;
	/** Every key that begins with `prefix`, in no order. */
	list(prefix: string): AsyncIterable<{ key: string } & Kept>;
	/** The file to be read from the local disk until `done`; a copy where the store is elsewhere. */
	localPath(key: string): Promise<{ path: string; done: () => Promise<void> }>;
	/** An address that serves the file, ranges too, for so many seconds; null where there is none. */
	address(key: string, seconds: number): Promise<string | null>;
}

export interface Stored {
	bytes: number;
	sha256: string;
}

/** Thrown when bytes are not those that were claimed. */
export class Unlike extends Error {
	override name = 'Unlike';
}

/** Thrown when a key is not in the store. */
export class Missing extends Error {
	override name = 'Missing';
}

const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;

/**
 * Lets through keys of ours only: small letters, digits and `._-`, in steps that begin with neither.
 * @throws for anything else, which would be a defect of ours
 */
export function checkKey(key: string): string {
	if (key.length > 200 || !KEY.test(key)) throw new Error('this is no key of the store');
	return key;
}
