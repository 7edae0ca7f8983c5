import { fail, redirect } from '@sveltejs/kit';
import { mayDo } from '$lib/domain/contests/entry-law';
import { ahead, aheadAfter } from '$lib/domain/contests/timeline';
import { href } from '$lib/domain/locale';
import {
	copyEntry,
	discardEntry,
	occasionOf,
	standingOf,
	withdrawEntry
} from '$lib/server/contests/entries';
import { pastOf, pendingOf } from '$lib/server/contests/entry-trace';
import { standOfEntry } from '$lib/server/judging/public-stand';
import { heard } from '$lib/server/heard';
import { openedFor, owedFor } from './opened.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, locale } = event.locals;
	const opened = await openedFor(event);
	const { entry, plan, role } = opened;
	const occasion = await occasionOf(db, opened, now);
	const { owed, files } = await owedFor(event, opened);
	if (entry.state === 'draft' && mayDo('save', standingOf(entry), role, occasion).ok)
		redirect(303, href(locale, `/account/entries/${entry.id}/${owed[0]?.step ?? 'check'}`));
	const past = await pastOf(db, entry.id);
	const judged = await standOfEntry(db, entry);
	// The last round that told this entry anything.
	const verdict = past.findLast(({ act }) => ['advance', 'stop', 'award'].includes(act));
	return {
		submitted: event.url.searchParams.has('submitted'),
		judged: { stand: judged.stand, prize: judged.prize },
		past,
		ahead: aheadAfter(ahead(plan, entry, now), {
			...judged,
			stopped: verdict?.act === 'stop'
		}),
		changed: entry.state !== 'draft' && (await pendingOf(db, opened, files)),
		mayWithdraw: mayDo('withdraw', standingOf(entry), role, occasion).ok,
		closed: occasion.window.closesAt !== null && now >= occasion.window.closesAt
	};
};

export const actions: Actions = {
	withdraw: async (event) => {
		const sent = await heard(event);
		const { entry, me } = await openedFor(event);
		const note = sent.get('note') ?? '';
		if (sent.get('sure') !== 'yes')
			return fail(422, { refusals: [{ field: 'sure', reason: 'sure' }], note });
		const ruled = await withdrawEntry(event.locals.db, me, entry.id, note);
		return ruled.ok ? { withdrawn: true } : fail(422, { refusals: ruled.refusals, note });
	},
	copy: async (event) => {
		const { entry, me } = await openedFor(event);
		const ruled = await copyEntry(event.locals.db, me, entry.id);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		redirect(303, href(event.locals.locale, `/account/entries/${ruled.value}/work`));
	},
	discard: async (event) => {
		const sent = await heard(event);
		const { entry, me } = await openedFor(event);
		if (sent.get('sure') !== 'yes')
			return fail(422, { refusals: [{ field: 'sure', reason: 'sure' }] });
		const ruled = await discardEntry(event.locals.db, me, entry.id);
		if (!ruled.ok) return fail(422, { refusals: ruled.refusals });
		redirect(303, href(event.locals.locale, '/account/entries?discarded'));
	}
};
