import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Wrong, wordsFor } from './words';

const STYLE =
	'body{max-width:36em;margin:15vh auto;padding:0 1.25rem;font:1.125rem/1.7 system-ui,sans-serif;color-scheme:light dark}h1{font-size:1.5rem}';
/** The one inline style of the door's own pages, allowed by its hash. */
const REFUSAL_CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A refusal as text: a small page for people, RFC 9457 problem details for machines. */
export function refusalBody(
	status: number,
	wrong: Wrong,
	ask: { path: string; accept: string; id: string }
): { type: string; body: string; lang: string } {
	const words = wordsFor(ask.path);
	const { title, detail } = words[wrong];
	if (!ask.accept.includes('text/html')) {
		const problem = { type: 'about:blank', title, status, detail, requestId: ask.id };
		return {
			type: 'application/problem+json; charset=utf-8',
			body: JSON.stringify(problem),
			lang: words.lang
		};
	}
	const body = `<!doctype html><html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${detail}</p><p><a href="${words.homePath}">${words.home}</a></p><p><small>${status} · ${words.number} ${ask.id}</small></p></main></body></html>`;
	return { type: 'text/html; charset=utf-8', body, lang: words.lang };
}

/**
 * Answers with a refusal and ends the response. When the request still has a body under way the
 * connection is closed, so that nobody can keep feeding a request that was already refused.
 */
export function refuse(
	req: IncomingMessage,
	res: ServerResponse,
	status: number,
	wrong: Wrong,
	id: string,
	headers: Record<string, string> = {}
): void {
	if (res.headersSent) {
		res.destroy();
		return;
	}
	for (const name of res.getHeaderNames()) res.removeHeader(name);
	const { type, body, lang } = refusalBody(status, wrong, {
		path: req.url ?? '/',
		accept: req.headers.accept ?? '',
		id
	});
	res.setHeader('Content-Type', type);
	res.setHeader('Content-Language', lang);
	res.setHeader('Cache-Control', 'no-store');
	if (type.startsWith('text/html')) res.setHeader('Content-Security-Policy', REFUSAL_CSP);
	for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
	const sends = req.headers['content-length'] ?? req.headers['transfer-encoding'];
	if (sends !== undefined && sends !== '0' && !req.complete) res.setHeader('Connection', 'close');
	res.setHeader('Content-Length', Buffer.byteLength(body));
	res.statusCode = status;
	res.end(body);
}
