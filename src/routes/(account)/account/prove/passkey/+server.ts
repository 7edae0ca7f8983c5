import { json } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { ownPath } from '$lib/domain/preference';
import { askedToken, dropAsked, keepAsked, keepSession } from '$lib/server/people/cookies';
import { ours, sent, told } from '$lib/server/people/passkeys/house';
import { askToProve, proveWithPasskey } from '$lib/server/people/passkeys/sign-in';
import type { RequestHandler } from './$types';

/** Proves anew who is at the keyboard, with a passkey. */
export const POST: RequestHandler = async (event) => {
	const { db, by, now, locale } = event.locals;
	const rp = await ours();
	if (!rp) return told([{ field: 'passkey', reason: 'no-domain' }], 409);
	const { response, next } = await sent(event.request);
	if (response === undefined) {
		const asked = await askToProve(db, by, rp);
		if (!asked) return told([{ field: 'passkey', reason: 'expired' }]);
		keepAsked(event, asked.token);
		return json(asked.options);
	}
	const answer = { token: askedToken(event), response };
	dropAsked(event);
	const proved = await proveWithPasskey(db, answer, rp, by);
	if (!proved.ok) return told(proved.refusals);
	keepSession(event, proved.value, now);
	return json({
		to: typeof next === 'string' && next ? ownPath(next) : href(locale, '/account')
	});
};
