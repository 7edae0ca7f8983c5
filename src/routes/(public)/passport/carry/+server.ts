import { json } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { href } from '$lib/domain/locale';
import { limiter } from '$lib/server/corrections-limit';
import { ourOrigin } from '$lib/server/mail';
import { deposit, fetchCarried } from '$lib/server/stamps/carry';
import type { RequestHandler } from './$types';

/** Per address and ten minutes: a household carries a few, whoever guesses codes asks for many. */
const limit = limiter({ each: 20, all: 3000 });

/** Takes a passport in for a few minutes (`{give}`) and gives it out once (`{take}`). */
export const POST: RequestHandler = async ({
	request,
	locals: { db, now, locale },
	getClientAddress
}) => {
	const headers = { 'cache-control': 'no-store' };
	const refused = (status: number, refusals: unknown) => json({ refusals }, { status, headers });
	if (!(await limit.take(getClientAddress())))
		return refused(429, [{ field: '', reason: 'too-often' }]);
	const sent: unknown = await request.json().catch(() => null);
	const { give, take } = (typeof sent === 'object' && sent ? sent : {}) as Record<string, unknown>;
	if (typeof take === 'string') {
		const bundle = await fetchCarried(db, take, now);
		return bundle.ok ? json(bundle.value, { headers }) : refused(422, bundle.refusals);
	}
	const code = await deposit(db, give, now);
	if (!code.ok) return refused(422, code.refusals);
	// The code stands behind the hash: it reaches no log on the way.
	const address = `${new URL(ourOrigin()).origin}${href(locale, '/passport')}#take=${code.value}`;
	return json({ code: code.value, qr: renderSVG(address, { border: 2 }) }, { headers });
};
