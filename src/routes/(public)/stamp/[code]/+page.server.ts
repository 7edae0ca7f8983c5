import { error, fail } from '@sveltejs/kit';
import { spotOf } from '$lib/domain/stamps/near';
import { limiter } from '$lib/server/corrections-limit';
import { heard } from '$lib/server/heard';
import { booksWith } from '$lib/server/stamps/books';
import { collect, memory } from '$lib/server/stamps/collect';
import { readPoster } from '$lib/server/stamps/posters';
import * as towns from '$lib/server/towns';
import type { Actions, PageServerLoad } from './$types';

/** Codes nobody signed, asked in ten minutes: whoever stands before a poster asks none. */
const misses = limiter({ each: 40, all: 4000 });
const remembered = memory();

export const load: PageServerLoad = async ({
	params,
	locals: { db },
	setHeaders,
	getClientAddress
}) => {
	// A renewed poster is noticed at once, so no answer is kept.
	setHeaders({ 'cache-control': 'no-store' });
	const read = await readPoster(db, params.code);
	if (read.kind === 'forged' && !(await misses.take(getClientAddress())))
		error(429, { message: 'too-often' });
	if (read.kind !== 'good') return { kind: read.kind, place: null, spot: null, needed: [] };
	const { place } = read;
	const [books, known] = await Promise.all([booksWith(db, place.slug), towns.bySlug(db)]);
	return {
		kind: read.kind,
		place: {
			slug: place.slug,
			name: { zh: place.nameZh, en: place.nameEn },
			town: (place.townSlug && known.get(place.townSlug)?.name) || null
		},
		spot: books.some(({ position }) => position !== 'off') ? spotOf(place) : null,
		needed: books.filter(({ position }) => position === 'required').map(({ title }) => title)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await heard(event);
		const { db, now } = event.locals;
		const many = Number(form.get('many') ?? '1');
		const address = event.getClientAddress();
		const given = await collect(db, remembered, { code: event.params.code, many, address, now });
		if (given.ok) return { given: given.value };
		const often = given.refusals[0]?.reason === 'too-often';
		return fail(often ? 429 : 422, { refusals: given.refusals });
	}
};
