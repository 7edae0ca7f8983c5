import type { PlaceFilter } from '$lib/domain/filter';
import { onlyKnown, refuseUnknown } from '$lib/domain/feature-query';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';
import { ask } from '../ask';
import type { Reader } from '../db/open';

const known = ['v', 'lang', 'kind', 'category', 'town', 'level', 'trail', 'open', 'q'] as const;

/** The filter of a tile's address and the content version it names; wrong ones are refused. */
export async function asked(
	db: Reader,
	params: URLSearchParams
): Promise<Ruled<{ filter: PlaceFilter; version: number | null }>> {
	const refusals = refuseUnknown(params, known);
	const v = params.get('v');
	if (v !== null && !/^\d{1,15}$/.test(v))
		refusals.push({ field: 'v', reason: 'unknown-value', detail: { value: v.slice(0, 60) } });
	const ruled = await ask(db, onlyKnown(params, known));
	if (!ruled.ok) refusals.push(...ruled.refusals);
	if (refusals.length || !ruled.ok) return refuse(...refusals);
	return accept({ filter: ruled.value, version: v === null ? null : Number(v) });
}

/**
 * How long a tile may be kept: for ever under an address that names the content it shows; what is
 * open now only holds for the minute; everything else is asked for again.
 */
export function keeping(filter: PlaceFilter, named: number | null, shown: number): string {
	if (named !== shown) return 'public, no-cache';
	return filter.open ? 'public, max-age=60' : 'public, max-age=31536000, immutable';
}
