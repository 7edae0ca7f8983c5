import { axisOf } from '$lib/domain/chart-axis';
import { localMoment } from '$lib/domain/hours';
import { attendanceOf } from '$lib/server/events/attendance';
import { askedOf } from './send.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const asked = askedOf(url.searchParams, localMoment(now).day);
	const found = await attendanceOf(db, who, asked, now);
	const axes = (rows: typeof found.months) => ({
		dates: axisOf(rows.map(({ dates }) => dates)),
		people: axisOf(rows.flatMap(({ counted, published }) => [counted, published]))
	});
	return {
		...found,
		demonstration: asked.demonstration,
		axes: { months: axes(found.months), towns: axes(found.towns), types: axes(found.types) }
	};
};
