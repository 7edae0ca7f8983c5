import { redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { register } from '$lib/server/people/register';
import { askByMail } from '../ask-by-mail.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { who, locale } }) => {
	if (who) redirect(303, href(locale, '/account'));
};

export const actions = { default: askByMail(register) } satisfies Actions;
