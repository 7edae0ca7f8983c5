import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import type { Noun } from '$lib/domain/studio/noun';
import { noForm } from '$lib/server/no-form';
import { discard } from '$lib/server/studio/autosave';
import { leave } from '$lib/server/studio/presence';
import { pairsOf, submit } from '$lib/server/studio/submit';

interface Event {
	request: Request;
	locals: App.Locals;
}

/** Saves what a form sent and leads on to the thing as it stands then; new things have a null `id`. */
export async function saved({ request, locals }: Event, noun: Noun, id: string | null) {
	const { db, by, locale } = locals;
	const data = await request.formData().catch(noForm);
	const done = await submit(db, by, noun, id, pairsOf(data));
	if (done.ok) {
		const query = new URLSearchParams({
			saved: id === null ? 'created' : done.same ? 'same' : 'changed',
			number: String(done.number),
			...(done.taken.length ? { taken: done.taken.join() } : {})
		});
		if (by.who) leave(noun, done.id, by.who);
		redirect(303, href(locale, `/studio/${noun}/${done.id}?${query}`));
	}
	if ('missing' in done) error(404, { message: 'not-found' });
	const { refusals, conflict, content, base, taken } = done;
	return fail(conflict ? 409 : 422, { refusals, conflict, content, base, taken });
}

/** Drops what somebody typed and did not save. */
export async function dropped({ locals: { db, by, locale } }: Event, noun: Noun, id: string) {
	await discard(db, by, noun, id);
	redirect(303, href(locale, `/studio/${noun}/${id}`));
}
