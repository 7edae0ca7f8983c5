import type { When } from '$lib/domain/events/when';
import type { Content } from '$lib/domain/studio/field';
import type { Tx } from '../db/open';
import { admissions, newId } from '../db/schema';
import { keeperOf } from '../studio/nouns';
import { cite } from './cite';
import { demonstrationEvents, demonstrationSeries } from './demonstration';
import { events } from './events';
import { series as told } from './series';
import type { SeedEvent } from './shapes';

const datesOf = ({ precision, from, to }: SeedEvent): When => ({
	precision,
	first: { from, to: to ?? null },
	rule: null,
	days: 'any',
	more: [],
	except: []
});

/** Plants series with their chapters, and events with their dates, as the studio would publish them. */
export async function plantEvents(tx: Tx, now: number): Promise<void> {
	for (const one of [...told, demonstrationSeries]) {
		const content = { demonstration: false, album: [], ...one } as unknown as Content;
		await keeperOf('series').put(tx, newId(now), content, now);
	}
	const dated = events.map((one) => ({ ...one, when: datesOf(one), admission: null }));
	for (const one of [...dated, ...demonstrationEvents(now)]) {
		const { slug, type, title, summary, series, chapter, when, place, article, admission } = one;
		const id = newId(now);
		const content = {
			...{ slug, type, title, summary, series, chapter, when, place, article },
			demonstration: one.demonstration ?? false,
			programme: one.programme ?? [],
			audiences: one.audiences ?? [],
			languages: [],
			album: [],
			sources: []
		};
		await keeperOf('events').put(tx, id, content as unknown as Content, now);
		await cite(tx, 'event', id, one.cites);
		if (admission)
			await tx
				.insert(admissions)
				.values({ eventId: id, plan: admission, createdAt: now, updatedAt: now });
	}
}
