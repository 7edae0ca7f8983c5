import { moveOf } from '../shell/keys';

/** What a list does for keys that are not about a row. */
interface Steps {
	search: () => void;
	create: () => void;
	turn: (step: 1 | -1) => void;
}

/**
 * Walks the rows of a list by keyboard. The row one is in is the one that holds the focus, so what is
 * seen, spoken and done is always the same row.
 */
export function walker(list: () => HTMLElement | undefined, { search, create, turn }: Steps) {
	const linkOf = (row: Element) => row.querySelector<HTMLElement>('th[scope=row] a');
	return (event: KeyboardEvent): void => {
		if (document.querySelector('dialog[open]')) return;
		const rows = [...(list()?.querySelectorAll('tbody tr') ?? [])];
		const at = rows.findIndex((row) => row.contains(document.activeElement));
		const move = moveOf(event, at >= 0);
		if (!move) return;
		event.preventDefault();
		if (move === 'search') search();
		else if (move === 'create') create();
		else if (move === 'next') turn(1);
		else if (move === 'previous') turn(-1);
		else if (move === 'select') rows[at]?.querySelector<HTMLElement>('input')?.click();
		else if (move === 'open') linkOf(rows[at]!)?.click();
		else {
			const next = rows[Math.min(rows.length - 1, Math.max(0, at + (move === 'down' ? 1 : -1)))];
			const link = next && linkOf(next);
			link?.focus();
			link?.scrollIntoView({ block: 'nearest' });
		}
	};
}
