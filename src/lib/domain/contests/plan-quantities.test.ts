import { describe, expect, it } from 'vitest';
import {
	readBitrate,
	readBytes,
	readMoment,
	readNumber,
	readRatios,
	readSeconds,
	readShare,
	writeBitrate,
	writeBytes,
	writeMoment,
	writeSeconds,
	writeShare
} from './plan-quantities';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('what an organizer types', () => {
	it('is a length in the words people use', () => {
		for (const text of ['5 分钟', '5分', '5:00', '５分钟以内', '300 秒', '5 min', '5', '0:05:00'])
			expect([text, readSeconds(text)]).toEqual([text, 300]);
		expect(readSeconds('1 小时 5 分 30 秒')).toBe(3930);
		expect(readSeconds('1.5')).toBe(90);
		expect(readSeconds('')).toBe(null);
		for (const text of ['五分钟', '5 月', '5:70', '分钟']) expect(readSeconds(text)).toBe(text);
	});

	it('is a size with or without its B', () => {
		expect(readBytes('2 GB')).toBe(2 * 1024 ** 3);
		expect(readBytes('２Ｇ')).toBe(2 * 1024 ** 3);
		expect(readBytes('1.5g')).toBe(1.5 * 1024 ** 3);
		expect(readBytes('500 兆')).toBe(500 * 1024 ** 2);
		expect(readBytes('500')).toBe(500 * 1024 ** 2);
		expect(readBytes('2 GiB')).toBe(2 * 1024 ** 3);
		expect(readBytes('many')).toBe('many');
	});

	it('is a rate, a share, a number, shapes', () => {
		expect([readBitrate('2 Mbps'), readBitrate('800k'), readBitrate('2')]).toEqual([2e6, 8e5, 2e6]);
		expect([readShare('20%'), readShare('12.5'), readShare('')]).toEqual([0.2, 0.125, null]);
		expect([readNumber('1,024'), readNumber('−10'), readNumber('x')]).toEqual([1024, -10, 'x']);
		expect(readRatios('16：9、9:16, 4:3')).toEqual(['16:9', '9:16', '4:3']);
	});

	it('is a moment of Shanghai, and 24:00 is a time at which things end', () => {
		expect(readMoment('2026-11-30', '17:30', true)).toBe(at('2026-11-30T17:30:00'));
		expect(readMoment('2026年11月30日', '24:00', true)).toBe(at('2026-12-01T00:00:00'));
		expect(readMoment('2026-11-30', '', true)).toBe(at('2026-12-01T00:00:00'));
		expect(readMoment('2026-11-30', '', false)).toBe(at('2026-11-30T00:00:00'));
		expect(readMoment('', '', true)).toBe(null);
		expect(readMoment('2026-02-30', '', true)).toBe('2026-02-30 ');
		expect(readMoment('2026-11-30', '25:00', true)).toBe('2026-11-30 25:00');
		expect(readMoment('', '17:00', true)).toBe('17:00');
	});
});

describe('what a plan says', () => {
	it('is written so that it reads the same again', () => {
		for (const seconds of [0, 30, 90, 300, 3930, 10_800])
			for (const locale of ['zh', 'en'] as const)
				expect(readSeconds(writeSeconds(seconds, locale))).toBe(seconds);
		for (const bytes of [1024, 1_234_567, 20 * 1024 ** 2, 1.5 * 1024 ** 3, 4 * 1024 ** 3])
			expect(readBytes(writeBytes(bytes))).toBe(bytes);
		for (const bits of [800_000, 2_000_000, 12_345_000])
			expect(readBitrate(writeBitrate(bits))).toBe(bits);
		for (const share of [0, 0.2, 0.125, 1]) expect(readShare(writeShare(share))).toBe(share);
		for (const end of [true, false])
			for (const text of ['2026-12-01T00:00:00', '2026-11-30T17:30:00']) {
				const { day, time } = writeMoment(at(text), end);
				expect(readMoment(day, time, end)).toBe(at(text));
			}
	});

	it('ends at 24:00 of the last day, not at 00:00 of the next', () => {
		expect(writeMoment(at('2026-12-01T00:00:00'), true)).toEqual({
			day: '2026-11-30',
			time: '24:00'
		});
		expect(writeMoment(at('2026-12-01T00:00:00'), false)).toEqual({
			day: '2026-12-01',
			time: '00:00'
		});
	});
});
