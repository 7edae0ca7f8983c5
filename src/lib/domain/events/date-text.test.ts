import { expect, test } from 'vitest';
import { dateSpan } from './date-text';

const at = (text: string) => Date.parse(`${text}+08:00`);

test.each([
	[
		'2026-12-05T14:30',
		'2026-12-05T16:00',
		'minute',
		'2026年12月5日 周六 14:30–16:00',
		'Saturday 5 December 2026 14:30–16:00'
	],
	[
		'2026-12-05T14:30',
		null,
		'minute',
		'2026年12月5日 周六 14:30',
		'Saturday 5 December 2026 14:30'
	],
	[
		'2026-12-05T22:30',
		'2026-12-06T01:00',
		'minute',
		'2026年12月5日 周六 22:30至2026年12月6日 周日 01:00',
		'Saturday 5 December 2026 22:30 – Sunday 6 December 2026 01:00'
	],
	[
		'2026-12-05T22:30',
		'2026-12-06T00:00',
		'minute',
		'2026年12月5日 周六 22:30–00:00',
		'Saturday 5 December 2026 22:30–00:00'
	],
	['2024-11-15T00:00', '2024-11-16T00:00', 'day', '2024年11月15日 周五', 'Friday 15 November 2024'],
	[
		'2024-11-11T00:00',
		'2024-11-16T00:00',
		'span',
		'2024年11月11日至2024年11月15日',
		'11 November 2024 – 15 November 2024'
	]
] as const)('from %s to %s known to the %s', (from, to, precision, zh, en) => {
	const date = { startsAt: at(from), endsAt: to && at(to) };
	expect(dateSpan(date, precision, 'zh')).toBe(zh);
	expect(dateSpan(date, precision, 'en')).toBe(en);
});
