import { error } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { href } from '$lib/domain/locale';
import * as towns from '$lib/server/towns';
import * as trails from '$lib/server/trails';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, locale }, params, url }) => {
	const [found, known] = await Promise.all([trails.bySlug(db, params.slug), towns.all(db)]);
	if (!found) error(404, 'trail');
	const address = url.origin + href(locale, `/trails/${params.slug}`);
	return {
		...found,
		marked: trails.drawn(found.stops),
		towns: known,
		address,
		qr: renderSVG(address, { border: 0 })
	};
};
