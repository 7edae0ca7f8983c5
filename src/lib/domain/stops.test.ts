import { describe, expect, it } from 'vitest';
import { numbering, stopSpots } from './stops';

describe('numbers of stops', () => {
	it.each([
		[[3], '3'],
		[[5, 3, 4], '3–5'],
		[[1, 4], '1·4'],
		[[1, 2, 4, 7, 8], '1–2·4·7–8']
	])('%j are written %s', (numbers, text) => expect(numbering(numbers)).toBe(text));
});

describe('stops on a map', () => {
	it('share one mark where they share one position', () => {
		const stop = (number: number, lon: number) => ({
			number,
			slug: `s${number}`,
			name: { zh: `第${number}站` },
			lon,
			lat: 30
		});
		const spots = stopSpots([stop(1, 119), stop(2, 120), stop(3, 120)]);
		expect(spots.map(({ label, stops }) => [label, stops.map(({ slug }) => slug)])).toEqual([
			['1', ['s1']],
			['2–3', ['s2', 's3']]
		]);
	});
});
