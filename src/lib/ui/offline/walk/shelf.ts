import { sizeText } from '../../../domain/size';
import { put } from '../theme';
import type { walk } from '../../../words/zh/walk';
import { part } from './said';
import type { Ground } from './said';
import { able, begun, drop, held } from './store';

/** Lists the other trails kept on this device, each with a button that deletes it. */
export async function shelf(
	{ root, said, pathname }: Ground,
	changed: () => Promise<void>
): Promise<void> {
	const others = (await held()).filter((one) => one.pathname !== pathname);
	const box = part(root, 'saved');
	const rows = others.map((one) =>
		row(one.pathname, {
			text: put(said.pack.other, { name: one.name, size: sizeText(one.bytes) }),
			remove: put(said.pack.otherRemove, { name: one.name }),
			gone: changed
		})
	);
	box.querySelector('ul')!.replaceChildren(...rows);
	box.hidden = rows.length === 0;
}

/** A trail of the list: a link to it, and a button that deletes it. */
function row(
	pathname: string,
	{ text, remove, gone }: { text: string; remove: string; gone: () => Promise<void> }
): HTMLLIElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = pathname;
	link.textContent = text;
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'button';
	button.textContent = remove;
	button.addEventListener('click', async () => {
		await drop(pathname);
		await gone();
	});
	item.append(link, button);
	return item;
}

/** Lists everything this device keeps of trails, also what was begun and never finished. */
export async function listShelf(root: HTMLElement): Promise<void> {
	const words = JSON.parse(root.dataset.said ?? '{}') as Pick<typeof walk, 'pack' | 'shelf'>;
	const [state, list] = [part(root, 'state'), part<HTMLUListElement>(root, 'list')];
	const after = async () => {
		await tell();
		state.textContent = `${words.pack.removed} ${state.textContent}`;
		state.focus();
	};
	async function tell(): Promise<void> {
		const whole = await held();
		const half = await begun();
		list.replaceChildren(
			...whole.map(({ pathname, name, bytes }) =>
				row(pathname, {
					text: put(words.pack.other, { name, size: sizeText(bytes) }),
					remove: put(words.pack.otherRemove, { name }),
					gone: after
				})
			),
			...half.map((pathname) => {
				const name = decodeURIComponent(pathname.split('/').at(-2) ?? '');
				return row(pathname, {
					text: put(words.shelf.begun, { name }),
					remove: put(words.pack.otherRemove, { name }),
					gone: after
				});
			})
		);
		list.hidden = !list.children.length;
		const size = sizeText(whole.reduce((sum, { bytes }) => sum + bytes, 0));
		state.textContent = whole.length
			? put(words.shelf.sum, { n: whole.length, size })
			: words.shelf.none;
	}
	if (await able()) await tell();
	else state.textContent = words.pack.unable;
	root.dataset.alive = '';
}
