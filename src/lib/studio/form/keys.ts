/** What a key asks of a form; null for everything else. Text inputs undo their own typing. */
export function pressed(event: KeyboardEvent): 'save' | 'undo' | 'redo' | null {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
	const letter = event.key.toLowerCase();
	if (letter === 's' && !event.shiftKey) return 'save';
	if (letter !== 'z' && letter !== 'y') return null;
	const own = 'textarea, input:not([type=checkbox], [type=radio]), [contenteditable]';
	if ((event.target as HTMLElement).closest(own)) return null;
	return letter === 'y' || event.shiftKey ? 'redo' : 'undo';
}
