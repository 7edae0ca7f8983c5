import { expect, it } from 'vitest';
import { bitrateOf, lengthOf, streamsOf } from './probe';

const video = { codec_type: 'video', codec_name: 'h264', width: 1440, height: 1080 };

it('gives pictures as they are seen: pixels square, phone held upright', () => {
	const size = (over: object) => {
		const [stream] = streamsOf({ streams: [{ ...video, ...over }] });
		return [stream!.width, stream!.height];
	};
	expect(size({})).toEqual([1440, 1080]);
	expect(size({ sample_aspect_ratio: '4:3' })).toEqual([1920, 1080]);
	expect(size({ sample_aspect_ratio: '0:1' })).toEqual([1440, 1080]);
	expect(size({ side_data_list: [{ rotation: -90 }] })).toEqual([1080, 1440]);
	expect(size({ side_data_list: [{}, { rotation: 180 }] })).toEqual([1440, 1080]);
	expect(size({ width: 0 })).toEqual([undefined, undefined]);
});

it('gives frames a second from what is told, and none from nonsense', () => {
	const rate = (avg: string, r?: string) =>
		streamsOf({
			streams: [{ ...video, avg_frame_rate: avg, ...(r ? { r_frame_rate: r } : {}) }]
		})[0]!.rate;
	expect(rate('30000/1001')).toBe(29.97);
	expect(rate('0/0', '25/1')).toBe(25);
	expect(rate('0/0')).toBe(undefined);
	expect(rate('x')).toBe(undefined);
});

it('calls a cover an attachment, uncompressed sound pcm, and what is unknown data', () => {
	expect(
		streamsOf({
			streams: [
				{ codec_type: 'video', codec_name: 'mjpeg', disposition: { attached_pic: 1 } },
				{ codec_type: 'audio', codec_name: 'pcm_s24le', channels: 2, sample_rate: '48000' },
				{ codec_type: 'subtitle', codec_name: 'subrip', tags: { language: 'zho' } },
				{ codec_type: 'subtitle', tags: { language: '<script>' } },
				{}
			]
		})
	).toEqual([
		{ kind: 'attachment', codec: 'mjpeg' },
		{ kind: 'audio', codec: 'pcm', channels: 2, sampleRate: 48000 },
		{ kind: 'subtitle', codec: 'subrip', language: 'zho' },
		{ kind: 'subtitle', codec: 'unknown' },
		{ kind: 'data', codec: 'unknown' }
	]);
});

it('knows no length and no rate where none is told', () => {
	expect(lengthOf({ format: { duration: '12.5' } })).toBe(12.5);
	expect([lengthOf({}), lengthOf({ format: { duration: 'N/A' } }), bitrateOf({})]).toEqual([
		null,
		null,
		null
	]);
});
