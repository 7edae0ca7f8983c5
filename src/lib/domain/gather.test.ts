import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { around, gather, stack } from './gather';

const at = (lon: number, lat: number) => ({ lon, lat });
const points = fc.array(
	fc.record({
		lon: fc.double({ min: 119, max: 121, noNaN: true }),
		lat: fc.double({ min: 30, max: 31, noNaN: true })
	}),
	{ maxLength: 60 }
);

describe('gathering points for a picture', () => {
	it('loses nobody and counts nobody twice', () => {
		fc.assert(
			fc.property(points, (all) => {
				const members = gather(all, 0.0002).flatMap((group) => group.members);
				expect(members.length).toBe(all.length);
				expect(new Set(members).size).toBe(all.length);
			})
		);
	});

	it('puts points at one position into one group, whatever the reach', () => {
		const here = [at(119.75, 30.45), at(119.75, 30.45), at(119.97, 30.39)];
		expect(gather(here, 0).map(({ members }) => members.length)).toEqual([2, 1]);
	});

	it('puts a group in the middle of its members', () => {
		expect(gather([at(119, 30), at(119.002, 30)], 0.001)).toEqual([
			{ lon: 119.001, lat: 30, members: [at(119, 30), at(119.002, 30)] }
		]);
	});

	it('keeps apart what lies further than the reach', () => {
		expect(gather([at(119, 30), at(119.5, 30)], 0.001).length).toBe(2);
	});
});

describe('stacking points', () => {
	it('keeps the order of first appearance', () => {
		const [a, b, c] = [at(1, 1), at(2, 2), at(1, 1)];
		expect(stack([a, b, c])).toEqual([[a, c], [b]]);
	});
});

describe('the box around positions', () => {
	it('touches the outermost ones and is nothing for none', () => {
		expect(
			around([
				[1, 2],
				[3, -4]
			])
		).toEqual([1, -4, 3, 2]);
		expect(around([])).toBeNull();
	});
});
