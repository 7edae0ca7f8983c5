import { ahead } from '$lib/domain/contests/timeline';
import { entriesOf } from '$lib/server/contests/entries';
import { self } from '$lib/server/people/self';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { who } = self(event);
	const rows = await entriesOf(db, who);
	return {
		now,
		entries: rows.map(({ entry, edition, contest, mine }) => ({
			id: entry.id,
			title: entry.content.title,
			number: entry.number,
			state: entry.state,
			channel: entry.channel,
			mine,
			changedAt: entry.updatedAt,
			category: edition.plan?.categories.find(({ id }) => id === entry.categoryId)?.title ?? null,
			contest: { zh: contest.titleZh, en: contest.titleEn },
			edition: { zh: edition.titleZh, en: edition.titleEn },
			next: edition.plan ? (ahead(edition.plan, entry, now)[0] ?? null) : null
		}))
	};
};
