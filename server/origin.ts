import type { Site } from './hosts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Methods this server knows; everything else, TRACE among them, is answered 405. */
export const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Whether a method may change anything (RFC 9110 §9.2.1). */
export function isUnsafe(method: string): boolean {
	return !SAFE.has(method);
}

/**
 * Whether an unsafe request was sent by a page of this site, whatever its content type.
 *
 * Both signals must agree where present: `Sec-Fetch-Site` has to be `same-origin`, `Origin` has to
 * be ours. A foreign or `null` origin is refused; a missing one passes only with
 * `Sec-Fetch-Site: same-origin`, which scripts cannot set. With neither header the sender is no
 * browser of ours and is refused too. Source: Fetch Metadata (W3C), ASVS 5.0 3.5.1–3.5.3.
 */
export function cameFromHere(
	site: Site,
	origin: string | undefined,
	fetchSite: string | string[] | undefined
): boolean {
	if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
	if (origin === undefined) return fetchSite === 'same-origin';
	return site.origins.has(origin);
}
