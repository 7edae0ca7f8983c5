import { isWriting } from '../shell/keys';

/** What a key does while an entry is checked. */
type CheckKey =
	'next' | 'before' | 'pass' | 'return' | 'refuse' | 'film' | 'list' | 'none' | 'help' | null;

type Pressed = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'
>;

const keys: Record<string, CheckKey> = {
	j: 'next',
	k: 'before',
	p: 'pass',
	r: 'return',
	x: 'refuse',
	v: 'film',
	u: 'list',
	Escape: 'none',
	'?': 'help'
};

/** Single letters as in mail programs; a film that has the focus keeps its own, and so does a field. */
export function checkKey(event: Pressed): CheckKey {
	if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
	const key = Object.hasOwn(keys, event.key) ? keys[event.key]! : null;
	if (key === 'none') return key;
	if (isWriting(event.target)) return null;
	const inside = (event.target as Partial<Element> | null)?.closest?.('.player');
	return inside && key !== 'help' ? null : key;
}
