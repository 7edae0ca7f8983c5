import { fail } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { limiter } from '$lib/server/corrections-limit';
import { heard } from '$lib/server/heard';
import { ourOrigin } from '$lib/server/mail';
import { reserve } from '$lib/server/stamps/booklets';
import { bookOr404, codesOf } from '../../shown.server';
import type { Actions, PageServerLoad } from './$types';

const limit = limiter({ each: 30, all: 2000 });

export const load: PageServerLoad = async ({ params, locals: { db }, setHeaders }) => {
	// The stock changes with every reservation.
	setHeaders({ 'cache-control': 'no-store' });
	return { book: await bookOr404(db, params.book) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await heard(event);
		if (!(await limit.take(event.getClientAddress())))
			return fail(429, { refusals: [{ field: '', reason: 'too-often' }] });
		const { db, by } = event.locals;
		const done = await reserve(db, by, event.params.book, codesOf(form));
		if (!done.ok) return fail(422, { refusals: done.refusals });
		const { origin } = new URL(ourOrigin());
		const address = `${origin}/studio/stamps/redeem?code=${done.value.code}`;
		return { reserved: done.value, qr: renderSVG(address, { border: 2 }) };
	}
};
