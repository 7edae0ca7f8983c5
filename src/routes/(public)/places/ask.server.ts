import { error } from '@sveltejs/kit';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Kind } from '$lib/domain/place';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { highlight } from '$lib/domain/search/highlight';
import type { Segment } from '$lib/domain/search/highlight';
import { say } from '$lib/domain/text';
import type { Locale } from '$lib/domain/locale';
import type { PlaceView } from '$lib/domain/view';
import { ask } from '$lib/server/ask';
import type { Db } from '$lib/server/db/open';
import * as places from '$lib/server/places';
import { loadReadings } from '$lib/server/readings';
import { understand } from '$lib/server/search';
import * as towns from '$lib/server/towns';
import * as trails from '$lib/server/trails';

const SIZE = 20;

const views = ['cards', 'table'] as const;
type View = (typeof views)[number];

/**
 * A filter and how to show it, from the address; `only` fixes the kind of a page for one kind.
 */
export async function readAsk(
	db: Db,
	params: URLSearchParams,
	only?: Kind
): Promise<Ruled<{ filter: PlaceFilter; view: View }>> {
	const read = await ask(db, params);
	const refusals: Refusal[] = read.ok ? [] : [...read.refusals];
	const unknown = (field: string, value: string) =>
		refusals.push({ field, reason: 'unknown-value', detail: { value: value.slice(0, 60) } });
	const wanted = params.get('view') || 'cards';
	const view = views.find((known) => known === wanted);
	if (!view) unknown('view', wanted);
	if (only && read.ok) {
		const other = read.value.kinds.find((kind) => kind !== only);
		if (other) unknown('kind', other);
	}
	if (!read.ok || !view || refusals.length) return refuse(...refusals);
	return accept({ filter: only ? { ...read.value, kinds: [only] } : read.value, view });
}

/**
 * Everything a page of the register shows for the question in its address.
 * @throws a 400 page that lists everything refused
 */
export async function answer(
	{ url, locals: { db, now, locale } }: { url: URL; locals: App.Locals },
	only?: Kind
) {
	const ruled = await readAsk(db, url.searchParams, only);
	if (!ruled.ok) error(400, { message: 'refused', refusals: ruled.refusals });
	const { filter, view } = ruled.value;
	const [tally, list, known, lines] = await Promise.all([
		places.tally(db, filter, now),
		places.list(db, filter, { at: now, limit: SIZE }),
		towns.all(db),
		trails.all(db)
	]);
	return {
		filter,
		view,
		size: SIZE,
		tally,
		places: list,
		hits: filter.q ? await hits(db, filter.q, list, locale) : {},
		towns: known
			.filter(({ slug }) => tally.towns[slug] || filter.towns.includes(slug))
			.map(({ slug, name, own }) => ({ slug, name, own })),
		trails: lines.map(({ slug, name }) => ({ slug, name }))
	};
}

/** What the search found, marked in the names and summaries the reader sees, by slug. */
async function hits(db: Db, q: string, list: PlaceView[], locale: Locale) {
	const ruled = await understand(db, q, ['place']);
	const terms = (ruled.ok && ruled.value?.search.terms) || [];
	const readings = terms.some(({ kind }) => kind === 'word') ? await loadReadings() : undefined;
	const marked: Record<string, { name: Segment[]; summary: Segment[] }> = {};
	for (const place of list)
		marked[place.slug] = {
			name: highlight(say(place.name, locale), terms, readings),
			summary: highlight(say(place.summary, locale), terms, readings, { initials: false })
		};
	return marked;
}
