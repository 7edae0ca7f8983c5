import { script } from './script.server';
import type { RequestHandler } from './$types';

/** The script of the walk pages: one file that needs no other, so that a pack of a trail is whole. */
export const GET: RequestHandler = () =>
	new Response(script, {
		headers: {
			'content-type': 'text/javascript; charset=utf-8',
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
