import { createHash } from 'node:crypto';
import { generateIdFromEntropySize } from 'lucia';

/** A new secret of 200 random bits: sessions, links and half-done ceremonies all carry one. */
export const newToken = (): string => generateIdFromEntropySize(25);

/** What is stored of a token; the token itself is random enough for a plain hash (ASVS 5.0 11.4.1). */
export const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');
