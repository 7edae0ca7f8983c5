import { json } from '@sveltejs/kit';
import { limiter } from '$lib/server/corrections-limit';
import { readCarried } from '$lib/server/stamps/carry';
import type { RequestHandler } from './$types';

const limit = limiter({ each: 40, all: 6000 });

/** Checks the stamps of a file, or one typed from paper, before a passport takes them in; nothing is kept. */
export const POST: RequestHandler = async ({ request, locals: { db }, getClientAddress }) => {
	const headers = { 'cache-control': 'no-store' };
	const refused = (status: number, refusals: unknown) => json({ refusals }, { status, headers });
	if (!(await limit.take(getClientAddress())))
		return refused(429, [{ field: '', reason: 'too-often' }]);
	const read = await readCarried(db, await request.json().catch(() => null));
	return read.ok ? json(read.value, { headers }) : refused(422, read.refusals);
};
