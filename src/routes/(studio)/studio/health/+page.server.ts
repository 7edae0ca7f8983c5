import { fail } from '@sveltejs/kit';
import { board, lookOutside } from '$lib/server/health';
import { readSettings } from '$lib/server/site';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, now } }) => ({
	signs: await board(db, now),
	allowed: (await readSettings(db))['health.external'] ?? false
});

export const actions: Actions = {
	default: async ({ locals: { db, by } }) => {
		const done = await lookOutside(db, by);
		return done.ok ? { done: true } : fail(409, { reason: done.refusals[0]!.reason });
	}
};
