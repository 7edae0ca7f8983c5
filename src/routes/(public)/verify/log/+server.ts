import { keyText } from '$lib/domain/audit/note';
import { attachment } from '$lib/domain/export/attachment';
import { archiveIds } from '$lib/domain/judging/log/archive';
import { localeOf } from '$lib/domain/locale';
import { readVerifier } from '$lib/server/audit/key';
import { offlinePage } from '$lib/server/offline';
import { wake } from '$lib/server/world';
import { verifier as en } from '$lib/words/en/verifier';
import { verifier as zh } from '$lib/words/zh/verifier';
import { script, style } from 'virtual:offline/verifier';
import type { RequestHandler } from './$types';

/**
 * The page that checks a judging log, with everything it needs in it. With `?download` it is a file
 * to keep: a verifier that came before the log cannot have been made to fit it.
 */
export const GET: RequestHandler = async ({ url, locals }) => {
	const { env } = await wake();
	const locale = localeOf(url.pathname);
	const words = locale === 'en' ? en : zh;
	const known = readVerifier(env.dataDir);
	const kept = url.searchParams.has('download');
	const chosen = kept ? {} : { mode: locals.mode, theme: locals.theme };
	const { html, policy } = await offlinePage(
		{ script, style, locale, title: words.title, needsScript: words.needsScript, ...chosen },
		{ [archiveIds.key]: known ? keyText(known.key, known.key.key) : '' }
	);
	return new Response(html, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': policy,
			...(kept
				? { 'content-disposition': attachment(`${words.title}.html`, 'verify-judging-log.html') }
				: {})
		}
	});
};
