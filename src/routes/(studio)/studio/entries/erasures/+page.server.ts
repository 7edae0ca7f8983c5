import { fail } from '@sveltejs/kit';
import type { Refusal } from '$lib/domain/refusal';
import { grantErasure, keepErasure, listErasures } from '$lib/server/contests/erasures';
import { noForm } from '$lib/server/no-form';
import { statusOf } from '$lib/server/refused';
import { textOf } from '../asked.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { db, who, now } }) => {
	const done = url.searchParams.get('done') === 'yes';
	return { rows: await listErasures(db, who, { done, now }), done, now };
};

const refused = (id: string, refusals: Refusal[], reason = '') =>
	fail(statusOf(refusals), { id, refusals, reason });

export const actions: Actions = {
	grant: async ({ request, locals: { db, by } }) => {
		const id = textOf(await request.formData().catch(noForm), 'id');
		const granted = await grantErasure(db, by, id);
		return granted.ok ? { said: 'deleted' as const } : refused(id, granted.refusals);
	},
	keep: async ({ request, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const [id, reason] = [textOf(form, 'id'), textOf(form, 'reason')];
		const kept = await keepErasure(db, by, id, reason);
		return kept.ok ? { said: 'kept' as const } : refused(id, kept.refusals, reason);
	}
};
