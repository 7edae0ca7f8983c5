import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Reads rows page by page and lets others have their turn between two, so that no page of the portal
 * waits until tens of thousands of rows are read.
 * @param read the next rows after the last one of the page before; fewer than `size` are the last ones
 */
export async function* inPages<Row>(
	size: number,
	read: (after: Row | null) => Promise<Row[]>
): AsyncGenerator<Row[]> {
	for (let last: Row | null = null; ; await nextTurn()) {
		const rows = await read(last);
		yield rows;
		if (rows.length < size) return;
		last = rows.at(-1)!;
	}
}
