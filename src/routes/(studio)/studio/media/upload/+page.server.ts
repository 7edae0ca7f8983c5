import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { mayUpload } from '$lib/domain/people/may';
import { seen } from '$lib/server/media/change';
import { storeOf } from '$lib/server/media/store';
import { takeForm } from '$lib/server/media/upload';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who }, url }) => {
	if (!mayUpload(who)) error(403, { message: 'not-allowed' });
	const id = url.searchParams.get('replace');
	const asset = id ? await seen(db, who, id) : null;
	if (id && !asset) error(404, { message: 'no-media' });
	return {
		replaces: asset && { id: asset.id, name: asset.originalName, form: asset.form }
	};
};

export const actions: Actions = {
	default: async ({ request, url, locals: { db, by, locale } }) => {
		// Nothing of the body is read before this.
		if (!mayUpload(by.who)) error(403, { message: 'not-allowed' });
		const replaces = url.searchParams.get('replace');
		const { env } = await wake();
		const taken = await takeForm(
			{ db, store: storeOf(env), by, replaces, scanner: env.clamd },
			request
		);
		if (typeof taken === 'string')
			return fail(taken === 'too-many' ? 413 : 422, { reason: taken, taken: [] });
		const faults = taken.filter((each) => 'fault' in each);
		if (faults.length) {
			const large = faults.some(({ fault }) => fault === 'too-large');
			return fail(large ? 413 : 422, { reason: null, taken });
		}
		const [first] = taken;
		if (first && 'id' in first && taken.length === 1)
			redirect(
				303,
				href(locale, `/studio/media/${first.id}?done=${replaces ? 'replaced' : 'uploaded'}`)
			);
		redirect(303, href(locale, `/studio/media?uploaded=${taken.length}`));
	}
};
