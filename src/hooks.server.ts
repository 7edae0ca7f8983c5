import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { widen } from '$lib/domain/csp';
import { localeOf, tagOf } from '$lib/domain/locale';
import { choose, modes, themes } from '$lib/domain/preference';
import { originsOf, published } from '$lib/server/bases';
import type { Db } from '$lib/server/db/open';
import { turnAway } from '$lib/server/entrance';
import { arrive } from '$lib/server/people/arrive';
import { asProblem } from '$lib/server/problem';
import { shared } from '$lib/server/shared';
import { isUnkept } from '$lib/server/unkept';
import { wake } from '$lib/server/world';

export const init: ServerInit = async () => {
	await wake();
};

/** Route groups whose anonymous answers are the same for everybody with the same preferences. */
const cacheable = /^\/(\(public\)|api|feeds|tiles|og)(\/|$)/;

/** Pages whose map may stand on a base from elsewhere. */
const withMap = /^\/(\(public\)\/map|embed)$/;

/** Lets a page, and MapLibre's worker, load from the published bases and from nowhere else. */
async function letBasesIn(db: Db, response: Response): Promise<void> {
	const origins = originsOf(await published(db));
	shared.connectSources = origins;
	const policy = response.headers.get('content-security-policy');
	if (policy && origins.length)
		response.headers.set('content-security-policy', widen(policy, origins));
}

/** Rooms whose answers are the same for everybody, signed in or not. */
const impersonal = /^\/(api|feeds|tiles|og|files|sitemap|robots)/;

/** Sets who asks and from where; a table is read only when a session cookie came along. */
async function meet(event: RequestEvent): Promise<void> {
	const { env, db } = await wake();
	const now = Date.now();
	const who = await arrive(event, db, now, env.secondFactorRequired);
	Object.assign(event.locals, { db, now, who });
	event.locals.by = { who, address: event.getClientAddress(), now };
}

export const handle: Handle = async ({ event, resolve }) => {
	await meet(event);
	event.locals.locale = localeOf(event.url.pathname);
	event.locals.mode = choose(modes, event.cookies.get('mode'));
	event.locals.theme = choose(themes, event.cookies.get('theme'));
	const { locale, theme } = event.locals;
	const away = await turnAway(event);
	if (away) return away;
	const version = shared.contentVersion;
	const resolved = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%liantu.lang%', tagOf(locale))
				// Read late: a preview is shown in the mode it asks for.
				.replace('%liantu.mode%', event.locals.mode)
				.replace('%liantu.theme%', theme),
		preload: ({ type }) => type === 'js' || type === 'css'
	});
	const response = await asProblem(event, resolved);
	// Kit marks page data `no-store`; ours is as public as the page it belongs to.
	if (event.isDataRequest && response.status === 200)
		response.headers.set('cache-control', 'private, no-cache');
	const route = event.route.id ?? '';
	if (isUnkept(route) || (event.locals.who && !impersonal.test(route)))
		response.headers.set('cache-control', 'private, no-store');
	if (event.route.id && withMap.test(event.route.id)) await letBasesIn(event.locals.db, response);
	const personal =
		response.headers.has('set-cookie') ||
		response.headers.get('cache-control')?.includes('no-store');
	if (
		response.status === 200 &&
		!personal &&
		event.route.id &&
		cacheable.test(event.route.id) &&
		event.request.method === 'GET'
	)
		response.headers.set('x-liantu-cacheable', String(version));
	return response;
};

export const handleError: HandleServerError = ({ error, status, message, event }) => {
	if (status < 500) return { message };
	const id = event.request.headers.get('x-request-id') ?? randomUUID();
	if (shared.report) shared.report(error, id);
	else console.error(id, error);
	return { message: 'defect', id };
};
