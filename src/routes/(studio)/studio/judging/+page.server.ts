import { judgedEditions } from '$lib/server/judging/rounds-desk';
import { laid } from './laid.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now } }) => ({
	editions: (await judgedEditions(db)).map(({ edition, rounds }) => ({
		edition,
		rounds: rounds.map((round) => laid(round, now))
	}))
});
