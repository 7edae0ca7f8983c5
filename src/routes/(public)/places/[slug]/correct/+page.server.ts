import { error, fail, redirect } from '@sveltejs/kit';
import { parseCorrection, referencePattern } from '$lib/domain/correction';
import type { Refusal } from '$lib/domain/refusal';
import { href } from '$lib/domain/locale';
import { simplified } from '$lib/domain/search/simplified';
import { submit } from '$lib/server/corrections';
import { limiter } from '$lib/server/corrections-limit';
import { noForm } from '$lib/server/no-form';
import { named } from '$lib/server/places/detail';
import type { Actions, PageServerLoad } from './$types';

const limit = limiter();

export const load: PageServerLoad = async ({ params, url, locals: { db }, setHeaders }) => {
	const place = await named(db, params.slug);
	if (!place) error(404, { message: 'no-place' });
	const thanks = url.searchParams.get('thanks');
	if (thanks !== null) setHeaders({ 'cache-control': 'no-store' });
	return {
		place: { slug: place.slug, name: { zh: place.nameZh, en: place.nameEn } },
		thanks: thanks !== null && referencePattern.test(thanks) ? thanks : null
	};
};

export const actions: Actions = {
	default: async ({ request, params, locals: { db, now, locale }, getClientAddress }) => {
		const place = await named(db, params.slug);
		if (!place) error(404, { message: 'no-place' });
		const form = await request.formData().catch(noForm);
		const text = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const typed = {
			field: text('field'),
			statement: text('statement'),
			evidence: text('evidence')
		};
		const refused = (status: number, refusals: Refusal[]) => fail(status, { typed, refusals });
		const thanks = (number: string) =>
			redirect(303, href(locale, `/places/${place.slug}/correct?thanks=${number}`));

		const ruled = parseCorrection(typed, simplified);
		if (!ruled.ok) return refused(422, ruled.refusals);
		if (!(await limit.take(getClientAddress())))
			return refused(429, [{ field: 'form', reason: 'too-often' }]);
		// A field no person sees: what fills it in is told the same as everybody and not stored.
		if (text('website')) thanks('00000-00000');
		thanks(await submit(db, place.id, ruled.value, now));
	}
};
