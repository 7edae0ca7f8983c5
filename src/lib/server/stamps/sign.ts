import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { fromSigns, toSigns } from '$lib/domain/stamps/signs';
import {
	lengths,
	packAchievement,
	packPoster,
	packStamp,
	readAchievement,
	readPoster,
	readStamp
} from '$lib/domain/stamps/token';
import type { Achievement, Purpose, Stamp } from '$lib/domain/stamps/token';
import { keyFor } from '../keys';

/** Bytes of a signature: 80 bits, guessed by nobody through a web form. */
const MAC = 10;

const mac = (purpose: Purpose, body: Uint8Array): Buffer =>
	createHmac('sha256', keyFor(`stamps ${purpose}`))
		.update(body)
		.digest()
		.subarray(0, MAC);

const sign = (purpose: Purpose, body: Uint8Array): string =>
	toSigns(Buffer.concat([body, mac(purpose, body)]));

/** What a signed code says; null when one bit of it is not ours. A code of one purpose is good for no other. */
function open(purpose: Purpose, typed: string): Uint8Array | null {
	const bytes = fromSigns(typed, lengths[purpose] + MAC);
	if (!bytes) return null;
	const body = bytes.subarray(0, lengths[purpose]);
	return timingSafeEqual(mac(purpose, body), bytes.subarray(lengths[purpose])) ? body : null;
}

/** The code on a poster, twenty-four signs. */
export const posterCode = (number: number): string => sign('poster', packPoster(number));

/** The number of the poster a code stands for; null for a code nobody signed. */
export function openPoster(code: string): number | null {
	const body = open('poster', code);
	return body && readPoster(body);
}

/** A new stamp of a poster, forty signs. */
export const newStamp = (poster: number, at: number, flagged: boolean): string =>
	sign('stamp', packStamp({ poster, at, flagged }, randomBytes(8)));

export function openStamp(code: string): Stamp | null {
	const body = open('stamp', code);
	return body && readStamp(body);
}

type Earned = { book: number; at: number; count: number; of: number };

/** That a quiz was passed, thirty-two signs. */
export const quizProof = (earned: Earned): string =>
	sign('quiz', packAchievement(earned, randomBytes(2)));

export function openQuizProof(code: string): Achievement | null {
	const body = open('quiz', code);
	return body && readAchievement(body);
}

/** The code on a certificate of a stamp book, thirty-two signs. It names nobody. */
export const diplomaCode = (earned: Earned): string =>
	sign('diploma', packAchievement(earned, randomBytes(2)));

export function openDiploma(code: string): Achievement | null {
	const body = open('diploma', code);
	return body && readAchievement(body);
}
