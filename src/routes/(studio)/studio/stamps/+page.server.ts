import { fail } from '@sveltejs/kit';
import { axisOf } from '$lib/domain/chart-axis';
import { heard } from '$lib/server/heard';
import { STAMP_LISTS, byDay, keptPlaces } from '$lib/server/stamps/counts';
import { issuePosters } from '$lib/server/stamps/posters';
import type { Actions, PageServerLoad } from './$types';

const SIZE = 50;

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const asked = url.searchParams;
	const q = (asked.get('q') ?? '').slice(0, 80);
	const list = STAMP_LISTS.find((one) => one === asked.get('list')) ?? 'all';
	const page = Math.min(10_000, Math.max(1, Math.floor(Number(asked.get('page'))) || 1));
	const [found, days] = await Promise.all([
		keptPlaces(db, who, { q, list, page, size: SIZE, now }),
		byDay(db, who, now)
	]);
	return {
		...{ q, page, size: SIZE, days, nothing: asked.has('nothing') },
		...{ axis: axisOf(days.map(({ given }) => given)), list, rows: found.rows },
		...{ total: found.total, counts: found.counts }
	};
};

export const actions: Actions = {
	issue: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const done = await issuePosters(db, by, form.all('place'));
		return done.ok ? { issued: done.value } : fail(422, { refusals: done.refusals });
	}
};
