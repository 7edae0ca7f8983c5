import { securityText } from '$lib/domain/security-text';
import { securityContact } from '$lib/server/site';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals }) => {
	const contact = (await securityContact(locals.db)) ?? `${url.origin}/about`;
	return new Response(securityText({ origin: url.origin, contact, at: locals.now }), {
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
};
