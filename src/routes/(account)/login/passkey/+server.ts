import { json } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { ownPath } from '$lib/domain/preference';
import { broughtBy, settle } from '$lib/server/people/brought';
import { askedToken, dropAsked, keepAsked, stepToken } from '$lib/server/people/cookies';
import { ours, sent, told } from '$lib/server/people/passkeys/house';
import { askForFactor, askToSignIn, signInWithPasskey } from '$lib/server/people/passkeys/sign-in';
import type { RequestHandler } from './$types';

/**
 * Signs in with a passkey, alone or after a password: without `response` the question for the key is
 * asked, with it the key's answer is judged. The language of the page comes in the address.
 */
export const POST: RequestHandler = async (event) => {
	const { db, by, now, locale } = event.locals;
	const rp = await ours();
	if (!rp) return told([{ field: 'passkey', reason: 'no-domain' }], 409);
	const { response, use, next } = await sent(event.request);
	const step = use === 'factor' ? (stepToken(event) ?? '') : undefined;
	if (response === undefined) {
		const asked =
			step === undefined
				? await askToSignIn(db, rp, by)
				: { ok: true as const, value: await askForFactor(db, step, rp, now) };
		if (!asked.ok) return told(asked.refusals, 429);
		if (!asked.value) return told([{ field: 'passkey', reason: 'expired' }]);
		keepAsked(event, asked.value.token);
		return json(asked.value.options);
	}
	const answer = { token: askedToken(event), response };
	dropAsked(event);
	const entered = await signInWithPasskey(db, answer, { ...broughtBy(event), step }, rp, by);
	if (!entered.ok)
		return told(entered.refusals, entered.refusals[0]!.reason === 'too-often' ? 429 : 401);
	settle(event, entered.value.personId, entered.value.issued);
	return json({
		to: typeof next === 'string' && next ? ownPath(next) : href(locale, '/account')
	});
};
