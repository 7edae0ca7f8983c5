import { error, fail, redirect } from '@sveltejs/kit';
import { officeRevocations } from '$lib/domain/certificates/facts';
import { href } from '$lib/domain/locale';
import type { Refusal } from '$lib/domain/refusal';
import { byId, oneOf, successorOf } from '$lib/server/certificates/certificates';
import { forgetNames, reissue, revoke } from '$lib/server/certificates/revoke';
import { heard } from '$lib/server/heard';
import { wake } from '$lib/server/world';
import { statusOf } from '$lib/server/refused';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db } }) => {
	const found = await oneOf(db, params.edition, params.id);
	if (!found) error(404);
	const next = await successorOf(db, found.id);
	const before = found.replaces && (await byId(db, found.replaces));
	return {
		certificate: found,
		next: next && { id: next.id, code: next.code },
		before: before ? { id: before.id, code: before.code } : null,
		done: url.searchParams.get('done')
	};
};

const refused = (of: string, refusals: Refusal[], values: Record<string, string> = {}) =>
	fail(statusOf(refusals), { of, refusals, values, ask: false });

export const actions: Actions = {
	/** Asks first: what is revoked stays revoked. */
	revoke: async (event) => {
		const form = await heard(event);
		const { db, by, locale } = event.locals;
		const { edition, id } = event.params;
		const kind = form.get('kind') ?? '';
		const why = (form.get('why') ?? '').slice(0, 2000);
		const values = { kind, why };
		if (!(await oneOf(db, edition, id)))
			return refused('revoke', [{ field: '', reason: 'gone' }], values);
		if (form.get('sure') !== 'yes') {
			const wrong: Refusal[] = [
				...(officeRevocations.some((one) => one === kind)
					? []
					: [{ field: 'kind', reason: 'choose-one' }]),
				...(why.trim().length < 2 ? [{ field: 'why', reason: 'missing' }] : [])
			];
			return wrong.length
				? refused('revoke', wrong, values)
				: { of: 'revoke', refusals: [] as Refusal[], values, ask: true };
		}
		const done = await revoke(db, by, edition, { id, kind, why });
		if (!done.ok) return refused('revoke', done.refusals, values);
		redirect(303, href(locale, `/studio/judging/${edition}/certificates/${id}?done=revoked`));
	},
	reissue: async (event) => {
		const form = await heard(event);
		const { db, by, locale } = event.locals;
		const { edition, id } = event.params;
		const [names, unit, why] = ['names', 'unit', 'why'].map((name) =>
			(form.get(name) ?? '').slice(0, 4000)
		) as [string, string, string];
		const { env } = await wake();
		const given = { id, names: names.split(/[\r\n]+/), unit, why };
		const done = await reissue(db, by, env, edition, given);
		if (!done.ok) return refused('reissue', done.refusals, { names, unit, why });
		redirect(
			303,
			href(locale, `/studio/judging/${edition}/certificates/${done.value}?done=reissued`)
		);
	},
	erase: async (event) => {
		const form = await heard(event);
		const { db, by, locale } = event.locals;
		const { edition, id } = event.params;
		if (form.get('sure') !== 'yes') return refused('erase', [{ field: 'sure', reason: 'sure' }]);
		const done = await forgetNames(db, by, edition, id);
		if (!done.ok) return refused('erase', done.refusals);
		redirect(303, href(locale, `/studio/judging/${edition}/certificates/${id}?done=erased`));
	}
};
