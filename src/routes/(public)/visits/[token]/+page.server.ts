import { error, fail, redirect } from '@sveltejs/kit';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { headsOf } from '$lib/domain/visits/request';
import { deedsFor, isOver, stateAt } from '$lib/domain/visits/visit';
import { limiter } from '$lib/server/corrections-limit';
import { heard, heardWithFile } from '$lib/server/heard';
import { dropLetter, keepLetter, readLetter } from '$lib/server/letters';
import { placeOf, planOf, standOf } from '$lib/server/visits/ground';
import { cancelVisit, changeHeads, confirmVisit, rowOf } from '$lib/server/visits/group';
import { addLetter } from '$lib/server/visits/letter';
import { saidIn } from '$lib/server/visits/said';
import { wake } from '$lib/server/world';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const limit = limiter({ each: 30, all: 3000 });

export const load: PageServerLoad = async ({ params, url, locals: { db, now }, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	const row = await rowOf(db, params.token);
	if (!row) error(404, { message: 'path' });
	const plan = await planOf(db, row.placeId);
	const stand = standOf(row);
	const state = stateAt(stand, now);
	const said = saidIn(row);
	const { code, heads, batches, wishDay, wishStarts, day, starts, ends } = row;
	return {
		visit: {
			...{ code, heads, batches, wishDay, wishStarts, day, starts, ends, state },
			...{ offeredUntil: row.offeredUntil, reason: row.reason, forgetAt: row.forgetAt },
			letter: row.letterScan,
			group: said?.group ?? null,
			mailed: !!said?.email,
			deeds: deedsFor('group', stand, now),
			over: isOver(state)
		},
		place: await placeOf(db, row.placeId),
		plan: plan && {
			open: plan.open,
			batch: plan.batch,
			largest: plan.largest,
			letterFrom: plan.letterFrom,
			note: plan.note
		},
		token: params.token,
		done: url.searchParams.get('done')
	};
};

const refused = (of: string, refusals: readonly Refusal[], typed: Record<string, string> = {}) =>
	fail(statusOf(refusals), { of, refusals: [...refusals], typed });

/** Does something with the link once it is not too often. */
async function doing(
	event: RequestEvent,
	of: string,
	act: () => Promise<Ruled<true>>,
	typed: Record<string, string> = {}
) {
	if (!(await limit.take(event.getClientAddress())))
		return fail(429, { of, refusals: [{ field: '', reason: 'too-often' }] as Refusal[], typed });
	const done = await act();
	if (!done.ok) return refused(of, done.refusals, typed);
	redirect(303, `?done=${of}`);
}

export const actions: Actions = {
	confirm: async (event) => {
		await heard(event);
		const { db, by } = event.locals;
		return doing(event, 'confirm', () => confirmVisit(db, by, event.params.token));
	},
	heads: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const heads = form.get('heads') ?? '';
		return doing(event, 'heads', () => changeHeads(db, by, event.params.token, headsOf(heads)), {
			heads: heads.slice(0, 20)
		});
	},
	letter: async (event) => {
		const form = await heardWithFile(event);
		const { db, by } = event.locals;
		const read = await readLetter(form.get('letter'));
		if (!read.ok) return refused('letter', read.refusals);
		const bytes = read.value;
		if (!bytes) return refused('letter', [{ field: 'letter', reason: 'no-letter' }]);
		// Nothing is stored for a link that opens nothing.
		if (!(await rowOf(db, event.params.token)))
			return refused('letter', [{ field: '', reason: 'gone' }]);
		return doing(event, 'letter', async () => {
			const letter = await keepLetter(bytes);
			const { env } = await wake();
			const added = await addLetter(db, by, event.params.token, letter, { scanned: !!env.clamd });
			if (!added.ok) await dropLetter(letter);
			return added;
		});
	},
	cancel: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		if (form.get('sure') !== 'yes') return refused('cancel', [{ field: 'sure', reason: 'sure' }]);
		return doing(event, 'cancel', () => cancelVisit(db, by, event.params.token));
	}
};
