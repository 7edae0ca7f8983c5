import type { OutgoingHttpHeaders } from 'node:http';
import { isCompressible } from './compress';

/** What decides the headers of one answer, besides what the answer says itself. */
export type Asked = {
	/** Request id, sent back as `X-Request-Id`. */
	id: string;
	/** Request path without query, as sent. */
	path: string;
	/** True when the answer may depend on who is asking (any cookie that is not a preference). */
	personal: boolean;
	/** True when the site is served over TLS. */
	secure: boolean;
};

type Head = {
	getHeader(name: string): OutgoingHttpHeaders[string];
	setHeader(name: string, value: string): unknown;
	removeHeader(name: string): void;
};

const OPEN = /^\/(?:api|tiles|feeds)(?:\/|$)/;
const SHARED_FILES = /^\/(?:og|bases|embed\.js)(?:[/.]|$)/;
const MACHINES =
	/^\/(?:(?:api|tiles|feeds)(?:\/|$)|(?:sitemap|robots)[^/]*$|\.well-known\/)|\.ics$/;
const EMBED = /^\/embed(?:\/|$)/;
/** Previews stand in a frame beside their form; no other site may frame them. */
const PREVIEW = /^\/studio\/[a-z]+\/[a-z0-9-]+\/preview$/;

const PERMISSIONS =
	'accelerometer=(), camera=(self), display-capture=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()';

/** Headers that are the same on every answer. */
export const ALWAYS: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': PERMISSIONS,
	'Cross-Origin-Opener-Policy': 'same-origin',
	'X-Permitted-Cross-Domain-Policies': 'none'
};

/** What an answer may ask for instead: to tell other sites even less of its address. */
const QUIETER = new Set<unknown>(['no-referrer', 'same-origin']);

/** Two years, subdomains included (ASVS 5.0 3.4.1). Only ever sent by a site served over TLS. */
const HSTS = 'max-age=63072000; includeSubDomains';

/** True for paths whose answers any other site may read: machines' open data, GET only. */
export function isOpenData(path: string): boolean {
	return OPEN.test(withoutLocale(path));
}

/** True for the one group of pages that other sites may frame. */
export function isEmbed(path: string): boolean {
	return EMBED.test(withoutLocale(path));
}

function withoutLocale(path: string): string {
	return path.startsWith('/en/') ? path.slice(3) : path;
}

/**
 * The content-security-policy of an answer that brought none. A script keeps `default-src 'self'`
 * because a worker obeys the policy of its own file; an SVG may style itself but runs in a sandbox.
 */
export function fallbackCsp(type: string, connect: readonly string[] = []): string {
	if (/javascript/.test(type))
		return `default-src 'self'; connect-src ${['self']
			.map((s) => `'${s}'`)
			.concat('data:', 'blob:', connect)
			.join(' ')}; object-src 'none'; frame-ancestors 'none'`;
	if (/svg|xml/.test(type))
		return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
	if (type.startsWith('text/html'))
		return "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
	return "default-src 'none'; frame-ancestors 'none'";
}

/** Adds `charset=utf-8` to a text type that names none. */
export function withCharset(type: string): string {
	if (
		/;\s*charset=/i.test(type) ||
		!/^(?:text\/|application\/(?:.*\+)?(?:json|xml|javascript)|image\/svg)|manifest/i.test(type)
	)
		return type;
	return `${type.trim().replace(/;$/, '')}; charset=utf-8`;
}

/** Adds a value to a `Vary` header without repeating it. */
function vary(head: Head, value: string): void {
	const now = String(head.getHeader('vary') ?? '');
	if (now === '*' || now.toLowerCase().split(/,\s*/).includes(value.toLowerCase())) return;
	head.setHeader('Vary', now === '' ? value : `${now}, ${value}`);
}

/**
 * Dresses an answer just before it leaves: security headers, charset, framing, sharing between
 * origins, caching. Runs for every answer of this server without exception; what the answer already
 * says about caching or its policy is kept where it is not weaker.
 */
export function dress(head: Head, status: number, asked: Asked, connect: readonly string[]): void {
	const referrer = head.getHeader('referrer-policy');
	for (const name in ALWAYS) head.setHeader(name, ALWAYS[name]!);
	if (QUIETER.has(referrer)) head.setHeader('Referrer-Policy', String(referrer));
	head.setHeader('X-Request-Id', asked.id);
	if (asked.secure) head.setHeader('Strict-Transport-Security', HSTS);
	head.removeHeader('x-sveltekit-page');
	head.removeHeader('x-liantu-cacheable');

	let type = String(head.getHeader('content-type') ?? '');
	if (type !== '') head.setHeader('Content-Type', (type = withCharset(type)));
	const html = type.startsWith('text/html');
	const path = withoutLocale(asked.path);

	const framed = EMBED.test(path) && status < 400;
	const own = head.getHeader('content-security-policy');
	const csp = own === undefined ? fallbackCsp(type, connect) : String(own);
	const beside = PREVIEW.test(path) && status < 400;
	const who = framed ? '*' : beside ? "'self'" : "'none'";
	head.setHeader('Content-Security-Policy', frameRule(csp, who));
	if (framed) head.removeHeader('X-Frame-Options');
	else head.setHeader('X-Frame-Options', beside ? 'SAMEORIGIN' : 'DENY');

	const open = OPEN.test(path);
	const cross = open || framed || SHARED_FILES.test(path);
	head.setHeader('Cross-Origin-Resource-Policy', cross ? 'cross-origin' : 'same-origin');
	if (open) {
		head.setHeader('Access-Control-Allow-Origin', '*');
		head.setHeader('Access-Control-Expose-Headers', 'ETag, Link, Retry-After, X-Request-Id');
	} else head.removeHeader('Access-Control-Allow-Origin');
	head.removeHeader('Access-Control-Allow-Credentials');

	if (status >= 400) head.setHeader('Cache-Control', 'no-store');
	else if (head.getHeader('set-cookie') !== undefined)
		head.setHeader('Cache-Control', 'private, no-store');
	else if (
		asked.personal &&
		!/immutable|private|no-store/.test(String(head.getHeader('cache-control')))
	)
		head.setHeader('Cache-Control', 'private, no-cache');
	else if (head.getHeader('cache-control') === undefined)
		head.setHeader(
			'Cache-Control',
			!html && MACHINES.test(path) ? 'public, no-cache' : 'private, no-cache'
		);
	if (html || !MACHINES.test(path)) {
		if (!/^public/.test(String(head.getHeader('cache-control')))) vary(head, 'Cookie');
	}
	if (isCompressible(type)) vary(head, 'Accept-Encoding');
}

function frameRule(csp: string, who: string): string {
	const rest = csp
		.split(';')
		.map((rule) => rule.trim())
		.filter((rule) => rule !== '' && !rule.startsWith('frame-ancestors'));
	return [...rest, `frame-ancestors ${who}`].join('; ');
}
