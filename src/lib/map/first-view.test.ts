import { describe, expect, it } from 'vitest';
import { unitX, unitY } from '../domain/mercator';
import { firstView, placed } from './first-view';
import { FRAME } from './style/frame';

const windows: [number, number][] = [
	[360, 640],
	[360, 300],
	[768, 900],
	[1056, 836],
	[1920, 600]
];

describe('the first view', () => {
	it.each(windows)('shows the same piece of the world as the picture, %d × %d', (width, height) => {
		const { left, top, side } = placed(width, height);
		const view = firstView(width, height);
		const pixels = 512 * 2 ** view.zoom;
		const x = (lon: number) => width / 2 + (unitX(lon) - unitX(view.lon)) * pixels;
		const y = (lat: number) => height / 2 + (unitY(lat) - unitY(view.lat)) * pixels;
		expect(x(FRAME.west)).toBeCloseTo(left, 6);
		expect(x(FRAME.east)).toBeCloseTo(left + side, 6);
		expect(y(FRAME.north)).toBeCloseTo(top, 1);
	});

	it('covers a window of the picture’s own shape exactly', () => {
		expect(placed(800, 600)).toEqual({ left: 0, top: 0, side: 800 });
	});

	it('lets paper show above and below in a tall window rather than lose the hills', () => {
		expect(placed(360, 720).side).toBeCloseTo(486, 6);
	});
});
