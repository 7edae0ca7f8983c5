import { error } from '@sveltejs/kit';
import { parseFilter } from '$lib/domain/filter';
import type { Refusal } from '$lib/domain/refusal';
import { dayStamp } from '$lib/domain/when';
import * as documents from '$lib/server/documents';
import { understand } from '$lib/server/search';
import type { PageServerLoad } from './$types';

const SIZE = 20;

export const load: PageServerLoad = async ({ locals: { db, now }, url }) => {
	const refusals: Refusal[] = [];
	const ruled = parseFilter(new URLSearchParams({ page: url.searchParams.get('page') ?? '' }));
	if (!ruled.ok) refusals.push(...ruled.refusals);
	const q = (url.searchParams.get('q') ?? '').trim();
	const understood = await understand(db, q, ['document'], now);
	if (!understood.ok) refusals.push(...understood.refusals);
	const year = url.searchParams.get('year') || null;
	if (year && !/^\d{4}$/.test(year))
		refusals.push({ field: 'year', reason: 'unknown-value', detail: { value: year.slice(0, 60) } });
	const issuer = url.searchParams.get('issuer')?.slice(0, 200) || null;
	if (!ruled.ok || refusals.length) error(400, { message: 'refused', refusals });

	const ask = { at: now, q, issuer, year };
	const { page } = ruled.value;
	return {
		...ask,
		today: dayStamp(now),
		page,
		size: SIZE,
		filtered: !!(q || issuer || year),
		...(await documents.facets(db, ask)),
		...(await documents.list(db, { ...ask, limit: SIZE, offset: (page - 1) * SIZE }))
	};
};
