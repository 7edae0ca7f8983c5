import { fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { dataOf, forgetMine } from '$lib/server/contests/my-data';
import { self } from '$lib/server/people/self';
import { readForm } from '$lib/server/read-form';
import { wordsOf } from '../entries/[id]/paper.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { who } = self(event);
	const { acts, ...held } = await dataOf(db, who, now);
	const { searchParams } = event.url;
	return {
		held: { ...held, acts: acts.length },
		done: searchParams.has('gone')
			? {
					gone: Number(searchParams.get('gone')) || 0,
					asked: Number(searchParams.get('asked')) || 0
				}
			: null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, locale } = event.locals;
		const { sure } = await readForm(event.request, 'sure');
		if (sure !== 'yes') return fail(422, { refusals: [{ field: 'sure', reason: 'sure' }] });
		const { data } = await wordsOf('zh');
		const { gone, asked } = await forgetMine(db, self(event), data.asked);
		redirect(303, href(locale, `/account/mine?gone=${gone}&asked=${asked}`));
	}
};
