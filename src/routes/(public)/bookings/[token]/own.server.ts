import { error } from '@sveltejs/kit';
import { byLink } from '$lib/server/signups/own';
import type { Own } from '$lib/server/signups/own';

/** The sign-up a link opens, while it has a ticket; else 404. */
export async function confirmedOwn({
	params,
	locals
}: {
	params: { token: string };
	locals: App.Locals;
}): Promise<Own> {
	const own = await byLink(locals.db, params.token);
	const { ground } = own ?? {};
	const off = ground?.occasion.standing === 'cancelled' || ground?.event.standing === 'cancelled';
	if (own?.row.state !== 'confirmed' || off) error(404, { message: 'path' });
	return own;
}

export const privately = { 'cache-control': 'private, no-store' };
