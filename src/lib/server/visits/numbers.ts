import type { Who } from '$lib/domain/people/who';
import { numbersOf } from '$lib/domain/visits/numbers';
import type { Numbers } from '$lib/domain/visits/numbers';
import type { Reader } from '../db/open';
import { visitsOfMonth } from './inbox';

/** The visits of a month in numbers, place by place in order of their names, without any person. */
export async function monthNumbers(
	db: Reader,
	who: Who | null,
	asked: { month: string; place: string }
): Promise<(Numbers & { place: { id: string; zh: string; en: string | null } })[]> {
	const rows = await visitsOfMonth(db, who, asked);
	const places = new Map(rows.map(({ place }) => [place.id, place]));
	return [...places.values()]
		.toSorted((a, b) => (a.zh < b.zh ? -1 : 1))
		.map((place) => ({
			place,
			...numbersOf(rows.flatMap(({ request }) => (request.placeId === place.id ? [request] : [])))
		}));
}
