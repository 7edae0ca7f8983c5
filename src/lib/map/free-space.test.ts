import { describe, expect, it } from 'vitest';
import { besideCard, covered } from './free-space';

const area = (left: number, top: number, right: number, bottom: number) => ({
	left,
	top,
	right,
	bottom
});

describe('what a card leaves free', () => {
	it('is to its right on a wide map', () => {
		expect(besideCard(area(400, 65, 1400, 865), area(412, 77, 762, 400))).toEqual([181, 0]);
	});

	it('is above a sheet from below', () => {
		expect(besideCard(area(0, 65, 360, 465), area(0, 365, 360, 740))).toEqual([0, -50]);
	});

	it('counts only what of the map is in sight', () => {
		expect(besideCard(area(0, -100, 360, 300), area(0, 200, 360, 740))).toEqual([0, 0]);
	});

	it('is nothing where the card covers all', () => {
		expect(besideCard(area(0, 65, 360, 465), area(0, 100, 360, 740))).toEqual([0, 0]);
	});
});

describe('a spot under a card', () => {
	it('is covered with a margin around', () => {
		const card = area(100, 100, 200, 200);
		expect([covered({ x: 150, y: 150 }, card), covered({ x: 80, y: 150 }, card)]).toEqual([
			true,
			true
		]);
		expect(covered({ x: 70, y: 150 }, card)).toBe(false);
	});
});
