import { error } from '@sveltejs/kit';
import { bySlug } from '$lib/server/events/detail';
import { joinable } from '$lib/server/events/joinable';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now }, params }) => {
	const [event, join] = await Promise.all([
		bySlug(db, params.slug, now),
		joinable(db, params.slug, now)
	]);
	if (!event) error(404, { message: 'event' });
	return { event, join, now };
};
