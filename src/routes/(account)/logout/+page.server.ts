import { redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { LEFT, toClear } from '$lib/domain/people/leaving';
import { heard } from '$lib/server/heard';
import { signOut } from '$lib/server/people/account';
import { dropSession, dropStep } from '$lib/server/people/cookies';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { who } }) => ({ signedIn: who !== null });

export const actions: Actions = {
	default: async (event) => {
		const form = await heard(event);
		const { db, by, who, locale } = event.locals;
		if (who) await signOut(db, { ...by, who });
		dropSession(event);
		dropStep(event);
		// What pages kept for somebody in this browser goes too; how it likes to read stays.
		event.setHeaders({ 'clear-site-data': toClear(form.get(LEFT.name)) });
		redirect(303, href(locale, '/'));
	}
};
