import { error } from '@sveltejs/kit';
import { daysShown, eventQuery } from '$lib/domain/events/filter';
import type { EventFilter } from '$lib/domain/events/filter';
import { dayStamp } from '$lib/domain/when';
import { ask } from '$lib/server/events/ask';
import { between, list } from '$lib/server/events/finding';
import { chaptersOf, seriesNames } from '$lib/server/events/detail';
import type { Db } from '$lib/server/db/open';
import * as towns from '$lib/server/towns';
import type { PageServerLoad } from './$types';

const SIZE = 20;
const DAY = 86_400_000;

export const load: PageServerLoad = async ({ locals: { db, now }, url }) => {
	const ruled = await ask(db, url.searchParams, now);
	if (!ruled.ok) error(400, { message: 'refused', refusals: ruled.refusals });
	const filter = ruled.value;
	const today = dayStamp(now);
	const { view } = filter;
	const common = {
		filter,
		size: SIZE,
		today,
		filtered: eventQuery({ ...filter, view: 'list', day: null, page: 1, past: false }).size > 0,
		towns: (await towns.all(db)).filter(({ slug, own }) => own || filter.towns.includes(slug)),
		series: await seriesNames(db, now),
		chapters: filter.series ? await chaptersOf(db, filter.series) : []
	};
	if (view === 'list')
		return { ...common, days: [], dates: [], ...(await pageOf(db, filter, now)) };
	const days = daysShown(view, filter.day ?? today);
	const from = Date.parse(`${days[0]}T00:00:00+08:00`);
	const dates = await between(db, filter, now, { from, to: from + days.length * DAY });
	return { ...common, days, dates, total: dates.length, events: [] };
};

/** The page asked for; one past the last shows the last. */
async function pageOf(db: Db, filter: EventFilter, now: number) {
	const at = async (page: number) => ({
		...(await list(db, filter, now, { limit: SIZE, offset: (page - 1) * SIZE })),
		filter: { ...filter, page }
	});
	const found = await at(filter.page);
	if (found.total || filter.page === 1) return found;
	const first = await at(1);
	return first.total > SIZE ? at(Math.ceil(first.total / SIZE)) : first;
}
