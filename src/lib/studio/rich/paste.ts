import { listsOf } from './word-lists';

/** What carries no words: programs, styles, and Word’s own data. */
const NOTHING =
	'script, style, meta, link, title, head, xml, template, noscript, iframe, object, form, input, select, textarea, button';
const PICTURES = 'img, picture, svg, video, audio, canvas, v\\:imagedata, v\\:shape';
/** Attributes that mean something to us. */
const KEPT = new Set(['href', 'colspan', 'rowspan', 'start']);

/**
 * Pasted HTML without styles, without Word’s own marks and without pictures; lists that Word wrote as
 * paragraphs are lists again, and every cell of a table holds one paragraph. The document it is read
 * into is never shown: no script in it runs, no picture is fetched.
 */
export function tidy(html: string): { html: string; pictures: number } {
	// Our own words come back as they went.
	if (/\sdata-pm-slice=/.test(html)) return { html, pictures: 0 };
	const { body } = new DOMParser().parseFromString(quiet(html), 'text/html');
	for (const element of body.querySelectorAll(NOTHING)) element.remove();
	dropComments(body);
	const pictures = body.querySelectorAll('img').length;
	for (const element of body.querySelectorAll(PICTURES)) element.remove();
	for (const element of body.querySelectorAll<HTMLElement>('[style]'))
		if (isHidden(element)) element.remove();
	for (const element of body.querySelectorAll<HTMLElement>('b, strong, i, em, u, span, font'))
		mark(element);
	listsOf(body);
	for (const cell of body.querySelectorAll('td, th')) flatten(cell);
	for (const [from, to] of [
		['h1', 'h2'],
		['h5', 'h4'],
		['h6', 'h4']
	] as const)
		for (const element of body.querySelectorAll(from)) rename(element, to);
	for (const element of body.querySelectorAll('*'))
		for (const { name } of [...element.attributes])
			if (!KEPT.has(name)) element.removeAttribute(name);
	return { html: body.innerHTML, pictures };
}

/**
 * Without style sheets and handlers. They would do nothing here, but browsers report them to the
 * content security policy even in a document that is never shown.
 */
function quiet(html: string): string {
	return html
		.split(/<\/style\s*>/i)
		.map((part, at, all) => (at < all.length - 1 ? part.replace(/<style[\s>][^]*$/i, '') : part))
		.join('')
		.replace(/<[a-z][^>]*>/gi, (tag) =>
			tag.replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
		);
}

function dropComments(body: HTMLElement): void {
	const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
	const found: Node[] = [];
	while (walker.nextNode()) found.push(walker.currentNode);
	for (const comment of found) comment.parentNode?.removeChild(comment);
}

const isHidden = (element: HTMLElement): boolean =>
	/display\s*:\s*none|mso-hide\s*:\s*all/i.test(element.getAttribute('style') ?? '');

/** Weight, slant and underline said by styles become elements; elements that styles take back go. */
function mark(element: HTMLElement): void {
	const { fontWeight, fontStyle, textDecorationLine, textDecoration } = element.style;
	const tag = element.localName;
	const plainWeight = /^(?:normal|[1-4]00)$/.test(fontWeight);
	if ((tag === 'b' || tag === 'strong') && plainWeight) return unwrap(element);
	if ((tag === 'i' || tag === 'em') && fontStyle === 'normal') return unwrap(element);
	if (tag !== 'span' && tag !== 'font') return;
	const wanted = [
		...(/^(?:bold|bolder|[6-9]00)$/.test(fontWeight) ? ['strong'] : []),
		...(fontStyle === 'italic' ? ['em'] : []),
		...(`${textDecorationLine} ${textDecoration}`.includes('underline') && !element.closest('a')
			? ['u']
			: [])
	];
	for (const name of wanted) {
		const outer = element.ownerDocument.createElement(name);
		outer.append(...element.childNodes);
		element.append(outer);
	}
}

function unwrap(element: Element): void {
	element.replaceWith(...element.childNodes);
}

function rename(element: Element, to: string): void {
	const other = element.ownerDocument.createElement(to);
	other.append(...element.childNodes);
	element.replaceWith(other);
}

/** Several blocks in a cell become lines of one paragraph; a table in a cell becomes its words. */
function flatten(cell: Element): void {
	const { ownerDocument } = cell;
	for (const block of cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, tr, blockquote')) {
		block.before(ownerDocument.createElement('br'));
		block.after(ownerDocument.createElement('br'));
	}
	for (const block of [
		...cell.querySelectorAll(
			'p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, table, thead, tbody, tr, td, th, blockquote'
		)
	].reverse())
		unwrap(block);
	const paragraph = ownerDocument.createElement('p');
	paragraph.append(...cell.childNodes);
	const blank = (node: Node | null) =>
		!!node && (node.nodeName === 'BR' || (node.nodeType === 3 && !node.textContent?.trim()));
	while (blank(paragraph.firstChild)) paragraph.firstChild?.remove();
	while (blank(paragraph.lastChild)) paragraph.lastChild?.remove();
	for (const line of [...paragraph.querySelectorAll('br')])
		if (line.nextSibling?.nodeName === 'BR') line.remove();
	cell.append(paragraph);
}
