import { error, fail } from '@sveltejs/kit';
import { isSettingGroup, readSettingForm, settingGroups } from '$lib/domain/settings';
import type { SettingGroup } from '$lib/domain/settings';
import { noForm } from '$lib/server/no-form';
import { group, saveGroup } from '$lib/server/settings';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db } }) => {
	const groups = Object.keys(settingGroups) as SettingGroup[];
	return {
		groups: await Promise.all(groups.map(async (name) => ({ name, ...(await group(db, name)) })))
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { db, by } }) => {
		const form = await request.formData().catch(noForm);
		const text = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const which = text('group');
		if (!isSettingGroup(which)) error(400);
		const { values, refusals } = readSettingForm(which, text);
		if (refusals.length) return fail(422, { group: which, values, refusals });
		const done = await saveGroup(db, by, which, { values, mark: text('mark') });
		if (done.ok) return { group: which, changed: done.value.changed };
		// Somebody else’s newer values are shown; ours would silently overwrite them.
		const meanwhile = done.refusals.some(({ reason }) => reason === 'changed-meanwhile');
		return fail(meanwhile ? 409 : 422, {
			group: which,
			values: meanwhile ? null : values,
			refusals: done.refusals
		});
	}
};
