import { error } from '@sveltejs/kit';
import { limiter } from '$lib/server/corrections-limit';
import { checkDiploma } from '$lib/server/stamps/earned';
import type { PageServerLoad } from './$types';

const misses = limiter({ each: 40, all: 4000 });

export const load: PageServerLoad = async ({
	url,
	locals: { db },
	setHeaders,
	getClientAddress
}) => {
	setHeaders({ 'cache-control': 'no-store' });
	const typed = (url.searchParams.get('code') ?? '').slice(0, 80);
	if (!typed) return { typed, asked: false, found: null };
	const found = await checkDiploma(db, typed);
	if (!found && !(await misses.take(getClientAddress()))) error(429, { message: 'too-often' });
	return { typed, asked: true, found };
};
