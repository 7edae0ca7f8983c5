import { z } from 'zod';
import type { OpenIdDoor } from '$lib/domain/env';
import { locales } from '$lib/domain/locale';
import type { Locale } from '$lib/domain/locale';
import { asks } from '$lib/domain/people/passkey';
import type { By } from '$lib/domain/people/who';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { record } from '../../audit';
import { limitKey } from '../../corrections-limit';
import type { Db, Reader } from '../../db/open';
import { write } from '../../db/write';
import type { Self } from '../account';
import { budgetsOf } from '../limits';
import { byId } from '../people';
import type { Issued } from '../sessions';
import { afterFirst } from '../sign-in';
import type { Brought, SignedIn } from '../sign-in';
import * as steps from '../steps';
import { confirmLink, meet } from './identities';
import { addressAt, identify, newSecrets } from './provider';

/** Where the provider sends a browser back to, below our own configured origin. */
export const CALLBACK = '/login/oidc/callback';

const begunShape = z.object({
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	/** Page to go on to, already found to be ours. */
	next: z.string().nullable(),
	locale: z.enum(locales),
	/** Who was signed in when it began: then it links this account instead of signing in. */
	linkTo: z.string().nullable()
});
const askedShape = z.object({
	issuer: z.string(),
	subject: z.string(),
	next: z.string().nullable()
});

/**
 * Begins a sign-in at the other door, or for somebody signed in already the link of their account to
 * it. What stays here lies in the step, the browser gets its token.
 */
export async function begin(
	db: Db,
	door: OpenIdDoor,
	origin: string,
	{ next, locale }: { next: string | null; locale: Locale },
	{ who, address: from, now }: By
): Promise<Ruled<{ address: URL; token: string }>> {
	const spent = budgetsOf(db).spend(now, [[`ask-door ${limitKey(from ?? '')}`, asks]]);
	if (!spent.ok)
		return refuse({
			field: 'door',
			reason: 'too-often',
			detail: { minutes: Math.ceil(spent.wait / 60_000) }
		});
	const secrets = newSecrets();
	const address = await addressAt(door, origin + CALLBACK, secrets, now);
	if (!address.ok) return address;
	const value = { ...secrets, next, locale, linkTo: who?.id ?? null };
	const token = await write(db, (tx) =>
		steps.begin(tx, { kind: 'oidc', personId: null, value }, now)
	);
	return accept({ address: address.value, token });
}

/** How the way back ended. */
type Returned =
	| { go: 'refused'; refusals: Refusal[]; locale: Locale | null }
	/** An account with a password has this address: its owner signs in and confirms. */
	| { go: 'ask'; token: string; locale: Locale }
	/** The account of somebody signed in has this door now. */
	| { go: 'linked'; issued: Issued; next: string | null; locale: Locale }
	| { go: 'on'; signedIn: SignedIn; next: string | null; locale: Locale };

/**
 * Takes a browser that comes back from the other door. The ceremony ends with the first return, right
 * or wrong; its token binds it to the browser that began it.
 * @param search the query the provider sent it back with
 */
export async function finish(
	db: Db,
	door: OpenIdDoor,
	origin: string,
	{ token, search }: { token: string | undefined; search: string },
	brought: Brought,
	by: By
): Promise<Returned> {
	const refused = (refusals: Refusal[], locale: Locale | null): Returned => ({
		go: 'refused',
		refusals,
		locale
	});
	const expired = [{ field: 'door', reason: 'expired' }];
	const step = await steps.find(db, token, 'oidc', by.now);
	const read = begunShape.safeParse(step?.value);
	if (!step || !read.success) return refused(expired, null);
	const { next, locale, linkTo, ...secrets } = read.data;
	if (!(await write(db, (tx) => steps.finish(tx, step.id)))) return refused(expired, locale);
	const identity = await identify(door, new URL(origin + CALLBACK + search), secrets, by.now);
	if (!identity.ok) {
		await write(db, (tx) => fail(tx, by));
		return refused(identity.refusals, locale);
	}
	return write(db, async (tx): Promise<Returned> => {
		if (linkTo !== null) {
			if (!by.who) return refused(expired, locale);
			if (by.who.id !== linkTo)
				return refused([{ field: 'door', reason: 'other-account' }], locale);
			const linked = await confirmLink(tx, identity.value, linkTo, { ...by, who: by.who });
			return linked.ok
				? { go: 'linked', issued: linked.value, next, locale }
				: refused(linked.refusals, locale);
		}
		const meant = await meet(tx, identity.value, locale, by);
		if (!meant.ok) {
			await fail(tx, by);
			return refused(meant.refusals, locale);
		}
		const { is, person } = meant.value;
		if (is === 'asked') {
			const { issuer, subject } = identity.value;
			const value = { issuer, subject, next };
			const step = { kind: 'oidc', personId: person.id, value } as const;
			return { go: 'ask', token: await steps.begin(tx, step, by.now), locale };
		}
		const proof = { way: 'oidc', strong: identity.value.strong };
		const signedIn = await afterFirst(tx, person.id, proof, brought, by);
		return { go: 'on', signedIn, next, locale };
	});
}

const fail = (tx: Parameters<typeof record>[0], by: By) =>
	record(tx, by, { act: 'fail-sign-in', noun: 'people', id: 'unknown', after: { way: 'oidc' } });

/** The link that waits for somebody's word, if this browser began it; null when it is over. */
export async function waiting(db: Reader, token: string | undefined, now: number) {
	const step = await steps.find(db, token, 'oidc', now);
	const read = askedShape.safeParse(step?.value);
	const person = step?.personId ? await byId(db, step.personId) : null;
	return step && read.success && person
		? { step: step.id, personId: person.id, email: person.email, ...read.data }
		: null;
}

/** Links the identity that waits, at the word of the account's owner; once. */
export async function link(
	db: Db,
	token: string | undefined,
	by: Self
): Promise<Ruled<{ issued: Issued; next: string | null }>> {
	const expired = refuse({ field: 'door', reason: 'expired' });
	const asked = await waiting(db, token, by.now);
	if (!asked) return expired;
	return write(db, async (tx) => {
		const { issuer, subject, personId, next } = asked;
		const linked = await confirmLink(tx, { issuer, subject }, personId, by);
		if (!linked.ok) return linked;
		await steps.finish(tx, asked.step);
		return accept({ issued: linked.value, next });
	});
}
