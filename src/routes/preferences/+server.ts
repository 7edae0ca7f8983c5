import { redirect } from '@sveltejs/kit';
import { choose, modes, ownPath, themes } from '$lib/domain/preference';
import { noForm } from '$lib/server/no-form';
import type { RequestHandler } from './$types';

const YEAR = 365 * 86_400;

/** Keeps how a visitor wants to read in two plain cookies and goes back; works without JavaScript. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData().catch(noForm);
	const keep = {
		path: '/',
		maxAge: YEAR,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	} as const;
	const mode = form.get('mode');
	const theme = form.get('theme');
	if (typeof mode === 'string') cookies.set('mode', choose(modes, mode), keep);
	if (typeof theme === 'string') cookies.set('theme', choose(themes, theme), keep);
	redirect(303, ownPath(form.get('from')?.toString()));
};
