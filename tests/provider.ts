import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody with an account at the provider. */
export interface Account {
	sub: string;
	email?: string;
	verified?: boolean;
	name?: string;
	amr?: string[];
	acr?: string;
}

/** The parts of the provider that are used here; the package brings no types. */
interface OpenIdProvider {
	callback(): (req: IncomingMessage, res: ServerResponse) => void;
	interactionDetails(
		req: IncomingMessage,
		res: ServerResponse
	): Promise<{ params: { client_id: string; scope: string } }>;
	interactionFinished(req: IncomingMessage, res: ServerResponse, result: unknown): Promise<void>;
	Grant: new (of: { accountId: string; clientId: string }) => {
		addOIDCScope(scope: string): void;
		save(): Promise<string>;
	};
}

/**
 * A real OpenID provider on loopback (oidc-provider), whose sign-in page asks nothing: whoever comes
 * is `server.account`, or says no when there is none.
 */
export async function openIdProvider(
	client: { redirectUri: string; id?: string; secret?: string },
	{ inToken = true } = {}
) {
	let provider: OpenIdProvider | null = null;
	const state: { account: Account | null } = { account: null };
	const accounts = new Map<string, Account>();
	const server = createServer((req, res) => {
		if (req.url?.startsWith('/interaction/')) void interact(req, res);
		else provider!.callback()(req, res);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	async function interact(req: IncomingMessage, res: ServerResponse) {
		const { account } = state;
		const { params } = await provider!.interactionDetails(req, res);
		if (!account)
			return provider!.interactionFinished(req, res, {
				error: 'access_denied',
				error_description: '<script>alert(1)</script>'
			});
		accounts.set(account.sub, account);
		const grant = new provider!.Grant({ accountId: account.sub, clientId: params.client_id });
		grant.addOIDCScope(params.scope);
		return provider!.interactionFinished(req, res, {
			login: {
				accountId: account.sub,
				...(account.amr ? { amr: account.amr } : {}),
				...(account.acr ? { acr: account.acr } : {})
			},
			consent: { grantId: await grant.save() }
		});
	}

	const name: string = 'oidc-provider';
	const { default: Provider } = (await import(/* @vite-ignore */ name)) as {
		default: new (issuer: string, options: unknown) => OpenIdProvider;
	};
	provider = new Provider(issuer, {
		clients: [
			{
				client_id: client.id ?? 'liantu',
				client_secret: client.secret ?? 'a-secret-of-the-provider',
				redirect_uris: [client.redirectUri]
			}
		],
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
		claims: {
			openid: ['sub', 'acr', 'amr'],
			email: ['email', 'email_verified'],
			profile: ['name']
		},
		acrValues: ['gold'],
		conformIdTokenClaims: !inToken,
		cookies: { keys: ['a-key-for-tests-alone'] },
		pkce: { required: () => true },
		ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
		findAccount: (_ctx: unknown, sub: string) => {
			const account = accounts.get(sub);
			return (
				account && {
					accountId: sub,
					claims: () => ({
						sub,
						...(account.email === undefined ? {} : { email: account.email }),
						...(account.verified === undefined ? {} : { email_verified: account.verified }),
						...(account.name === undefined ? {} : { name: account.name })
					})
				}
			);
		}
	});

	return {
		issuer,
		state,
		door: {
			issuer,
			clientId: client.id ?? 'liantu',
			clientSecret: client.secret ?? 'a-secret-of-the-provider',
			name: '统一身份认证',
			strong: [] as string[]
		},
		/** Walks like a browser from the first address until it leaves the provider; returns where to. */
		async walk(from: string | URL): Promise<URL> {
			const jar = new Map<string, string>();
			let at = new URL(from);
			for (let hops = 0; hops < 12 && at.origin === issuer; hops++) {
				const answer = await fetch(at, {
					redirect: 'manual',
					headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') }
				});
				for (const cookie of answer.headers.getSetCookie()) {
					const [pair = ''] = cookie.split(';');
					jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
				}
				const next = answer.headers.get('location');
				if (!next) throw new Error(`provider: ${answer.status} ${await answer.text()}`);
				at = new URL(next, at);
			}
			return at;
		},
		stop: () =>
			new Promise<void>((stopped) => {
				server.close(() => stopped());
				server.closeAllConnections();
			})
	};
}
