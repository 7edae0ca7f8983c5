import { sentenceOf, spoken } from './machine/speech';
import type { Asking } from './machine/speech';
import type { Refusal } from '$lib/domain/refusal';
import { tagOf } from '$lib/domain/locale';
import type { machines } from '$lib/words/zh/machines';

type Detail = keyof typeof machines.detail;

/**
 * An error for machines as RFC 9457 problem details, in the language asked for. Refusals stand in
 * `errors`, each with its parameter, its typed reason and a sentence.
 * @param detail which sentence says what to do next
 */
export function problem(
	asking: Asking,
	status: number,
	detail: Detail,
	{
		refusals = [],
		headers = {},
		id
	}: { refusals?: readonly Refusal[]; headers?: Record<string, string>; id?: string } = {}
): Response {
	const words = spoken(asking);
	const body = {
		type: 'about:blank',
		title: words.machines.title[status] ?? words.machines.other,
		status,
		detail: words.machines.detail[detail],
		instance: asking.url.pathname,
		...(id ? { id } : {}),
		...(refusals.length
			? {
					errors: refusals.map((refusal) => ({
						parameter: refusal.field,
						reason: refusal.reason,
						detail: sentenceOf(words, refusal)
					}))
				}
			: {})
	};
	return new Response(JSON.stringify(body), {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'content-language': tagOf(words.locale),
			'cache-control': 'no-store',
			...headers
		}
	});
}

/** The problem of wrong parameters: 400 with every refusal. */
export function refused(asking: Asking, refusals: readonly Refusal[]): Response {
	return problem(asking, 400, 'parameters', { refusals });
}

const MACHINE =
	/^\/(?:en\/)?(?:(?:api|tiles|feeds|og|files|\.well-known)(?:\/|$)|sitemap|robots\.txt)/;

/** Whether an address speaks to machines, whose errors are problem details. */
export function isMachine(pathname: string): boolean {
	return MACHINE.test(pathname);
}

/**
 * Turns what the framework itself answers at a machine's address (unknown route, wrong method, a
 * defect) into problem details; every other answer passes.
 */
export async function asProblem(asking: Asking, response: Response): Promise<Response> {
	const type = response.headers.get('content-type') ?? '';
	if (response.status < 400 || !isMachine(asking.url.pathname)) return response;
	if (type.startsWith('application/problem+json')) return response;
	const { status } = response;
	const allow = response.headers.get('allow');
	const id =
		status >= 500 && type.includes('json')
			? ((await response.json().catch(() => null)) as { id?: string } | null)?.id
			: undefined;
	return problem(asking, status, status >= 500 ? 'defect' : status === 405 ? 'method' : 'path', {
		...(allow ? { headers: { allow } } : {}),
		...(id ? { id } : {})
	});
}
