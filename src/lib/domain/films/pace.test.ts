import { expect, test } from 'vitest';
import { paceOf, remaining, sampled } from './pace';
import type { Sample } from './pace';

const flow = (...pairs: [number, number][]) =>
	pairs.reduce<Sample[]>((all, [at, bytes]) => sampled(all, { at, bytes }), []);

test('the pace is that of the last ten seconds', () => {
	expect(paceOf(flow([0, 0], [2000, 2000]))).toBe(1000);
	// Slow long ago, quick now.
	expect(paceOf(flow([0, 0], [60_000, 600], [65_000, 5600]))).toBe(1000);
});

test('nothing is said after less than a second', () => {
	expect([paceOf(flow([0, 0], [999, 1e6])), paceOf([])]).toEqual([null, null]);
});

test('what is lost on the way and sent again never makes the pace negative', () => {
	expect(paceOf(flow([0, 0], [1000, 16_000], [2000, 0], [4000, 2000]))).toBe(500);
});

test('what remains follows from the pace, and standing still says nothing', () => {
	expect([remaining(1000, 0, 5000), remaining(1000, 5000, 5000), remaining(0, 0, 1)]).toEqual([
		5,
		0,
		null
	]);
	expect(remaining(null, 0, 1)).toBeNull();
});
