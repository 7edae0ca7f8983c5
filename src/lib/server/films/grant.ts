import { createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from '../keys';

const HOUR = 3_600_000;
/** How long an address of a film is good at least, in milliseconds: longer than any film. */
export const GRANTED = 6 * HOUR;

/** When an address that is given now ends: on the hour, so that a page asked for again has the same. */
export const endOf = (now: number): number => Math.ceil((now + GRANTED) / HOUR) * HOUR;

/** Leave to see the renditions of one film for a while. */
export interface Grant {
	filmId: string;
	/** Person it was given to; null for what everybody may see. */
	personId: string | null;
	/** ms since the epoch. */
	until: number;
	/** Also the original, and as a download: for the office and those who sent it in. */
	original: boolean;
}

const mac = (text: string): string =>
	createHmac('sha256', keyFor('film address')).update(text).digest('base64url');

/** A grant as one part of an address; whoever changes a letter of it has nothing. */
export function writeGrant({ filmId, personId, until, original }: Grant): string {
	const text = [filmId, personId ?? '', until.toString(36), original ? 'o' : ''].join('.');
	return `${Buffer.from(text).toString('base64url')}~${mac(text)}`;
}

/**
 * Reads a grant back. Good only until its end and, when it names a person, only for that person’s
 * own sessions: an address that was passed on opens nothing.
 * @param viewer id of the person who asks, null for somebody not signed in
 */
export function readGrant(written: string, viewer: string | null, now: number): Grant | null {
	const [body = '', given = '', more] = written.split('~');
	if (more !== undefined) return null;
	const text = Buffer.from(body, 'base64url').toString();
	// Spare bits of the last letter would give one grant several spellings.
	if (Buffer.from(text).toString('base64url') !== body) return null;
	const [ours, theirs] = [Buffer.from(mac(text)), Buffer.from(given)];
	if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null;
	const [filmId = '', person = '', end = '', original = ''] = text.split('.');
	const until = parseInt(end, 36);
	if (!(now < until) || (person && person !== viewer)) return null;
	return { filmId, personId: person || null, until, original: original === 'o' };
}
