import { href } from '$lib/domain/locale';
import { choose, modes, themes } from '$lib/domain/preference';
import { problem } from '$lib/server/problem';
import { packOf, weighing } from '$lib/server/trail-pack';
import { wake } from '$lib/server/world';
import { script } from '../../walk.js/script.server';
import type { RequestHandler } from './$types';

/** What an offline pack of a trail is made of, read off the very page that will be kept. */
export const GET: RequestHandler = async (event) => {
	const { env, db } = await wake();
	const { params, url, locals } = event;
	const query = new URLSearchParams({
		pack: '1',
		mode: choose(modes, url.searchParams.get('mode')),
		theme: choose(themes, url.searchParams.get('theme'))
	});
	const at = (path: string) => new URL(href(locals.locale, `${path}?${query}`), url.origin);
	// For nobody in particular: a pack never holds who is signed in.
	const get = (page: URL) =>
		event.fetch(page, { credentials: 'omit', headers: { accept: 'text/html' } });
	const [page, shelf] = [at(`/trails/${params.slug}/walk`), at('/trails/saved')];
	const answer = await get(page);
	if (!answer.ok) return problem(event, 404, 'missing');
	const along = [{ page: shelf, html: await (await get(shelf)).text() }];
	const made = new Map([['/trails/walk.js', Buffer.byteLength(script)]]);
	const pack = await packOf(await answer.text(), page, weighing(db, env.storageUrl, made), along);
	return new Response(JSON.stringify(pack), {
		headers: { 'content-type': 'application/json', 'cache-control': 'private, no-cache' }
	});
};
