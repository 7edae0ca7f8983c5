import { sitemap, sitemapIndex } from '$lib/domain/sitemap';
import { file, files } from '$lib/server/sitemap';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals }) => {
	const many = await files(locals.db, locals.now);
	const body =
		many > 1
			? sitemapIndex(Array.from({ length: many }, (_, i) => `${url.origin}/sitemap-${i + 1}.xml`))
			: sitemap((await file(locals.db, 1, locals.now)) ?? [], url.origin);
	return new Response(body, { headers: { 'content-type': 'application/xml' } });
};
