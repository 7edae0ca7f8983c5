/**
 * Word and WPS write lists as paragraphs: `style="mso-list:l0 level2 lfo1"`, with the mark of the item
 * in a span of its own. These become lists in lists again.
 */
export function listsOf(body: HTMLElement): void {
	let stack: HTMLElement[] = [];
	let previous: Element | null = null;
	for (const paragraph of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')]) {
		const level = levelOf(paragraph);
		if (!level) continue;
		const follows = previous && stack.length && nextElement(stack[0]!) === paragraph;
		if (!follows) stack = [];
		const mark = takeMark(paragraph);
		const tag = /^\s*[(（]?(?:\d+|[a-z]|[ivx]+|[一二三四五六七八九十]+)[.)）、．]/i.test(mark)
			? 'ol'
			: 'ul';
		stack = stack.slice(0, level);
		// Another kind of list on the same level is another list.
		if (stack.length === level && stack[level - 1]!.localName !== tag) stack.pop();
		while (stack.length < level) {
			const list = body.ownerDocument.createElement(tag);
			const start = Number(/\d+/.exec(mark)?.[0] ?? 1);
			if (tag === 'ol' && stack.length === level - 1 && start > 1)
				list.setAttribute('start', String(start));
			const holder = stack.at(-1);
			if (!holder) paragraph.before(list);
			else itemOf(holder).append(list);
			stack.push(list);
		}
		const item = body.ownerDocument.createElement('li');
		stack.at(-1)!.append(item);
		const text = body.ownerDocument.createElement('p');
		text.append(...paragraph.childNodes);
		item.append(text);
		paragraph.remove();
		previous = stack[0] ?? null;
	}
}

/** 1 … 9 for a paragraph that is an item of a list, else 0. */
function levelOf(paragraph: HTMLElement): number {
	const style = paragraph.getAttribute('style') ?? '';
	if (/mso-list\s*:\s*(?:none|skip|ignore)/i.test(style)) return 0;
	return Math.min(5, Number(/mso-list\s*:[^;]*level(\d)/i.exec(style)?.[1] ?? 0));
}

/** Takes the written mark (`1.`, `·`) off an item and returns it. */
function takeMark(paragraph: HTMLElement): string {
	for (const span of paragraph.querySelectorAll('span'))
		if (/mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? '')) {
			const mark = span.textContent ?? '';
			span.remove();
			return mark;
		}
	return '';
}

/** The last item of a list, where a list below it belongs. */
function itemOf(list: HTMLElement): Element {
	return list.lastElementChild ?? list.appendChild(list.ownerDocument.createElement('li'));
}

/** What follows an element, blanks apart. */
function nextElement(element: Element): Element | null {
	let next = element.nextSibling;
	while (next && next.nodeType === 3 && !next.textContent?.trim()) next = next.nextSibling;
	return next instanceof Element ? next : null;
}
