import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { href } from '$lib/domain/locale';
import { isOn, moduleOf } from '$lib/domain/modules';
import { entrance } from '$lib/domain/people/doors';
import { refusedDoor } from './audit/refused';
import { switchesOf } from './frame';
import { problem } from './problem';

/** Why somebody stands outside; the page that says so knows a sentence for each. */
type Outside = 'signed-out' | 'refused' | 'missing';

const statuses: Record<Outside, 401 | 403 | 404> = {
	'signed-out': 401,
	refused: 403,
	missing: 404
};

/**
 * Decides at the door whether a request may go on: null when it may, else the answer that turns it
 * away. Pages lead to the sign-in and back; a form sent after its session ended is answered by a
 * page that can be sent again, so that nothing typed is lost; machines get a problem (RFC 9457).
 */
export async function turnAway(event: RequestEvent): Promise<Response | null> {
	const { route, params, locals, url, request } = event;
	if (route.id === null) return null;
	const module = moduleOf(route.id);
	if (module && !isOn(await switchesOf(locals.db), module)) return outside(event, 'missing');
	const found = entrance(locals.who, route.id, params);
	if (found === 'in') return null;
	if (found === 'shut') return outside(event, 'missing');
	const reading = request.method === 'GET' || request.method === 'HEAD';
	if (found === 'refused') {
		if (!reading) await refusedDoor(locals.db, locals.by, route.id, request.method);
		return outside(event, 'refused');
	}
	if (reading && (event.isDataRequest || wantsPage(request))) {
		const next = encodeURIComponent(url.pathname + url.search);
		redirect(
			303,
			`${href(locals.locale, found === 'prove' ? '/account/factor' : '/login')}?next=${next}`
		);
	}
	return outside(event, found === 'prove' ? 'refused' : 'signed-out');
}

const wantsPage = (request: Request): boolean =>
	request.headers.get('accept')?.includes('text/html') ?? false;

async function outside(event: RequestEvent, why: Outside): Promise<Response> {
	const status = statuses[why];
	const { request, locals } = event;
	const isAction = request.headers.get('x-sveltekit-action') === 'true';
	if (isAction)
		// As Kit writes a failed action (devalue), so that the form stays as it is and says why.
		return Response.json(
			{
				type: 'failure',
				status,
				data: JSON.stringify([{ refusals: 1 }, [2], { field: 3, reason: 4 }, '', why])
			},
			{ status, headers: { 'cache-control': 'no-store' } }
		);
	if (!wantsPage(request) || event.isDataRequest)
		return problem(
			event,
			status,
			status === 404 ? 'missing' : status === 401 ? 'sign-in' : 'refused'
		);
	const page = await event.fetch(href(locals.locale, `/refused?why=${why}`), {
		headers: { accept: 'text/html' }
	});
	const headers = new Headers(page.headers);
	headers.set('cache-control', 'private, no-store');
	headers.delete('x-liantu-cacheable');
	const link = headers.get('link');
	if (link) headers.set('link', fromRoot(link));
	return new Response(fromRoot(await page.text()), { status, headers });
}

/** The page names its files from its own address; it is shown at another, which may lie deeper. */
const fromRoot = (text: string): string =>
	text
		.replace(/(["'<])(?:\.\.?\/)+_app\//g, '$1/_app/')
		.replace(/new URL\("\.\.?", location\)\.pathname\.slice\(0, -1\)/, '""');
