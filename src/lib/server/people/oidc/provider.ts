import * as client from 'openid-client';
import type { OpenIdDoor } from '$lib/domain/env';
import { emailOf } from '$lib/domain/people/email';
import { parseName } from '$lib/domain/people/name';
import { accept, refuse } from '$lib/domain/refusal';
import type { Ruled } from '$lib/domain/refusal';

/** Seconds the provider may take for one answer. */
const PATIENCE = 8;
/** What a provider says of itself is asked anew after an hour. */
const KEPT = 3_600_000;

/** Clocks of two offices differ by a little. */
const metadata = { [client.clockTolerance]: 60 };

const known = new Map<string, { config: client.Configuration; at: number }>();

/** Who somebody is at the provider, as far as it vouches for it. */
export interface Identity {
	issuer: string;
	subject: string;
	/** Normalised; null when the provider does not say it is verified. */
	email: string | null;
	/** Fit for our own rules, or null. */
	name: string | null;
	/** Whether the provider saw what this portal counts as a second factor. */
	strong: boolean;
}

/** What goes into the address of the provider, and what must come back. */
interface Secrets {
	state: string;
	nonce: string;
	verifier: string;
}

export const newSecrets = (): Secrets => ({
	state: client.randomState(),
	nonce: client.randomNonce(),
	verifier: client.randomPKCECodeVerifier()
});

const loopback = (url: URL) =>
	url.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);

/** The provider as it describes itself (OpenID Connect Discovery 1.0). @throws when it cannot be reached. */
async function configurationOf(door: OpenIdDoor, now: number): Promise<client.Configuration> {
	const key = `${door.issuer} ${door.clientId}`;
	const held = known.get(key);
	if (held && now - held.at < KEPT && now >= held.at) return held.config;
	const issuer = new URL(door.issuer);
	const insecure = loopback(issuer) ? [client.allowInsecureRequests] : [];
	const found = await client.discovery(
		issuer,
		door.clientId,
		metadata,
		client.ClientSecretBasic(door.clientSecret),
		{ timeout: PATIENCE, execute: insecure }
	);
	const ways = found.serverMetadata().token_endpoint_auth_methods_supported;
	let config = found;
	// Basic is the default of the standard; a provider that takes the secret in the body only says so.
	if (ways && !ways.includes('client_secret_basic')) {
		config = new client.Configuration(
			found.serverMetadata(),
			door.clientId,
			metadata,
			client.ClientSecretPost(door.clientSecret)
		);
		config.timeout = PATIENCE;
		for (const allow of insecure) allow(config);
	}
	known.set(key, { config, at: now });
	return config;
}

const down = refuse({ field: 'door', reason: 'provider-down' });

/** The address at the provider to send a browser to. */
export async function addressAt(
	door: OpenIdDoor,
	redirectUri: string,
	{ state, nonce, verifier }: Secrets,
	now: number
): Promise<Ruled<URL>> {
	try {
		const config = await configurationOf(door, now);
		return accept(
			client.buildAuthorizationUrl(config, {
				redirect_uri: redirectUri,
				scope: 'openid email profile',
				state,
				nonce,
				code_challenge: await client.calculatePKCECodeChallenge(verifier),
				code_challenge_method: 'S256'
			})
		);
	} catch {
		return down;
	}
}

/**
 * Exchanges what a browser brought back for who it is. State, nonce, PKCE, issuer, audience, times and
 * signature are checked; tokens are used here and kept nowhere.
 * @param returned the address it came back to, below our own configured origin
 */
export async function identify(
	door: OpenIdDoor,
	returned: URL,
	{ state, nonce, verifier }: Secrets,
	now: number
): Promise<Ruled<Identity>> {
	try {
		const config = await configurationOf(door, now);
		const tokens = await client.authorizationCodeGrant(config, returned, {
			expectedState: state,
			expectedNonce: nonce,
			pkceCodeVerifier: verifier,
			idTokenExpected: true
		});
		const claims = tokens.claims()!;
		const more: client.UserInfoResponse | typeof claims =
			claims.email === undefined && config.serverMetadata().userinfo_endpoint
				? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
				: claims;
		return accept(asIdentity(door, claims, more));
	} catch (error) {
		return refuse({ field: 'door', reason: reasonOf(error) });
	}
}

function asIdentity(
	door: OpenIdDoor,
	claims: client.IDToken,
	more: Record<string, unknown>
): Identity {
	const { email, email_verified: verified, name } = more;
	const shown = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
	const called = parseName(typeof name === 'string' ? name : '');
	return {
		issuer: claims.iss,
		subject: claims.sub,
		email: verified === true && typeof email === 'string' ? emailOf(email) : null,
		name: called.ok ? called.value : null,
		strong: shown.some((value) => typeof value === 'string' && door.strong.includes(value))
	};
}

/** A typed reason for what went wrong; what the provider said is shown to nobody. */
function reasonOf(error: unknown): string {
	if (error instanceof client.AuthorizationResponseError)
		return error.error === 'access_denied' ? 'denied' : 'not-verified';
	if (error instanceof client.ResponseBodyError) return 'not-verified';
	const { name, cause } = error as { name?: string; cause?: { name?: string } };
	const unreachable = ['TimeoutError', 'TypeError', 'AbortError'];
	return unreachable.includes(name ?? '') || unreachable.includes(cause?.name ?? '')
		? 'provider-down'
		: 'not-verified';
}
