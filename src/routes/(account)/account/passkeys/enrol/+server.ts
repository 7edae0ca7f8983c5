import { json } from '@sveltejs/kit';
import { say } from '$lib/domain/text';
import { hasProved } from '$lib/domain/people/may';
import { href } from '$lib/domain/locale';
import { askedToken, dropAsked, keepAsked, keepSession } from '$lib/server/people/cookies';
import { askToEnrol, enrol } from '$lib/server/people/passkeys/enrol';
import { ours, sent, told } from '$lib/server/people/passkeys/house';
import { site } from '$lib/server/site';
import type { RequestHandler } from './$types';

/** Adds a passkey: without `response` the question for the device is asked, with it the key is kept. */
export const POST: RequestHandler = async (event) => {
	const { db, by, now, who, locale } = event.locals;
	const rp = await ours();
	if (!rp) return told([{ field: 'passkey', reason: 'no-domain' }], 409);
	if (!who || !hasProved(who, now)) return told([{ field: 'passkey', reason: 'prove' }], 403);
	const { response, name } = await sent(event.request);
	if (response === undefined) {
		const asked = await askToEnrol(db, who, rp, say((await site(db)).name, locale), now);
		keepAsked(event, asked.token);
		return json(asked.options);
	}
	const typed = typeof name === 'string' ? name : '';
	const token = askedToken(event);
	dropAsked(event);
	const kept = await enrol(db, by, { token, response, name: typed }, rp);
	if (!kept.ok) return told(kept.refusals, 422);
	keepSession(event, kept.value, now);
	return json({ to: href(locale, '/account/passkeys?done=add') });
};
