import { expect, test } from 'vitest';
import { leftUntil } from './countdown';

const NONE = { days: 0, hours: 0, minutes: 0, seconds: 0 };

test('what is left adds up', () => {
	const ms = (((2 * 24 + 3) * 60 + 4) * 60 + 5) * 1000;
	expect(leftUntil(ms, 0)).toEqual({ days: 2, hours: 3, minutes: 4, seconds: 5 });
});

test('the last part of a second is still left, and nothing after it', () => {
	expect([leftUntil(1000, 999), leftUntil(1000, 1000), leftUntil(1000, 5000)]).toEqual([
		{ ...NONE, seconds: 1 },
		NONE,
		NONE
	]);
});
