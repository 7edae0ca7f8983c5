import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteRange } from './byte-range';
import { fileKind } from './file-key';

describe('a range of bytes', () => {
	test('is a part of the file, cut at its end', () => {
		expect(byteRange('bytes=0-0', 10)).toEqual({ start: 0, end: 0 });
		expect(byteRange('bytes=5-', 10)).toEqual({ start: 5, end: 9 });
		expect(byteRange('bytes=-3', 10)).toEqual({ start: 7, end: 9 });
		expect(byteRange('bytes=-99', 10)).toEqual({ start: 0, end: 9 });
		expect(byteRange('bytes=8-99', 10)).toEqual({ start: 8, end: 9 });
	});

	test('beyond the end is nothing', () => {
		for (const header of ['bytes=10-', 'bytes=10-20', 'bytes=-0'])
			expect([header, byteRange(header, 10)]).toEqual([header, 'nothing']);
		expect(byteRange('bytes=-5', 0)).toBe('nothing');
	});

	test('that is malformed, inverted, manifold or of another unit is ignored', () => {
		for (const header of [
			null,
			'',
			'bytes=5-2',
			'bytes=-',
			'bytes=0-1,3-4',
			'lines=0-1',
			'bytes=a-b',
			'bytes=1e3-',
			`bytes=${'9'.repeat(400)}-`
		])
			expect([header, byteRange(header, 10)]).toEqual([header, null]);
	});

	test('always lies within the file', () => {
		fc.assert(
			fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, size) => {
				const found = byteRange(`bytes=${a}-${b}`, size);
				if (found === null) return b < a;
				return found === 'nothing' || (found.start <= found.end && found.end < size);
			})
		);
	});
});

describe('the key of a stored file', () => {
	test('says how the file is sent', () => {
		expect(fileKind('ab/cdef.webp')).toEqual({ type: 'image/webp', attachment: false });
		expect(fileKind('report.PDF')).toEqual({ type: 'application/pdf', attachment: true });
	});

	test('that leads elsewhere or names another type is none', () => {
		for (const key of [
			'',
			'..',
			'../a.png',
			'a/../b.png',
			'a//b.png',
			'/a.png',
			'.a.png',
			'a/.b.png',
			'a\\b.png',
			'a\0.png',
			'%2e%2e/a.png',
			'馆.png',
			'a.svg',
			'a.html',
			'a.constructor',
			'a',
			`${'a'.repeat(200)}.png`
		])
			expect([key, fileKind(key)]).toEqual([key, null]);
	});
});
