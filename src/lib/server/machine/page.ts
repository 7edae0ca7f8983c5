import { escapeXml } from '$lib/domain/xml';
import { tagOf } from '$lib/domain/locale';
import type { Spoken } from './speech';

interface Entry {
	href: string;
	title: string;
	note?: string;
}

const STYLE =
	'body{margin:0;background:#f8f5ee;color:#1e2623;font:1.0625rem/1.7 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif}main{max-width:46rem;margin:0 auto;padding:3rem 1.25rem 5rem}h1{margin:0 0 .5rem;font:700 1.875rem/1.35 "Noto Serif SC","Songti SC","Noto Serif CJK SC",serif}p{margin:.5rem 0}ul{margin:2rem 0;padding:0;list-style:none;border-top:1px solid #d9d8cc}li{padding:.75rem 0;border-bottom:1px solid #d9d8cc}li a{display:inline-block;min-height:1.5rem}a{color:#2f6557}code{overflow-wrap:anywhere;color:#4b5752;font-size:.875rem}li p{margin:0;color:#4b5752}@media(prefers-color-scheme:dark){body{background:#131917;color:#ecebe3}a{color:#8ec4b1}ul,li{border-color:#35403c}code,li p{color:#c0c6c0}}';

/** A plain page about the interface: what it is and where it leads. Needs no script and no other file. */
export function page(
	words: Spoken,
	{ title, description, entries }: { title: string; description: string; entries: Entry[] }
): Response {
	const lang = tagOf(words.locale);
	const list = entries
		.map(
			({ href, title, note }) =>
				`<li><a href="${escapeXml(href)}">${escapeXml(title)}</a>${note ? `<p>${escapeXml(note)}</p>` : ''} <code>${escapeXml(href)}</code></li>`
		)
		.join('');
	const home = words.locale === 'en' ? '/en' : '/';
	const body = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(title)}</title><meta name="description" content="${escapeXml(description)}"><link rel="icon" href="/icon.svg"><style>${STYLE}</style></head><body><main><h1>${escapeXml(title)}</h1><p>${escapeXml(description)}</p><ul>${list}</ul><p><a href="${home}">${escapeXml(words.machines.api.home)}</a></p></main></body></html>`;
	return new Response(body, {
		headers: { 'content-type': 'text/html; charset=utf-8', vary: 'Accept' }
	});
}
