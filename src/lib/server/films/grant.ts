import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { keyFor } from '../keys';

const HOUR = 3_600_000;
/** How long an address of a film is good at least, in milliseconds: longer than any film. */
const GRANTED = 6 * HOUR;

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
	/** The task it lies before a juror in: the address says nothing of the film, and is of this task alone. */
	task?: string;
}

const mac = (text: string): string =>
	createHmac('sha256', keyFor('film address')).update(text).digest('base64url');

/** Begins what nobody but the portal can read. */
const VEIL = '~';
const [IV, TAG] = [12, 16];

/** A text nobody else can read, the same for the same text: its nonce is made of it. */
function veiled(text: string): string {
	const iv = createHmac('sha256', keyFor('film veil nonce')).update(text).digest().subarray(0, IV);
	const cipher = createCipheriv('aes-256-gcm', keyFor('film veil'), iv);
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return VEIL + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function unveiled(written: string): string | null {
	const bytes = Buffer.from(written.slice(VEIL.length), 'base64url');
	if (bytes.length < IV + TAG) return null;
	const decipher = createDecipheriv('aes-256-gcm', keyFor('film veil'), bytes.subarray(0, IV));
	decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
	try {
		const body = [decipher.update(bytes.subarray(IV + TAG)), decipher.final()];
		return Buffer.concat(body).toString();
	} catch {
		return null;
	}
}

/** A grant as one part of an address; whoever changes a letter of it has nothing. */
export function writeGrant({ filmId, personId, until, original, task }: Grant): string {
	const text = [filmId, personId ?? '', until.toString(36), original ? 'o' : ''].join('.');
	if (task) return veiled(`${text}.${task}`);
	return `${Buffer.from(text).toString('base64url')}~${mac(text)}`;
}

/**
 * Reads a grant back. Good only until its end and, when it names a person, only for that person’s
 * own sessions: an address that was passed on opens nothing.
 * @param viewer id of the person who asks, null for somebody not signed in
 */
export function readGrant(written: string, viewer: string | null, now: number): Grant | null {
	const text = written.startsWith(VEIL) ? unveiled(written) : opened(written);
	// Spare bits of the last letter would give one grant several spellings.
	if (text === null || (written.startsWith(VEIL) && veiled(text) !== written)) return null;
	const [filmId = '', person = '', end = '', original = '', task] = text.split('.');
	const until = parseInt(end, 36);
	if (!(now < until) || (person && person !== viewer)) return null;
	const grant = { filmId, personId: person || null, until, original: original === 'o' };
	return task ? { ...grant, task } : grant;
}

function opened(written: string): string | null {
	const [body = '', given = '', more] = written.split('~');
	if (more !== undefined) return null;
	const text = Buffer.from(body, 'base64url').toString();
	if (Buffer.from(text).toString('base64url') !== body) return null;
	const [ours, theirs] = [Buffer.from(mac(text)), Buffer.from(given)];
	return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? text : null;
}

/** How something is called under a grant: by its own name, before a juror by one of the task alone. */
export const nameUnder = ({ task }: Grant, name: string): string =>
	task
		? createHmac('sha256', keyFor('film veil name'))
				.update(`${task} ${name}`)
				.digest('hex')
				.slice(0, 32)
		: name;
