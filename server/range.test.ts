import { describe, expect, it } from 'vitest';
import { byteRange, isSaneRange } from './range';

describe('byte ranges', () => {
	it.each(['bytes=0-0', 'bytes=5-9', 'bytes=5-', 'bytes=-5'])('%s is sane', (header) => {
		expect(isSaneRange(header)).toBe(true);
	});

	it.each([
		'bytes=5-2',
		'bytes=-',
		'bytes=',
		'bytes=a-b',
		'bytes=0-1,3-4',
		'bytes=--1',
		'bytes=1e3-',
		'items=0-5',
		'0-5',
		'bytes=99999999999999999999-',
		''
	])('%s is not', (header) => {
		expect(isSaneRange(header)).toBe(false);
	});

	it('gives the bytes asked for, cut at the end of the file', () => {
		expect(byteRange('bytes=0-0', 10)).toEqual({ start: 0, end: 0 });
		expect(byteRange('bytes=5-9', 10)).toEqual({ start: 5, end: 9 });
		expect(byteRange('bytes=5-99', 10)).toEqual({ start: 5, end: 9 });
		expect(byteRange('bytes=5-', 10)).toEqual({ start: 5, end: 9 });
		expect(byteRange('bytes=-3', 10)).toEqual({ start: 7, end: 9 });
		expect(byteRange('bytes=-30', 10)).toEqual({ start: 0, end: 9 });
	});

	it('gives nothing when no byte asked for exists', () => {
		expect(byteRange('bytes=10-', 10)).toBe(null);
		expect(byteRange('bytes=-0', 10)).toBe(null);
		expect(byteRange('bytes=-5', 0)).toBe(null);
	});
});
