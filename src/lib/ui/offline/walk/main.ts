import { readAloud } from './aloud';
import { follow } from './position';
import { offerPack } from './saving';
import { listShelf } from './shelf';
import type { Ground } from './said';
import { stepThrough } from './steps';

// The whole script of walk pages and of the list of those kept. A walk page is a plain list without it; with it, one stop at a time.
const root = document.querySelector<HTMLElement>('[data-walk]');
if (root) {
	const ground: Ground = {
		root,
		said: JSON.parse(root.dataset.said ?? '{}') as Ground['said'],
		pathname: root.dataset.walk ?? '',
		name: root.dataset.name ?? ''
	};
	if (root.querySelector('[data-stops]')) {
		const walk = stepThrough(ground);
		follow(ground, walk);
		readAloud(ground, walk);
	}
	void offerPack(ground);
	root.dataset.alive = '';
}
const list = document.querySelector<HTMLElement>('[data-shelf]');
if (list) void listShelf(list);
