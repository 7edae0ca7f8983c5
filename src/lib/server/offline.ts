import { createHash } from 'node:crypto';

/** A page that works from a disk without a network, and the policy it must be served with. */
interface OfflinePage {
	html: string;
	policy: string;
}

const hashOf = (text: string): string =>
	`'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Data inside a page: nothing in it can end its element. `heldText` in the page undoes it. */
const held = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

interface Parts {
	script: string;
	style: string;
	locale: 'zh' | 'en';
	title: string;
	needsScript: string;
	/** How whoever asks for it reads the portal; a file that is kept knows nothing of that. */
	mode?: 'normal' | 'elder';
	theme?: 'auto' | 'light' | 'dark';
	/** Whether it plays films that lie beside it. */
	films?: boolean;
}

/**
 * A page that works from a disk, in pieces: script, style and data in one. Its own policy forbids it
 * to ask anybody for anything: whoever opens it need not trust that it does not.
 * @param data texts by id, whole or in pieces, which the script reads
 */
export function offlineParts(
	page: Parts,
	data: Record<string, string | AsyncIterable<string>>
): { policy: string; pieces: () => AsyncGenerator<string> } {
	const script = page.script.replaceAll('</script', '<\\/script');
	const style = page.style.replaceAll('</style', '<\\/style');
	const policy = [
		"default-src 'none'",
		`script-src ${hashOf(script)}`,
		`style-src ${hashOf(style)}`,
		'img-src data:',
		...(page.films ? ["media-src 'self' file: data:"] : []),
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	const chosen =
		(page.mode === 'elder' ? ' data-mode="elder"' : '') +
		(page.theme && page.theme !== 'auto' ? ` data-theme="${page.theme}"` : '');
	async function* pieces() {
		yield `<!doctype html>
<html lang="${page.locale === 'en' ? 'en' : 'zh-CN'}"${chosen}>
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(page.title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="page"><h1>${escaped(page.title)}</h1><p>${escaped(page.needsScript)}</p></div>
`;
		for (const [id, text] of Object.entries(data)) {
			yield `<script type="text/plain" id="${id}">`;
			for await (const piece of typeof text === 'string' ? [text] : text) yield held(piece);
			yield '</script>\n';
		}
		yield `<script>${script}</script>
</body>
</html>
`;
	}
	return { policy: `${policy}; frame-ancestors 'none'`, pieces };
}

/** The same at one go. */
export async function offlinePage(page: Parts, data: Record<string, string>): Promise<OfflinePage> {
	const { policy, pieces } = offlineParts(page, data);
	let html = '';
	for await (const piece of pieces()) html += piece;
	return { html, policy };
}
