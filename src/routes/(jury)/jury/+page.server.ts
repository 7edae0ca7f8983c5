import { seatsOf, progressFor } from '$lib/server/judging/desk';
import { tiesOf } from '$lib/server/judging/desk-ties';
import type { PageServerLoad } from './$types';

/** What can be judged now stands first, what is over last. */
const urgency = { open: 0, before: 1, over: 2 };

export const load: PageServerLoad = async ({ locals: { db, who, now } }) => {
	const seats = (await seatsOf(db, who, now)).sort((a, b) => urgency[a.phase] - urgency[b.phase]);
	return {
		rounds: await Promise.all(
			seats.map(async (seat) => ({
				id: seat.round.id,
				edition: { id: seat.edition.id, zh: seat.edition.titleZh, en: seat.edition.titleEn },
				contest: seat.contest,
				label: seat.juror.label,
				title: seat.round.plan.title,
				plan: seat.round.plan,
				phase: seat.phase,
				opensAt: seat.round.opensAt,
				closesAt: seat.round.closesAt,
				closedAt: seat.round.closedAt,
				signed: seat.signed !== null,
				progress: seat.phase === 'before' ? null : await progressFor(db, seat)
			}))
		),
		me: who!.id,
		ties: await tiesOf(db, who)
	};
};
