import { error } from '@sveltejs/kit';
import { drawPage } from '$lib/server/signups/draw-page';
import type { RequestHandler } from './$types';

/** The sealed list, byte for byte as its hash was taken. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const page = await drawPage(locals.db, {
		slug: params.slug,
		key: params.occasion,
		now: locals.now
	});
	if (!page?.text) error(404, { message: 'path' });
	return new Response(page.text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="draw-${params.occasion}.json"`
		}
	});
};
