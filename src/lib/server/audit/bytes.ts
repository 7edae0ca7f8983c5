import { createHash } from 'node:crypto';
import { canonical } from '$lib/domain/audit/canonical';
import { leafHash } from '$lib/domain/audit/merkle';
import type { Frontier, Hash } from '$lib/domain/audit/merkle';

export const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array => Buffer.from(text, 'hex');

/** Leaf hash of a record's text. */
export const leafOf = (record: string): Uint8Array => leafHash(sha256, Buffer.from(record));

/** The commitment to a personal value: SHA-256(salt ‖ canonical value), hexadecimal. */
export const commitment = (salt: string, value: string): string =>
	hex(sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(value)])));

/** A value as it is committed to and kept. */
export const kept = (value: unknown): string => canonical(value);

/** The frontier as it is stored, and back. */
export const storedHashes = ({ hashes }: Frontier): string => hashes.map(hex).join(' ');
export const readHashes = (text: string): Uint8Array[] => (text ? text.split(' ').map(unhex) : []);
