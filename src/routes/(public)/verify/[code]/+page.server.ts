import { error, redirect } from '@sveltejs/kit';
import { grouped, plainSigns } from '$lib/domain/certificates/code';
import { href } from '$lib/domain/locale';
import { verify } from '$lib/server/certificates/verify';
import { limiter } from '$lib/server/corrections-limit';
import type { PageServerLoad } from './$types';

/** Codes nobody issued, asked in ten minutes: whoever holds a certificate asks none. */
const misses = limiter({ each: 40, all: 4000 });

export const load: PageServerLoad = async (event) => {
	const { params, locals, setHeaders, getClientAddress } = event;
	const { db, locale } = locals;
	// A revocation is seen at once, so no answer is kept.
	setHeaders({ 'cache-control': 'no-store' });
	const verdict = await verify(db, params.code);
	if (verdict.kind === 'unknown' && !(await misses.take(getClientAddress())))
		error(429, { message: 'too-often' });
	if (verdict.kind !== 'trouble') {
		const own = grouped(plainSigns(params.code));
		if (own !== params.code) redirect(303, href(locale, `/verify/${own}`));
	}
	return { verdict, typed: params.code.slice(0, 60) };
};
