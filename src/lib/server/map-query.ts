import { formatFilter } from '$lib/domain/filter';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Base } from '$lib/domain/base';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { ask } from './ask';
import * as bases from './bases';
import { card } from './cards';
import type { Db } from './db/open';
import { readLayer } from './events/on-map';
import type { LayerAsked } from './events/on-map';

/** Above this many drawn places in one answer the map loads server clusters instead. */
export const POINTS_LIMIT = 2000;

/** The filter of an address as far as it says which places are drawn, without order and page. */
export function drawnQuery(filter: PlaceFilter): string {
	return formatFilter({ ...filter, near: null, sort: 'name', page: 1 }).toString();
}

/**
 * Everything the address of a map says: the filter, the base and the open place. Unknown names are
 * refused, so that a wrong link says so instead of showing something else.
 */
export async function readMap(db: Db, params: URLSearchParams, at: number) {
	const refusals: Refusal[] = [];
	const ruled = await ask(db, params);
	if (!ruled.ok) refusals.push(...ruled.refusals);
	const unknown = (field: string, value: string) =>
		refusals.push({ field, reason: 'unknown-value', detail: { value: value.slice(0, 60) } });

	const all = await bases.published(db);
	const wanted = params.get('base');
	const base: Base | undefined = wanted ? all.find(({ slug }) => slug === wanted) : all[0];
	if (!base) unknown('base', wanted ?? '');

	const slug = params.get('place');
	const open = slug ? await card(db, slug.slice(0, 80), at) : null;
	if (slug && !open) unknown('place', slug);

	const trails = params.get('trails');
	if (trails !== null && trails !== 'off') unknown('trails', trails);

	const layer = await readLayer(db, params, at);
	if (!layer.ok) refusals.push(...layer.refusals);

	type Read = {
		filter: PlaceFilter;
		bases: Base[];
		base: Base;
		card: typeof open;
		trails: boolean;
		events: LayerAsked | null;
	};
	const result: Ruled<Read> =
		refusals.length || !ruled.ok || !layer.ok || !base
			? refuse<Read>(...refusals)
			: accept({
					filter: ruled.value,
					bases: all,
					base,
					card: open,
					trails: trails !== 'off',
					events: layer.value
				});
	return result;
}
