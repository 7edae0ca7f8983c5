import { fail } from '@sveltejs/kit';
import { askOffice, markRead, MESSAGE_LIMIT, messagesOf } from '$lib/server/contests/messages';
import { readForm } from '$lib/server/read-form';
import { openedFor } from '../opened.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { entry } = await openedFor(event);
	return { messages: await messagesOf(event.locals.db, entry.id), limit: MESSAGE_LIMIT };
};

export const actions: Actions = {
	send: async (event) => {
		const { entry, me } = await openedFor(event);
		const { text } = await readForm(event.request, 'text');
		const ruled = await askOffice(event.locals.db, me, entry.id, text);
		return ruled.ok
			? { sent: true }
			: fail(422, { text: text.slice(0, 4 * MESSAGE_LIMIT), refusals: ruled.refusals });
	},
	read: async (event) => {
		const { entry } = await openedFor(event);
		await markRead(event.locals.db, entry.id, true, event.locals.now);
		return {};
	}
};
