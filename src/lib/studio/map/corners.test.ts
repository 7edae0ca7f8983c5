import { expect, it } from 'vitest';
import { refuseCorners } from '$lib/domain/base-rule';
import { boxOf, inView } from './corners';

it('puts a picture upright into a view, with its own proportion on the ground', () => {
	const corners = inView([119, 30, 120, 31], 2);
	expect(refuseCorners(corners)).toBe(null);
	const width = (corners[1][0] - corners[0][0]) * Math.cos((30.5 * Math.PI) / 180);
	const height = corners[0][1] - corners[3][1];
	expect(Math.round((width / height) * 1000)).toBe(2000);
	expect(corners.every(([x, y]) => x > 119 && x < 120 && y > 30 && y < 31)).toBe(true);
});

it('finds the box around positions, in whatever order they come', () => {
	expect(
		boxOf([
			[120, 30],
			[119, 31],
			[119.5, 30.5]
		])
	).toEqual([
		[119, 30],
		[120, 31]
	]);
});
