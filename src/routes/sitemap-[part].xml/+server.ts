import { sitemap } from '$lib/domain/sitemap';
import { problem } from '$lib/server/problem';
import { file } from '$lib/server/sitemap';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { params, url, locals } = event;
	const number = /^[1-9]\d{0,4}$/.test(params.part) ? Number(params.part) : null;
	const pages = number && (await file(locals.db, number, locals.now));
	if (!pages) return problem(event, 404, 'path');
	return new Response(sitemap(pages, url.origin), {
		headers: { 'content-type': 'application/xml' }
	});
};
