import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilmFacts, Verdict } from './facts';
import { judge, worst } from './judge';
import type { BrowserFacts } from './judge';
import { filmRules } from './limits';
import type { FilmLimits, FilmRule } from './limits';
import { hasShape, nameShape } from './ratio';
import { readSpan, spanOf } from './span';

const limits = (over: Partial<FilmLimits> = {}): FilmLimits => ({
	minSeconds: 60,
	maxSeconds: 300,
	maxBytes: 2e9,
	containers: ['mp4', 'mov'],
	videoCodecs: ['h264', 'hevc'],
	audioCodecs: ['aac'],
	minShortSide: 1080,
	maxLongSide: 3840,
	ratios: ['16:9'],
	minRate: 24,
	maxRate: 60,
	minBitrate: 2e6,
	subtitles: 'file',
	sound: true,
	maxBlack: 0.1,
	maxSilent: 0.5,
	minLoudness: -30,
	maxLoudness: -8,
	severity: {},
	...over
});
const good: FilmFacts = {
	size: 1e9,
	magic: 'video/mp4',
	container: 'mp4',
	duration: 240,
	bitrate: 8e6,
	streams: [
		{ kind: 'video', codec: 'h264', width: 1920, height: 1080, rate: 25 },
		{ kind: 'audio', codec: 'aac', channels: 2, sampleRate: 48000 }
	],
	black: 2,
	silent: 5,
	loudness: -18,
	peak: -1,
	...{ damage: [], hidden: [], reaches: [], took: 900, tool: 'ffmpeg 5' }
};
const picture = (over: object): FilmFacts => ({
	...good,
	streams: [{ ...good.streams[0]!, ...over }, good.streams[1]!]
});
const says = (
	rule: FilmRule,
	facts: BrowserFacts,
	over: Partial<FilmLimits> = {},
	captions = true
): Verdict => judge(limits(over), facts, { captions }).find((verdict) => verdict.rule === rule)!;
const result = (...asked: Parameters<typeof says>) => says(...asked).result;

describe('the technical check', () => {
	it('answers every rule, in order, and a good film passes all', () => {
		const verdicts = judge(limits(), good, { captions: true });
		expect(verdicts.map(({ rule }) => rule)).toEqual([...filmRules]);
		expect(verdicts.filter((verdict) => verdict.result !== 'pass')).toEqual([]);
		expect(worst(verdicts)).toBe('pass');
	});

	it('says what was measured and what was asked', () => {
		expect(says('length', { ...good, duration: 301 })).toEqual({
			rule: 'length',
			result: 'fail',
			measured: 301,
			asked: '60..300'
		});
		expect(says('ratio', picture({ width: 1440, height: 1080 }))).toMatchObject({
			measured: '4:3',
			asked: '16:9'
		});
		expect(says('resolution', picture({ width: 720, height: 576 }))).toMatchObject({
			result: 'fail',
			measured: '720×576',
			asked: '1080..3840'
		});
	});

	it('takes bounds as inclusive', () => {
		const number = fc.integer({ min: 1, max: 1e9 });
		fc.assert(
			fc.property(number, number, number, (a, b, value) => {
				const [minSeconds, maxSeconds] = [Math.min(a, b), Math.max(a, b)];
				const within = value >= minSeconds && value <= maxSeconds;
				const over = { minSeconds, maxSeconds };
				expect(result('length', { ...good, duration: value }, over)).toBe(within ? 'pass' : 'fail');
				for (const bound of [minSeconds, maxSeconds])
					expect(result('length', { ...good, duration: bound }, over)).toBe('pass');
				expect(result('length', { ...good, duration: minSeconds - 0.001 }, over)).toBe('fail');
				expect(result('length', { ...good, duration: maxSeconds + 0.001 }, over)).toBe('fail');
				expect(result('size', { ...good, size: value }, { maxBytes: value })).toBe('pass');
				expect(result('size', { ...good, size: value + 1 }, { maxBytes: value })).toBe('fail');
			})
		);
	});

	it('takes 29.97 for 30 and 23.976 for 24, and 25 for neither', () => {
		const at = (rate: number, minRate: number, maxRate: number) =>
			result('rate', picture({ rate }), { minRate, maxRate });
		expect(at(29.97, 30, 30)).toBe('pass');
		expect(at(30, 29.97, 29.97)).toBe('pass');
		expect(at(23.976, 24, 60)).toBe('pass');
		expect(at(59.94, 24, 60)).toBe('pass');
		expect(at(25, 30, 30)).toBe('fail');
		expect(at(25, 24, 24)).toBe('fail');
		expect(at(29.8, 30, 30)).toBe('fail');
	});

	it('allows two per cent of a shape, inclusive, and tells upright from lying', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (a, b) => {
				const height = b * 1000;
				expect(hasShape(a * 1000, height, `${a}:${b}`)).toBe(true);
				expect(hasShape(a * 1020, height, `${a}:${b}`)).toBe(true);
				expect(hasShape(a * 980, height, `${a}:${b}`)).toBe(true);
				expect(hasShape(a * 1021, height, `${a}:${b}`)).toBe(false);
				expect(hasShape(a * 979, height, `${a}:${b}`)).toBe(false);
			})
		);
		expect(hasShape(1920, 1088, '16:9')).toBe(true);
		expect(hasShape(1080, 1920, '16:9')).toBe(false);
		expect([nameShape(1080, 1920), nameShape(1998, 1080), nameShape(2048, 858)]).toEqual([
			'9:16',
			'1.85:1',
			'2.39:1'
		]);
		for (const shape of ['', '16', '16:0', '0:9', 'a:b', '1:1:1'])
			expect(hasShape(16, 9, shape)).toBe(false);
	});

	it('asks nothing where nothing is asked', () => {
		const free = limits({
			...{ minSeconds: null, maxSeconds: null, minShortSide: null, maxLongSide: null },
			...{ containers: [], videoCodecs: [], audioCodecs: [], ratios: [] },
			...{ minRate: null, maxRate: null, minBitrate: null, maxBlack: null, maxSilent: null },
			...{ minLoudness: null, maxLoudness: null, subtitles: 'free', sound: false }
		});
		const odd: FilmFacts = {
			...good,
			...{ container: 'mkv', duration: 9999, bitrate: 1, black: 9999, loudness: null },
			streams: [{ kind: 'video', codec: 'theora', width: 16, height: 900, rate: 1 }]
		};
		expect(worst(judge(free, odd, { captions: false }))).toBe('pass');
	});

	it('is as strict as the category says, and never stricter', () => {
		fc.assert(
			fc.property(fc.subarray([...filmRules]), fc.boolean(), (mild, captions) => {
				const bad: FilmFacts = {
					...good,
					...{ size: 9e9, magic: 'text/html', container: 'avi', duration: 9 },
					...{ damage: ['x'], hidden: ['archive 1'], reaches: ['x'], black: 9, loudness: -3 },
					...{ silent: 9, bitrate: 9 },
					streams: [{ kind: 'video', codec: 'theora', width: 90, height: 90, rate: 9 }]
				};
				const severity = Object.fromEntries(mild.map((rule) => [rule, 'warn' as const]));
				const strict = judge(limits(), bad, { captions });
				const judged = judge(limits({ severity }), bad, { captions });
				judged.forEach((verdict, at) => {
					const before = strict[at]!.result;
					const softened = mild.includes(verdict.rule) && before === 'fail';
					expect(verdict.result).toBe(softened ? 'warn' : before);
				});
			})
		);
	});

	it('calls nothing passed that a browser could not see', () => {
		const seen = judge(limits(), { size: 5 }, { captions: false });
		expect(seen.filter((verdict) => verdict.result === 'pass').map(({ rule }) => rule)).toEqual([
			'size'
		]);
		const { streams, size, duration } = good;
		const some = judge(limits(), { size, duration, streams }, { captions: true });
		expect(some.filter((verdict) => verdict.result === 'unknown').map(({ rule }) => rule)).toEqual([
			'whole',
			'alone',
			'quiet-file',
			'type',
			'container',
			'bitrate',
			'black',
			'silence',
			'loudness'
		]);
	});

	it('takes a film without sound as one: asked for or not', () => {
		const mute = { ...good, streams: [good.streams[0]!], silent: null, loudness: null };
		expect(result('sound', mute)).toBe('fail');
		expect(result('sound', mute, { sound: false })).toBe('pass');
		for (const rule of ['audio-codec', 'silence', 'loudness'] as const)
			expect(result(rule, mute)).toBe('pass');
	});

	it('asks for subtitles beside the film, or leaves those in the picture to people', () => {
		const inside = { ...good, streams: [...good.streams, { kind: 'subtitle', codec: 'srt' }] };
		expect(result('subtitles', good, {}, true)).toBe('pass');
		expect(result('subtitles', good, {}, false)).toBe('fail');
		expect(result('subtitles', inside as FilmFacts, {}, false)).toBe('fail');
		const either = { subtitles: 'file-or-burned-in' } as const;
		expect(result('subtitles', good, either, false)).toBe('unknown');
		expect(result('subtitles', inside as FilmFacts, either, false)).toBe('pass');
		expect(result('subtitles', good, { subtitles: 'free' }, false)).toBe('pass');
	});

	it('warns of what lies in a file without harm, and refuses the rest', () => {
		expect(result('alone', { ...good, hidden: ['padding 64'] })).toBe('warn');
		expect(result('alone', { ...good, hidden: ['unreferenced 9000'] })).toBe('warn');
		expect(result('alone', { ...good, hidden: ['padding 64', 'archive 9'] })).toBe('fail');
		expect(result('alone', { ...good, hidden: ['trailing 20'] })).toBe('fail');
	});
});

it('writes spans so that they can be read again', () => {
	const end = fc.option(fc.integer({ min: -100, max: 1e9 }));
	fc.assert(
		fc.property(end, end, (least, most) => {
			expect(readSpan(spanOf(least, most))).toEqual([least, most]);
		})
	);
});
