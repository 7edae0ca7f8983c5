import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { expect, it } from 'vitest';
import { records } from './csv';

const read = (text: string, delimiter = ',') =>
	[...records([text], delimiter)].map(({ line, cells }) => [line, ...cells]);

it('says on which line every record begins, whatever stands before it', () => {
	expect(read('a,b\r\n\r\n"x\r\ny\nz",2\n3,4\r5,6')).toEqual([
		[1, 'a', 'b'],
		[2, ''],
		[3, 'x\r\ny\nz', '2'],
		[6, '3', '4'],
		[7, '5', '6']
	]);
});

it('reads quotes as RFC 4180 says, and quotes inside plain cells as signs', () => {
	expect(read('"a ""b"" c",d"e", "f" ,\n')).toEqual([[1, 'a "b" c', 'd"e"', 'f', '']]);
	expect(read('')).toEqual([]);
	expect(read('""')).toEqual([[1, '']]);
});

it('a quote that never closes is refused with the line it opened on', () => {
	expect(() => read('a\nb,"c\nd\n')).toThrow(
		expect.objectContaining({ reason: 'broken-csv', detail: { line: 2 } })
	);
	expect(() => read(`a\n"${'x'.repeat(300_000)}`)).toThrow(
		expect.objectContaining({ detail: { line: 2 } })
	);
});

it('a record without end is refused', () => {
	expect(() => read('x'.repeat(300_000))).toThrow(
		expect.objectContaining({ reason: 'record-too-long' })
	);
});

it('gives back what a writer wrote, however the text is cut into pieces', () => {
	const cell = fc.string({ unit: fc.constantFrom('a', '，', '"', ',', '\n', ' ', '𠮷', ';', '') });
	// A line of one empty cell cannot be told from a blank line, so the first cell is never empty.
	const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map(([, ...rest]) => ['x', ...rest]);
	fc.assert(
		fc.property(
			fc.array(row, { minLength: 1, maxLength: 8 }),
			fc.integer({ min: 1, max: 7 }),
			(rows, size) => {
				const text = stringify(rows, { quoted: true });
				const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
				expect([...records(pieces, ',')].map(({ cells }) => cells)).toEqual(rows);
			}
		),
		{ numRuns: 500 }
	);
});
