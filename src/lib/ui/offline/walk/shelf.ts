import { sizeText } from '../../../domain/size';
import { put } from '../theme';
import { part } from './said';
import type { Ground } from './said';
import { drop, held } from './store';

/** Lists the other trails kept on this device, each with a button that deletes it. */
export async function shelf(
	{ root, said, pathname }: Ground,
	changed: () => Promise<void>
): Promise<void> {
	const others = (await held()).filter((one) => one.pathname !== pathname);
	const box = part(root, 'saved');
	const rows = others.map((one) => {
		const row = document.createElement('li');
		const link = document.createElement('a');
		link.href = one.pathname;
		link.textContent = put(said.pack.other, { name: one.name, size: sizeText(one.bytes) });
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'button';
		button.textContent = put(said.pack.otherRemove, { name: one.name });
		button.addEventListener('click', async () => {
			await drop(one.pathname);
			await changed();
		});
		row.append(link, button);
		return row;
	});
	box.querySelector('ul')!.replaceChildren(...rows);
	box.hidden = rows.length === 0;
}
