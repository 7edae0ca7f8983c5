import { openIdProvider } from '../provider';
import type { Visitor } from './portal';

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** A real OpenID provider on loopback, and how the portal is told of it. */
export async function openDoor() {
	const callback = '/login/oidc/callback';
	const provider = await openIdProvider({ redirectUri: `http://localhost:5999${callback}` });
	const { issuer, clientId, clientSecret } = provider.door;
	return {
		issuer,
		settings: {
			OIDC_ISSUER: issuer,
			OIDC_CLIENT_ID: clientId,
			OIDC_CLIENT_SECRET: clientSecret,
			OIDC_NAME: '区统一认证'
		},
		/** Walks through the door as a new account there and comes back with what it brought. */
		async through(me: Visitor, email: string, sub = email) {
			provider.state.account = { sub, email, verified: true };
			const begun = await me.send('/(account)/login/oidc ?/default', {});
			const { address } = begun.said as { address: string };
			const back = await provider.walk(address);
			return me.get(`/(account)${callback}`, { search: Object.fromEntries(back.searchParams) });
		},
		stop: () => provider.stop()
	};
}
