import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockText, partsOf, pictureAt, readClock } from './clock';

test('lengths are written as people write them', () => {
	expect([0, 7, 65, 3723, Number.NaN, -3].map(clockText)).toEqual([
		'0:00',
		'0:07',
		'1:05',
		'1:02:03',
		'0:00',
		'0:00'
	]);
	expect(partsOf(3723)).toEqual([1, 2, 3]);
});

test('what is written is read back', () => {
	fc.assert(fc.property(fc.nat(99 * 3600), (s) => readClock(clockText(s)) === s));
	expect(['75', '1:75', '', 'x', '1:2:3:4', ' 2:05 '].map(readClock)).toEqual([
		75,
		null,
		null,
		null,
		null,
		125
	]);
});

test('every moment has its picture, the last one holds to the end', () => {
	const board = { every: 5, columns: 10, count: 13 };
	expect([0, 4.9, 5, 52, 60, 1e6, -1].map((s) => pictureAt(board, s))).toEqual([
		{ column: 0, row: 0 },
		{ column: 0, row: 0 },
		{ column: 1, row: 0 },
		{ column: 0, row: 1 },
		{ column: 2, row: 1 },
		{ column: 2, row: 1 },
		{ column: 0, row: 0 }
	]);
});
