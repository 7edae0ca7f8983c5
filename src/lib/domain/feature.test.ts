import { describe, expect, test } from 'vitest';
import { crosses, slim } from './feature';
import type { Box } from './geo';

const box: Box = [1, 1, 2, 2];

describe('a line and a box', () => {
	test('meet when a stop lies inside or on the edge', () => {
		expect(crosses([[1.5, 1.5]], box)).toBe(true);
		expect(crosses([[1, 2]], box)).toBe(true);
	});

	test('meet when the line only passes through', () => {
		expect(
			crosses(
				[
					[0, 0],
					[3, 3]
				],
				box
			)
		).toBe(true);
		expect(
			crosses(
				[
					[0, 1.5],
					[3, 1.5]
				],
				box
			)
		).toBe(true);
	});

	test('do not meet when only their outlines overlap', () => {
		expect(
			crosses(
				[
					[0, 1.9],
					[1.1, 3]
				],
				box
			)
		).toBe(false);
		expect(crosses([[0.5, 1.5]], box)).toBe(false);
		expect(crosses([], box)).toBe(false);
	});
});

describe('a slim feature', () => {
	const whole = {
		type: 'Feature' as const,
		id: 'hall',
		geometry: null,
		properties: { name: '馆', kind: 'site' }
	};

	test('keeps the wished properties only, and all when nothing is wished', () => {
		expect(slim(whole, ['kind']).properties).toEqual({ kind: 'site' });
		expect(slim(whole, null)).toEqual(whole);
	});
});
