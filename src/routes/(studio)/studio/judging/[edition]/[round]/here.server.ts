import { error } from '@sveltejs/kit';
import type { Db } from '$lib/server/db/open';
import { roundById } from '$lib/server/judging/rounds';
import type { RoundRow } from '$lib/server/judging/rounds';

interface Asking {
	params: { edition: string; round: string };
	locals: { db: Db };
}

/**
 * The round of the address. Forms do not pass through the layout, so each asks for itself.
 * @throws 404 for none, and for one of another edition
 */
export async function roundHere({ params, locals: { db } }: Asking): Promise<RoundRow> {
	const round = await roundById(db, params.edition, params.round);
	if (!round) error(404);
	return round;
}
