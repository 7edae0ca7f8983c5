import { expect, it } from 'vitest';
import { nearestOn, REACH } from './snap';

const flat = ([x, y]: [number, number]) => ({ x, y });

it('means the nearest place within a finger’s width', () => {
	expect(
		nearestOn(
			[
				[30, 0],
				[10, 0],
				[0, 12]
			],
			{ x: 0, y: 0 },
			flat
		)
	).toEqual([10, 0]);
});

it('means the place at the very edge, and none beyond it', () => {
	expect(nearestOn([[REACH, 0]], { x: 0, y: 0 }, flat)).toEqual([REACH, 0]);
	expect(nearestOn([[REACH + 0.01, 0]], { x: 0, y: 0 }, flat)).toBe(null);
	expect(nearestOn([], { x: 0, y: 0 }, flat)).toBe(null);
});
