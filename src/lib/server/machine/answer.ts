import { createHash } from 'node:crypto';
import { presentation, refuseUnknown } from '$lib/domain/feature-query';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import type { Asking } from './speech';

type Format = 'json' | 'html';

/** What a machine's request brings besides its address. */
export type Requested = Asking & { request: Request };

/**
 * The format asked for: `f`, else a page for whoever accepts HTML and JSON for all others. Kept
 * answers tell the same two apart.
 */
export function formatOf({ url, request }: Requested): Ruled<Format> {
	const said = url.searchParams.get('f');
	if (said === 'json' || said === 'html') return accept(said);
	if (said !== null)
		return refuse({ field: 'f', reason: 'unknown-value', detail: { value: said.slice(0, 60) } });
	return accept(request.headers.get('accept')?.includes('text/html') ? 'html' : 'json');
}

/** The format asked for at an address that takes no other wishes; anything else in the query is refused. */
export function presentationOf(event: Requested): Ruled<Format> {
	const refusals = refuseUnknown(event.url.searchParams, presentation);
	const format = formatOf(event);
	if (!format.ok) refusals.push(...format.refusals);
	return refusals.length ? refuse(...refusals) : format;
}

/** The public address of the interface in the language of the request, without slash at its end. */
export function apiBase({ url, locals }: Asking): string {
	return `${url.origin}${locals.locale === 'en' ? '/en' : ''}/api`;
}

/** One link of a document (RFC 8288, OGC 17-069r4 §7.3). */
export interface Link {
	rel: string;
	href: string;
	type: string;
	title?: string;
	hreflang?: string;
}

/** A JSON document as an answer. */
export function json(
	body: unknown,
	{
		type = 'application/json',
		headers = {}
	}: { type?: string; headers?: Record<string, string> } = {}
): Response {
	return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
		headers: { 'content-type': type, vary: 'Accept', ...headers }
	});
}

/** A strong validator for a text, short enough for a header. */
export function tagFor(text: string): string {
	return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Sends whoever asks for a page to the page of the same content. */
export function toPage(location: string): Response {
	return new Response(null, { status: 303, headers: { location, vary: 'Accept' } });
}
