import { error, fail } from '@sveltejs/kit';
import { hasProved, mayConfigure } from '$lib/domain/people/may';
import type { By } from '$lib/domain/people/who';
import type { Ruled } from '$lib/domain/refusal';
import type { Db, Tx } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { drop, isMailState, list, PAGE, read, sendAgain } from '$lib/server/mail/outbox';
import { nudge } from '$lib/server/mail/nudge';
import { noForm } from '$lib/server/no-form';
import { wake } from '$lib/server/world';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { db, who }, url }) => {
	if (!mayConfigure(who)) error(403, { message: 'not-allowed' });
	const asked = url.searchParams.get('state');
	const state = isMailState(asked) ? asked : null;
	const page = Math.min(10_000, Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1)));
	const { env } = await wake();
	return { ...(await list(db, { state, page })), state, page, size: PAGE, sends: !!env.smtpUrl };
};

/** Does one thing to the mail a form names. */
async function act<T>(
	{ request, locals: { db, by } }: RequestEvent,
	verb: (tx: Tx, by: By, id: string) => Promise<Ruled<T>>
) {
	if (!mayConfigure(by.who)) error(403, { message: 'not-allowed' });
	const id = (await request.formData().catch(noForm)).get('id');
	if (typeof id !== 'string' || !id)
		return fail(422, { refusals: [{ field: 'mail', reason: 'choose' }], id: null });
	const done = await write(db as Db, (tx) => verb(tx, by, id));
	return done.ok ? { id, value: done.value } : fail(409, { refusals: done.refusals, id });
}

export const actions: Actions = {
	read: async (event) => {
		// The link in it opens somebody's account: a session left open must not be enough.
		if (!hasProved(event.locals.who, event.locals.now))
			return fail(403, { refusals: [{ field: 'mail', reason: 'prove' }], id: null });
		const done = await act(event, read);
		return 'value' in done ? { opened: { id: done.id, text: done.value } } : done;
	},
	send: async (event) => {
		const done = await act(event, sendAgain);
		nudge();
		return 'value' in done ? { done: 'send' as const } : done;
	},
	drop: async (event) => {
		const done = await act(event, drop);
		return 'value' in done ? { done: 'drop' as const } : done;
	}
};
