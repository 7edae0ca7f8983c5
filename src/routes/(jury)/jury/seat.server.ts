import { error } from '@sveltejs/kit';
import type { By, Who } from '$lib/domain/people/who';
import type { Db } from '$lib/server/db/open';
import { seatOf } from '$lib/server/judging/desk';
import type { Seat } from '$lib/server/judging/desk';

interface Asking {
	params: { round: string };
	locals: { db: Db; who: Who | null; by: By; now: number };
}

/**
 * The seat of whoever asks in the round of the address.
 * @throws 404 for everybody who has none, and for rounds there are not
 */
export async function seatAt({ params, locals: { db, who, now } }: Asking): Promise<Seat> {
	const seat = await seatOf(db, who, params.round, now);
	if (!seat) error(404, { message: 'missing' });
	return seat;
}

/** What pages say about a round. */
export const roundShown = ({ round, edition, contest, juror, phase, signed }: Seat) => ({
	id: round.id,
	title: round.plan.title,
	plan: round.plan,
	edition: { zh: edition.titleZh, en: edition.titleEn },
	contest,
	label: juror.label,
	phase,
	signed: signed !== null,
	opensAt: round.opensAt,
	closesAt: round.closesAt,
	closedAt: round.closedAt
});
