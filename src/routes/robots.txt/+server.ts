import type { RequestHandler } from './$types';

/** Pages that are the visitor's own question or nobody's content; the data interface may be read. */
const CLOSED = ['/search', '/en/search', '/preferences', '/tiles/', '/embed', '/en/embed'];

export const GET: RequestHandler = ({ url }) =>
	new Response(
		[
			'User-agent: *',
			...CLOSED.map((path) => `Disallow: ${path}`),
			'Allow: /',
			'',
			`Sitemap: ${url.origin}/sitemap.xml`,
			''
		].join('\n'),
		{ headers: { 'content-type': 'text/plain; charset=utf-8' } }
	);
