import { describe, expect, test } from 'vitest';
import { copiesOf, rateOf, stretchesOf } from './copies';
import type { Pictured } from './copies';

const picture = (over: Partial<Pictured> = {}): Pictured => ({
	codec: 'h264',
	width: 1920,
	height: 1080,
	rate: 25,
	pixels: 'yuv420p',
	interlaced: false,
	bright: false,
	...over
});
const stereo = { codec: 'aac', channels: 2 };
const made = (over: Partial<Pictured>, sound: typeof stereo | null = stereo, bitrate = 5e6) =>
	copiesOf(picture(over), sound, bitrate).map(
		({ kind, width, height, asItIs }) => `${kind} ${width}×${height}${asItIs ? ' as it is' : ''}`
	);

describe('the copies of a film', () => {
	test('take over what browsers play and make a lighter one beside it', () => {
		expect(made({})).toEqual(['1080p 1920×1080 as it is', '720p 1280×720']);
	});

	test('are never larger than it came', () => {
		expect([made({ width: 1280, height: 720 }), made({ width: 640, height: 360 })]).toEqual([
			['720p 1280×720 as it is'],
			['720p 640×360 as it is']
		]);
	});

	test('keep its shape, standing or very wide, in even pixels', () => {
		expect([
			made({ width: 3840, height: 2160 }),
			made({ width: 1080, height: 1920 }),
			made({ width: 2560, height: 1080 }),
			made({ width: 853, height: 481, codec: 'vp9' })
		]).toEqual([
			['1080p 1920×1080', '720p 1280×720'],
			['1080p 1080×1920 as it is', '720p 720×1280'],
			['1080p 1920×810', '720p 1280×540'],
			['720p 852×480']
		]);
	});

	test('are encoded where a browser might show nothing', () => {
		const odd: Partial<Pictured>[] = [
			{ codec: 'hevc' },
			{ pixels: 'yuv422p10le' },
			{ interlaced: true },
			{ bright: true }
		];
		for (const over of odd) expect(made(over)[0]).toBe('1080p 1920×1080');
		expect(made({}, { codec: 'mp3', channels: 2 })[0]).toBe('1080p 1920×1080');
		expect(made({}, { codec: 'aac', channels: 6 })[0]).toBe('1080p 1920×1080');
		expect(made({}, null)[0]).toBe('1080p 1920×1080 as it is');
	});

	test('are encoded where the film is too heavy for a line', () => {
		expect([made({}, stereo, 12_000_000)[0], made({}, stereo, 12_000_001)[0]]).toEqual([
			'1080p 1920×1080 as it is',
			'1080p 1920×1080'
		]);
	});
});

test('a usual rate of frames is kept exactly, an odd one rounded, a very high one lowered', () => {
	expect([23.976, 25, 29.97, 59.94, 29.7, 120, 0.4, null].map(rateOf)).toEqual([
		[24000, 1001],
		[25, 1],
		[30000, 1001],
		[60000, 1001],
		[30, 1],
		[60, 1],
		[1, 1],
		[25, 1]
	]);
});

describe('stretches', () => {
	test('hold whole frames and follow one another without a gap', () => {
		expect(stretchesOf(61, [25, 1])).toEqual([
			{ from: 0, frames: 375 },
			{ from: 15, frames: 375 },
			{ from: 30, frames: 375 },
			{ from: 45, frames: null }
		]);
		const odd = stretchesOf(600, [30000, 1001]);
		expect([odd.length, odd[1]]).toEqual([40, { from: (450 * 1001) / 30000, frames: 450 }]);
	});

	test('of a short film are one', () => {
		expect([stretchesOf(0.5, [25, 1]), stretchesOf(22, [25, 1])]).toEqual([
			[{ from: 0, frames: null }],
			[{ from: 0, frames: null }]
		]);
	});
});
