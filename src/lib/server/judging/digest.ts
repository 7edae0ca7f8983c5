import { createHash } from 'node:crypto';
import type { Digest } from '$lib/domain/judging/rule/rule';

/** SHA-256 of a text, hexadecimal. */
export const digest: Digest = (text) => createHash('sha256').update(text).digest('hex');
