import { expect, it } from 'vitest';
import { filmRules } from '../domain/films/limits';
import type { Verdict } from '../domain/films/facts';
import { verdicts as en } from './en/verdicts';
import { verdicts as zh } from './zh/verdicts';

const examples: Record<string, [measured: Verdict['measured'], asked: Verdict['asked']][]> = {
	size: [[1.5e9, '..2147483648']],
	length: [
		[301.4, '60..300'],
		[12.34, '60..'],
		[4000, null]
	],
	container: [
		['avi', 'mp4, mov'],
		[null, 'mp4'],
		['mkv', null]
	],
	'video-codec': [
		['theora', 'h264, hevc'],
		[null, 'h264']
	],
	'audio-codec': [
		['mp3', 'aac'],
		[null, 'aac']
	],
	resolution: [
		['720×576', '1080..3840'],
		['720×576', '..3840'],
		['720×576', null]
	],
	ratio: [
		['4:3', '16:9, 9:16'],
		['4:3', null]
	],
	rate: [[29.97, '24..60']],
	bitrate: [[1.5e6, '2000000..']],
	sound: [
		['aac', 'sound'],
		[null, 'sound'],
		[null, null]
	],
	black: [[0.123, '..0.1']],
	silence: [
		[0.5, '..0.25'],
		[null, '..0.25']
	],
	loudness: [
		[-31.2, '-30..-8'],
		[null, null]
	],
	subtitles: [
		['file', 'file'],
		['inside', 'file'],
		[null, 'file-or-burned-in'],
		[null, null]
	],
	readable: [
		['video/mp4', null],
		['empty', null]
	],
	alone: [['archive 12; padding 3; odd 4', null]]
};

it.each([
	['zh', zh],
	['en', en]
] as const)('says every rule and every result in a sentence: %s', (_, words) => {
	for (const rule of filmRules)
		for (const result of ['pass', 'warn', 'fail', 'unknown'] as const)
			for (const [measured, asked] of examples[rule] ?? [['x', null]]) {
				const sentence = words.sentence[rule]({ rule, result, measured, asked });
				expect(sentence, `${rule} ${result}`).toMatch(/[。.)）]$/);
				expect(sentence, `${rule} ${result}`).not.toMatch(/undefined|NaN|\[object|\.\.|; ?odd/);
			}
	expect(Object.keys(words.rule)).toEqual([...filmRules]);
});

it('names what was measured and what is asked', () => {
	const length = { rule: 'length', result: 'fail', measured: 301, asked: '60..300' } as const;
	expect(zh.sentence.length(length)).toBe('时长 5 分 1 秒，不符合要求（1 分 至 5 分）。');
	expect(en.sentence.length(length)).toBe('Length: 5 min 1 s, not as asked (1 min to 5 min).');
	const size = {
		rule: 'size',
		result: 'pass',
		measured: 1024 ** 3,
		asked: `..${2 * 1024 ** 3}`
	} as const;
	expect(zh.sentence.size(size)).toBe('大小 1 GB，符合要求（不超过 2 GB）。');
	expect(en.sentence.size(size)).toBe('Size: 1 GB, as asked (at most 2 GB).');
});
