import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { mayImport } from '$lib/domain/people/may';
import { bring } from '$lib/server/studio/import-file';
import { wake } from '$lib/server/world';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals: { who, now, locale } }) => {
		if (!who || !mayImport(who)) error(403);
		const { env } = await wake();
		const brought = await bring(env.dataDir, who.id, request, now);
		if ('fault' in brought)
			return fail(brought.fault === 'too-big' ? 413 : 422, { fault: brought.fault });
		redirect(303, href(locale, `/studio/import/${brought.id}`));
	}
};
