import { everything } from '$lib/domain/filter';
import { all as figures } from '$lib/server/figures';
import { tally } from '$lib/server/places';
import { recordedUnits } from '$lib/server/places/recorded';
import { answer } from '../places/ask.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const [page, recorded, whole, published] = await Promise.all([
		answer(event, 'unit'),
		recordedUnits(db),
		tally(db, { ...everything, kinds: ['unit'] }, now),
		figures(db)
	]);
	return {
		...page,
		recorded,
		counts: whole.categories,
		declared: published.find(({ slug }) => slug === 'units-declared') ?? null
	};
};
