import { dateSpan } from '$lib/domain/events/date-text';
import { everyEvent } from '$lib/domain/events/filter';
import { everything } from '$lib/domain/filter';
import * as articles from '$lib/server/articles';
import * as events from '$lib/server/events/finding';
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

export const load: PageServerLoad = async ({ locals: { db, now, locale } }) => {
	const [tally, version, units, drawn, allTowns, allTrails, coming, past, allFigures, news, calls] =
		await Promise.all([
			places.tally(db, everything, now),
			contentVersion(db),
			recordedUnits(db),
			marks(db, everything, now),
			towns.all(db),
			trails.all(db),
			events.list(db, everyEvent, now, { limit: 3 }),
			events.list(db, { ...everyEvent, past: true }, now, { limit: 2 }),
			figures.all(db),
			articles.list(db, { at: now, limit: 3 }),
			openCalls(db, now)
		]);
	// Told here, so that the first page carries no script that tells times.
	const said = ({ events: found }: typeof coming) =>
		found.map(({ slug, title, summary, place, date, precision }) => ({
			...{ slug, title, summary, place },
			startsAt: date.startsAt,
			when: dateSpan(date, precision, locale)
		}));
	return {
		tally,
		marks: drawn,
		towns: allTowns,
		trails: allTrails,
		coming: said(coming),
		past: said(past),
		figures: allFigures.filter(({ featured }) => featured),
		points: { query: '', version, tiled: tally.drawn > POINTS_LIMIT },
		units: units.own,
		declaredUnits: allFigures.find(({ slug }) => slug === 'units-declared')?.value ?? null,
		news: news.articles,
		calls
	};
};
