import { everything } from '$lib/domain/filter';
import * as articles from '$lib/server/articles';
import * as events from '$lib/server/events/coming';
import * as figures from '$lib/server/figures';
import { openCalls } from '$lib/server/contests/public';
import { contentVersion } from '$lib/server/db/write';
import { POINTS_LIMIT } from '$lib/server/map-query';
import { marks } from '$lib/server/marks';
import * as places from '$lib/server/places';
import { recordedUnits } from '$lib/server/places/recorded';
import * as towns from '$lib/server/towns';
import * as trails from '$lib/server/trails';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now } }) => {
	const [tally, version, units, drawn, allTowns, allTrails, coming, past, allFigures, news, calls] =
		await Promise.all([
			places.tally(db, everything, now),
			contentVersion(db),
			recordedUnits(db),
			marks(db, everything, now),
			towns.all(db),
			trails.all(db),
			events.coming(db, now, 3),
			events.past(db, now, 2),
			figures.all(db),
			articles.list(db, { at: now, limit: 3 }),
			openCalls(db, now)
		]);
	return {
		tally,
		marks: drawn,
		towns: allTowns,
		trails: allTrails,
		coming,
		past,
		figures: allFigures.filter(({ featured }) => featured),
		points: { query: '', version, tiled: tally.drawn > POINTS_LIMIT },
		units: units.own,
		declaredUnits: allFigures.find(({ slug }) => slug === 'units-declared')?.value ?? null,
		news: news.articles,
		calls
	};
};
