import { error } from '@sveltejs/kit';
import { parseFilter } from '$lib/domain/filter';
import { findable } from '$lib/domain/modules';
import type { Refusal } from '$lib/domain/refusal';
import type { HitView } from '$lib/domain/search/hit';
import { switchesOf } from '$lib/server/frame';
import { find, related, show, understand } from '$lib/server/search';
import type { Found, Subject } from '$lib/server/search';
import type { PageServerLoad } from './$types';

const SIZE = 20;
const subjects = [
	'place',
	'trail',
	'event',
	'series',
	'article',
	'document'
] as const satisfies Subject[];

export const load: PageServerLoad = async ({ locals: { db, locale, now }, url }) => {
	const searched = findable(await switchesOf(db), subjects);
	const refusals: Refusal[] = [];
	const pages = parseFilter(new URLSearchParams({ page: url.searchParams.get('page') ?? '' }));
	if (!pages.ok) refusals.push(...pages.refusals);
	const wanted = url.searchParams.get('type') ?? '';
	const type = searched.find((subject) => subject === wanted);
	if (wanted && !type)
		refusals.push({
			field: 'type',
			reason: 'unknown-value',
			detail: { value: wanted.slice(0, 60) }
		});
	const q = url.searchParams.getAll('q').join(' ').trim();
	const ruled = await understand(db, q, searched, now);
	if (!ruled.ok) refusals.push(...ruled.refusals);
	if (!ruled.ok || !pages.ok || refusals.length) error(400, { message: 'refused', refusals });

	const asked = ruled.value;
	let { page } = pages.value;
	const ask = async (): Promise<Found> =>
		asked?.match
			? find(db, asked.match, {
					among: type ? [type] : searched,
					counting: searched,
					at: now,
					limit: SIZE,
					offset: (page - 1) * SIZE
				})
			: { total: 0, counts: {}, hits: [] };
	let found = await ask();
	if (found.total > 0 && found.hits.length === 0) {
		// A page past the last one shows the last one.
		page = Math.ceil(found.total / SIZE);
		found = await ask();
	}
	const hits: HitView[] = asked ? await show(db, found.hits, asked.search, locale) : [];
	return {
		q,
		type: type ?? null,
		page,
		size: SIZE,
		total: found.total,
		everything: Object.values(found.counts).reduce((sum, count) => sum + count, 0),
		facets: searched.map((subject) => ({ subject, count: found.counts[subject] ?? 0 })),
		near: asked?.near ?? false,
		filters: asked?.match ? await related(db, asked.search, locale) : [],
		hits
	};
};
