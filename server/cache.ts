import { choose, modes, themes } from '$lib/domain/preference';
import type { Template } from './nonce';

/** A finished public answer, ready to be sent again. */
export type Kept = {
	/** Header names and values in turn, without those that differ per answer. */
	headers: string[];
	/** Body; for pages with the nonce cut out. */
	body: Template;
	/** The page's policy with `{nonce}` where the nonce goes; undefined for bodies without one. */
	csp: string | undefined;
	hash: string;
	compressible: boolean;
	/** Compressed bodies, made on first need; only for bodies without a nonce. */
	br?: Promise<Buffer>;
	gzip?: Promise<Buffer>;
	/** Content version and wall-clock minute this answer is true for. */
	version: number;
	minute: number;
};

/** The minute a moment lies in; “open now” changes with it. */
export function minuteOf(now: number): number {
	return Math.floor(now / 60_000);
}

/**
 * Anonymous answers by key, least recently used first out, bounded by bytes. An entry is true for one
 * content version and one minute; older ones are never returned.
 */
export class AnswerCache {
	#kept = new Map<string, Kept>();
	#bytes = 0;
	hits = 0;
	misses = 0;

	constructor(
		readonly maxBytes = 48 * 1024 * 1024,
		readonly maxEntry = 2 * 1024 * 1024
	) {}

	/** Bytes held at present, bodies counted twice for their compressed copies. */
	get bytes(): number {
		return this.#bytes;
	}

	get(key: string, version: number, now: number): Kept | undefined {
		const kept = this.#kept.get(key);
		if (kept?.version === version && kept.minute === minuteOf(now)) {
			this.hits++;
			this.#kept.delete(key);
			this.#kept.set(key, kept);
			return kept;
		}
		this.misses++;
		if (kept) this.#drop(key, kept);
		return undefined;
	}

	set(key: string, kept: Kept): void {
		const old = this.#kept.get(key);
		if (old) this.#drop(key, old);
		const size = weigh(key, kept);
		if (size > this.maxEntry) return;
		this.#kept.set(key, kept);
		this.#bytes += size;
		for (const [oldest, entry] of this.#kept) {
			if (this.#bytes <= this.maxBytes) break;
			this.#drop(oldest, entry);
		}
	}

	#drop(key: string, kept: Kept): void {
		this.#kept.delete(key);
		this.#bytes -= weigh(key, kept);
	}
}

function weigh(key: string, kept: Kept): number {
	return 2 * key.length + 1024 + kept.body.bytes.length * (kept.csp === undefined ? 2 : 1);
}

/** Says which accounts signed in on a device before; no page looks at it but the door to sign in. */
const DEVICE = /^(?:__Host-)?liantu-device$/;

/**
 * The preferences of a request as one word of a cache key, or null when it carries any other cookie,
 * one twice, or a value in an unknown spelling: then only the application can say what it means.
 */
export function preferences(cookie: string | undefined): string | null {
	if (cookie === undefined || cookie === '') return 'normal.auto';
	const chosen = new Map<string, string>();
	for (const part of cookie.split(';')) {
		const [name = '', value = ''] = part.trim().split('=', 2);
		if (DEVICE.test(name)) continue;
		const known: readonly string[] = name === 'mode' ? modes : name === 'theme' ? themes : [];
		if (chosen.has(name) || part.trim() !== `${name}=${value}` || !known.includes(value))
			return null;
		chosen.set(name, value);
	}
	return `${choose(modes, chosen.get('mode'))}.${choose(themes, chosen.get('theme'))}`;
}

/**
 * The cache key of a request, or null when its answer may not be shared: other methods, credentials,
 * ranges, unknown cookies. `Accept` counts only as page or not page.
 */
export function cacheKey(
	method: string,
	url: string,
	headers: { cookie?: string; authorization?: string; range?: string; accept?: string }
): string | null {
	if (method !== 'GET' && method !== 'HEAD') return null;
	if (headers.authorization !== undefined || headers.range !== undefined) return null;
	const prefs = preferences(headers.cookie);
	if (prefs === null) return null;
	return `${headers.accept?.includes('text/html') ? 'p' : 'm'} ${prefs} ${url}`;
}
