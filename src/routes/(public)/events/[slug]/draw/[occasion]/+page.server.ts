import { error } from '@sveltejs/kit';
import { plainSigns } from '$lib/domain/certificates/code';
import { drawPage } from '$lib/server/signups/draw-page';
import type { PageServerLoad } from './$types';

/** Lines on one page; the whole list is in the file. */
const LINES = 200;

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const page = await drawPage(locals.db, {
		slug: params.slug,
		key: params.occasion,
		now: locals.now
	});
	if (!page) error(404, { message: 'path' });
	const typed = (url.searchParams.get('code') ?? '').slice(0, 40);
	const code = plainSigns(typed);
	const { lines, text, ...shown } = page;
	return {
		...shown,
		occasion: { key: page.occasion.key, startsAt: page.occasion.startsAt },
		total: lines.length,
		lines: lines.slice(0, LINES),
		listed: text !== null,
		typed,
		found: code ? (lines.find((line) => line.code === code) ?? null) : null
	};
};
