import { part } from './said';
import type { Ground } from './said';

/** Where the walker is, and who wants to know when that changes. */
export interface Walk {
	current: () => HTMLElement;
	onturn: (told: () => void) => void;
}

/** Shows one stop at a time; which one stands in the address, so a reload stays there. */
export function stepThrough({ root, said }: Ground): Walk {
	const stops = [...part(root, 'stops').querySelectorAll<HTMLElement>(':scope > li')];
	const steps = part(root, 'steps');
	const previous = part<HTMLButtonElement>(root, 'previous');
	const next = part<HTMLButtonElement>(root, 'next');
	const all = part<HTMLButtonElement>(root, 'all');
	const tellers: (() => void)[] = [];
	let at = Math.max(
		0,
		stops.findIndex(({ id }) => `#${id}` === location.hash)
	);
	let listed = false;

	function show(): void {
		stops.forEach((stop, i) => {
			stop.hidden = !listed && i !== at;
			if (stop.hidden) stop.querySelectorAll('audio').forEach((audio) => audio.pause());
		});
		// Kept in place while unusable, so that the focus of a keyboard is not lost.
		previous.setAttribute('aria-disabled', String(listed || at === 0));
		next.setAttribute('aria-disabled', String(listed || at === stops.length - 1));
		all.textContent = listed ? said.steps.one : said.steps.all;
		tellers.forEach((tell) => tell());
	}
	function turn(by: number): void {
		const there = at + by;
		if (listed || !stops[there]) return;
		at = there;
		history.replaceState(history.state, '', `#${stops[at]!.id}`);
		show();
		stops[at]!.focus({ preventScroll: true });
		stops[at]!.scrollIntoView({ block: 'start' });
	}
	previous.addEventListener('click', () => turn(-1));
	next.addEventListener('click', () => turn(1));
	all.addEventListener('click', () => {
		listed = !listed;
		show();
	});
	window.addEventListener('hashchange', () => {
		const there = stops.findIndex(({ id }) => `#${id}` === location.hash);
		if (there < 0) return;
		at = there;
		show();
	});
	steps.hidden = false;
	show();
	return { current: () => stops[at]!, onturn: (told) => void tellers.push(told) };
}
