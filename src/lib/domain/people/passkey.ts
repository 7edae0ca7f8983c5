import type { Budget } from './bucket';

/** To whom a passkey is bound (WebAuthn level 3 §5.4.2): a domain, and the one origin it is used on. */
export interface RelyingParty {
	id: string;
	origin: string;
}

/** What a passkey is asked for: to be made, to sign in, as second factor of a sign-in, as fresh proof. */
export const passkeyUses = ['enrol', 'sign-in', 'factor', 'prove'] as const;
export type PasskeyUse = (typeof passkeyUses)[number];

/** How long a question to a key is good, in milliseconds. */
export const CHALLENGE_LIFE = 5 * 60_000;

/** So many keys a person may have, and so long may be the name of one. */
export const passkeyLimits = { keys: 10, name: 40 } as const;

/** How many questions one address may ask for: each is remembered for a while. */
export const asks: Budget = { tries: 60, every: 5000 };

/**
 * The relying party of a public address. Null where no browser would make a passkey: without TLS
 * (except `localhost`), and at an address of digits, which is no domain.
 */
export function relyingParty(origin: URL): RelyingParty | null {
	const { protocol, hostname } = origin;
	const domain = /^(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*$/i.test(hostname);
	if (!domain || (protocol !== 'https:' && hostname !== 'localhost')) return null;
	return { id: hostname, origin: origin.origin };
}

/** The name of a key as its owner gave it; null for none or one too long. */
export function keyName(typed: string): string | null {
	const name = typed
		.normalize('NFC')
		.replace(/[\s\p{C}]+/gu, ' ')
		.trim();
	return name && Array.from(name).length <= passkeyLimits.name ? name : null;
}
