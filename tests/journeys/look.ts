import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = createRequire(import.meta.url)('axe-core').source as string;

/** WCAG 2.2 A and AA, and what axe recommends beyond. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on a page, one line per element. */
export async function axe(page: Page): Promise<string[]> {
	await page.evaluate(axeSource);
	return page.evaluate(async (tags) => {
		const { axe } = window as unknown as { axe: typeof import('axe-core') };
		const { violations } = await axe.run(document, {
			runOnly: { type: 'tag', values: tags },
			resultTypes: ['violations']
		});
		return violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, any, all, none }) => {
				const why = [...any, ...all, ...none][0]?.message ?? '';
				return `${id}: ${target.join(' ')} ${why}`.slice(0, 260);
			})
		);
	}, TAGS);
}

/** What sticks out sideways at a window width, one line per element; nothing when all of it fits. */
export async function sticksOut(page: Page, width: number): Promise<string[]> {
	await page.setViewportSize({ width, height: 720 });
	return page.evaluate((width) => {
		const root = document.documentElement;
		if (root.scrollWidth <= width) return [];
		const wide = [...document.body.querySelectorAll('*')].filter((element) => {
			const { right, width: own } = element.getBoundingClientRect();
			return own > 0 && right > width + 1;
		});
		const names = wide.slice(0, 4).map((element) => `${element.tagName}.${element.className}`);
		return [`${root.scrollWidth} px wide at ${width} px: ${names.join(', ')}`];
	}, width);
}

/** Chinese on an English page that no `lang` marks as Chinese: a screen reader would garble it. */
export function unmarkedChinese(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (walker.nextNode()) {
			const text = walker.currentNode.textContent ?? '';
			const parent = walker.currentNode.parentElement;
			if (!/\p{Script=Han}/u.test(text) || !parent || /SCRIPT|STYLE/.test(parent.tagName)) continue;
			if (!parent.closest('[lang]')?.getAttribute('lang')?.startsWith('zh'))
				found.push(`not marked as Chinese: ${text.trim().slice(0, 40)}`);
		}
		return found;
	});
}

/** Text under 18 pt and targets under 60 px that elder mode shows (GB/T 37668-2019), one line each. */
export function tooSmall(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const shown = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return (
				width > 1 &&
				height > 1 &&
				element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
			);
		};
		// In a picture of the map symbols lie where their places are; the list is its equal (WCAG 2.5.8).
		const PICTURE = 'svg, canvas, noscript, .poster';
		const found = new Set<string>();
		const nameOf = (element: Element) =>
			`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').trim().slice(0, 20)}”`;
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const parent = walker.currentNode.parentElement!;
			if (!walker.currentNode.textContent?.trim() || parent.closest(PICTURE)) continue;
			if (!shown(parent)) continue;
			const size = parseFloat(getComputedStyle(parent).fontSize);
			if (size < 23.9) found.add(`text of ${size} px: ${nameOf(parent)}`);
		}
		const targets = 'a[href], button, summary, select, textarea, input:not([type=hidden])';
		for (const element of document.querySelectorAll(targets)) {
			if (element.closest(`${PICTURE}, .unseen, [tabindex="-1"]`)) continue;
			const box = element.matches('[type=checkbox], [type=radio]')
				? (element.closest('label') ?? element)
				: element;
			if (!shown(box) || element.matches(':disabled')) continue;
			if (isInSentence(element)) continue;
			const { height } = box.getBoundingClientRect();
			if (height < 59.5) found.add(`target of ${Math.round(height)} px: ${nameOf(element)}`);
		}
		return [...found];

		/** A link among other words (WCAG 2.5.8, inline). */
		function isInSentence(element: Element): boolean {
			if (getComputedStyle(element).display !== 'inline') return false;
			const around = element.closest('p, dd, li, td, figcaption, blockquote');
			const own = element.textContent?.trim().length ?? 0;
			return around !== null && (around.textContent?.trim().length ?? 0) > own;
		}
	});
}
