import { redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { signOut } from '$lib/server/people/account';
import { dropSession, dropStep } from '$lib/server/people/cookies';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { who } }) => ({ signedIn: who !== null });

export const actions: Actions = {
	default: async (event) => {
		const { db, by, who, locale } = event.locals;
		if (who) await signOut(db, { ...by, who });
		dropSession(event);
		dropStep(event);
		// What pages kept in this browser goes too; how it likes to read stays.
		event.setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, href(locale, '/'));
	}
};
