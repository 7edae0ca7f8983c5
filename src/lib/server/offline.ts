import { createHash } from 'node:crypto';

/** A page that works from a disk without a network, and the policy it must be served with. */
export interface OfflinePage {
	html: string;
	policy: string;
}

const hashOf = (text: string): string =>
	`'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * Puts script, style and data into one page. Its own policy forbids it to ask anybody for anything:
 * whoever opens it from a disk need not trust that it does not.
 * @param data plain texts by id, which the script reads
 * @param films whether it plays films that lie beside it
 */
export function offlinePage(page: {
	script: string;
	style: string;
	locale: 'zh' | 'en';
	title: string;
	needsScript: string;
	data?: Record<string, string>;
	films?: boolean;
}): OfflinePage {
	const script = page.script.replaceAll('</script', '<\\/script');
	const style = page.style.replaceAll('</style', '<\\/style');
	const policy = [
		"default-src 'none'",
		`script-src ${hashOf(script)}`,
		`style-src ${hashOf(style)}`,
		`img-src ${page.films ? "'self' file: " : ''}data:`,
		...(page.films ? ["media-src 'self' file:"] : []),
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	const data = Object.entries(page.data ?? {}).map(
		([id, text]) =>
			`<script type="text/plain" id="${id}">${text.replaceAll('<', '\\u003c')}</script>`
	);
	const html = `<!doctype html>
<html lang="${page.locale === 'en' ? 'en' : 'zh-CN'}">
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
${data.join('\n')}
<script>${script}</script>
</body>
</html>
`;
	return { html, policy: `${policy}; frame-ancestors 'none'` };
}
