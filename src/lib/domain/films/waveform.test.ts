import { describe, expect, it } from 'vitest';
import { outlineOf, readWaveform } from './waveform';

describe('a waveform', () => {
	it('is read as it was made, and nothing else is taken for one', () => {
		const made = { every: 0.05, peaks: [0, 40, 100] };
		expect(readWaveform(made)).toEqual(made);
		for (const other of [
			null,
			'',
			[],
			{},
			{ every: 0, peaks: [1] },
			{ every: 1, peaks: [] },
			{ every: 1, peaks: [1, '2'] },
			{ every: 1, peaks: [-1] }
		])
			expect(readWaveform(other)).toBeNull();
	});

	it('shows the loudest of each stretch, mirrored about the middle', () => {
		expect(outlineOf({ every: 1, peaks: [10, 80, 100, 20] }, 4, 2)).toBe(
			'M0 10h.6v80h-.6zM1 0h.6v100h-.6z'
		);
	});

	it('shows a short sound at the beginning of a longer film, and silence as a thin line', () => {
		expect(outlineOf({ every: 1, peaks: [100, 0] }, 4, 4)).toBe(
			'M0 0h.6v100h-.6zM1 49.5h.6v1h-.6zM2 49.5h.6v1h-.6zM3 49.5h.6v1h-.6z'
		);
	});

	it('fits when there are fewer values than columns, and never leaves its box', () => {
		expect(outlineOf({ every: 2, peaks: [300] }, 2, 2)).toBe('M0 0h.6v100h-.6zM1 0h.6v100h-.6z');
	});

	it('shows a soft film as well as a loud one, and does not blow up what is nearly silent', () => {
		const shape = (peaks: number[]) => outlineOf({ every: 1, peaks }, 2, 2);
		expect(shape([40, 20])).toBe(shape([100, 50]));
		expect(shape([4, 2])).toBe('M0 40h.6v20h-.6zM1 45h.6v10h-.6z');
	});
});
