import { expect, test } from 'vitest';
import { fit } from './label';
import { parse } from './query';
import { sample } from './readings.sample';

test.each([
	['鸬鸟镇', '鸬鸟镇', 'whole'],
	['鸬鸟镇', '鸕鳥鎮', 'whole'],
	['鸬鸟镇', 'luni', 'begins'],
	['鸬鸟镇', 'lnz', 'begins'],
	['鸬鸟镇', '镇', 'part'],
	['鸬鸟镇', '鸬鸟 zhen', 'begins'],
	['鸬鸟镇', '鸬鸟 玉', null],
	['Luniao', 'lun', 'begins'],
	['鸬鸟镇', '!', null]
])('%s answers %s as %j', (label, query, expected) => {
	const ruled = parse(query);
	expect(ruled.ok && ruled.value && fit(label, ruled.value, sample)).toBe(expected);
});
