import { error } from '@sveltejs/kit';
import { axisOf } from '$lib/domain/chart-axis';
import { archiveOf, publicContest } from '$lib/server/contests/public';
import { publicStands } from '$lib/server/judging/public-stand';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { db, now } }) => {
	const found = await publicContest(db, params.contest, now);
	if (!found) error(404, { message: 'path' });
	const archive = (await archiveOf(db, found.contest.id, now)).map(({ edition, figures }) => ({
		edition,
		figure: figures.find(({ key }) => key === 'entries') ?? null
	}));
	const known = archive.filter(({ figure }) => figure);
	const stands = await publicStands(
		db,
		found.editions.map(({ id }) => id)
	);
	return {
		...found,
		stands: found.editions.flatMap(({ id, slug, title }) => {
			const stand = stands.get(id);
			return stand ? [{ slug, title, stand }] : [];
		}),
		archive: known,
		axis: axisOf(known.map(({ figure }) => figure!.value))
	};
};
