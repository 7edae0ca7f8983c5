import { error, fail } from '@sveltejs/kit';
import { heard } from '$lib/server/heard';
import { issuerOf } from '$lib/server/certificates/facts';
import { issue, readiness } from '$lib/server/certificates/issue';
import { batchesOf, isListState, listCertificates, PAGE } from '$lib/server/certificates/list';
import { announce, previewMail, tellingOf } from '$lib/server/certificates/mails';
import { wake } from '$lib/server/world';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, now } }) => {
	const asked = url.searchParams;
	const wanted = asked.get('state');
	const state = isListState(wanted) ? wanted : ('all' as const);
	const q = (asked.get('q') ?? '').slice(0, 80);
	const page = Math.min(1000, Math.max(1, Math.floor(Number(asked.get('page'))) || 1));
	const { env } = await wake();
	const ready = await readiness(db, env, params.edition, now);
	if (!ready) error(404);
	const found = await listCertificates(db, params.edition, { q, state, page });
	return {
		q,
		state,
		page,
		size: PAGE,
		due: ready.due.length,
		version: ready.saved.version,
		final: ready.final,
		issuer: !!issuerOf(ready.ground, ready.saved.design),
		stale: ready.stale.slice(0, 100),
		flawed: ready.flawed.map(({ award, flaws }) => ({
			...{ number: award.number, entry: award.entryTitle, flaws },
			winner: award.unit ?? award.names.join('、')
		})),
		batches: await batchesOf(db, params.edition),
		telling: await tellingOf(db, params.edition),
		preview: await previewMail(db, params.edition),
		list: found.rows,
		counts: found.counts,
		total: found.total
	};
};

export const actions: Actions = {
	issue: async (event) => {
		const form = await heard(event);
		const { db, by } = event.locals;
		const { env } = await wake();
		const version = Number(form.get('version') ?? NaN);
		const without = form.get('without') === 'on';
		const early = form.get('early') === 'on';
		const done = await issue(db, by, env, event.params.edition, { version, without, early });
		return done.ok
			? { issued: done.value }
			: fail(statusOf(done.refusals), { refusals: done.refusals });
	},
	announce: async (event) => {
		await heard(event);
		const { db, by } = event.locals;
		const done = await announce(db, by, event.params.edition);
		return done.ok ? { announced: done.value } : fail(422, { refusals: done.refusals });
	}
};
