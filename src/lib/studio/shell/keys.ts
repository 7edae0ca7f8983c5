/** What of a keyboard event matters here. */
type Pressed = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'
>;

/** Whether somebody is writing: then letters are letters. */
export function isWriting(target: EventTarget | null): boolean {
	const element = target as Partial<HTMLElement> & { type?: string };
	if (!element?.tagName) return false;
	if (element.isContentEditable) return true;
	if (element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true;
	return (
		element.tagName === 'INPUT' &&
		!['checkbox', 'radio', 'button', 'submit', 'range'].includes(element.type ?? '')
	);
}

/** What a key opens anywhere in the studio: Ctrl+K or ⌘K the palette, ? the shortcuts. */
export function opens(event: Pressed): 'palette' | 'shortcuts' | null {
	if (event.isComposing) return null;
	if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey)
		return event.key.toLowerCase() === 'k' ? 'palette' : null;
	if (event.key === '?' && !event.altKey && !event.ctrlKey && !event.metaKey)
		return isWriting(event.target) ? null : 'shortcuts';
	return null;
}

/** What a key does in a list; null for keys a list leaves alone. */
type Move = 'down' | 'up' | 'select' | 'open' | 'search' | 'create' | 'next' | 'previous' | null;

/**
 * Single letters as in mail programs. Arrow keys move only while a row has the focus, so that they
 * go on scrolling the page for everybody else.
 */
export function moveOf(event: Pressed, onRow: boolean): Move {
	if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
	if (isWriting(event.target)) return null;
	switch (event.key) {
		case 'j':
			return 'down';
		case 'k':
			return 'up';
		case 'ArrowDown':
			return onRow ? 'down' : null;
		case 'ArrowUp':
			return onRow ? 'up' : null;
		case 'x':
			return onRow ? 'select' : null;
		case 'o':
			return onRow ? 'open' : null;
		case '/':
			return 'search';
		case 'n':
			return 'create';
		case ']':
			return 'next';
		case '[':
			return 'previous';
		default:
			return null;
	}
}
