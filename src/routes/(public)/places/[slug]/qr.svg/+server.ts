import { error } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { href } from '$lib/domain/locale';
import { named } from '$lib/server/places/detail';
import type { RequestHandler } from './$types';

/** The address of a place's page as a QR code, for carrying it to the phone. */
export const GET: RequestHandler = async ({ params, url, locals: { db, locale } }) => {
	const place = await named(db, params.slug);
	if (!place) error(404, { message: 'no-place' });
	const svg = renderSVG(url.origin + href(locale, `/places/${place.slug}`), {
		ecc: 'M',
		border: 3,
		pixelSize: 4
	});
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } });
};
