import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { markOf, shaOf } from './sha';

const bytes = (length: number, seed = 1) =>
	Uint8Array.from({ length }, (_, i) => (i * seed * 31) & 255);
const ours = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');

test('the hash of a file is that of its bytes, however many pieces it has', async () => {
	for (const length of [0, 1, 4 * 1024 * 1024, 9 * 1024 * 1024 + 7]) {
		const data = bytes(length);
		expect(await shaOf(new Blob([data]), () => {})).toBe(ours(data));
	}
});

test('how far it is only grows, to the whole', async () => {
	const told: number[] = [];
	await shaOf(new Blob([bytes(9 * 1024 * 1024)]), (share) => told.push(share));
	expect([told.length, told.at(-1), told.toSorted((a, b) => a - b)]).toEqual([3, 1, told]);
});

test('a file is known again by its mark, and another by another', async () => {
	const data = bytes(3 * 1024 * 1024);
	const other = data.slice();
	other[other.length - 1]! ^= 1;
	const marks = await Promise.all(
		[data, data, other, data.slice(1)].map((d) => markOf(new Blob([d])))
	);
	expect(marks[0]).toBe(marks[1]);
	expect(new Set(marks).size).toBe(3);
});
