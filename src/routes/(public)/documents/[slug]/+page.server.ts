import { error } from '@sveltejs/kit';
import { picturesOf } from '$lib/domain/rich/walk';
import { dayStamp } from '$lib/domain/when';
import * as documents from '$lib/server/documents';
import { picturesFor } from '$lib/server/media/pictures';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now }, params }) => {
	const document = await documents.bySlug(db, params.slug, now);
	if (!document) error(404, 'document');
	const texts = [document.body?.zh, document.body?.en];
	const used = texts.flatMap((doc) => (doc ? picturesOf(doc) : []));
	const pictures = await picturesFor(
		db,
		used.map(({ asset }) => asset)
	);
	return { document, today: dayStamp(now), pictures: Object.fromEntries(pictures) };
};
