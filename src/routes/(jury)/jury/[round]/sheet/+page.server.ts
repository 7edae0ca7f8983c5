import { error, fail } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { paperOf, signPaper } from '$lib/server/judging/sheet-paper';
import { provedSelf } from '$lib/server/people/self';
import { statusOf } from '$lib/server/refused';
import { roundShown, seatAt } from '../../seat.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const seat = await seatAt(event);
	if (seat.phase === 'before') error(404, { message: 'missing' });
	return { round: roundShown(seat), paper: await paperOf(db, seat), now };
};

export const actions: Actions = {
	sign: async (event) => {
		const sent = await heard(event);
		await seatAt(event);
		const me = provedSelf(event);
		const seen = (sent.get('digest') ?? '').slice(0, 64);
		const said = await signPaper(event.locals.db, me, event.params.round, seen);
		return said.ok ? { signed: true } : fail(statusOf(said.refusals), { refusals: said.refusals });
	}
};
