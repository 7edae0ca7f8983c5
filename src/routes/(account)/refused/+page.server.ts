import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** What the front door shows to those it turns away; nobody comes here by a link. */
export const load: PageServerLoad = ({ url }) => {
	const why = url.searchParams.get('why');
	if (why !== 'signed-out' && why !== 'refused') error(404);
	return { why: why as 'signed-out' | 'refused' };
};
