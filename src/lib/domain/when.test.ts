import { expect, it } from 'vitest';
import { dateText, dayStamp, dayText } from './when';

const lateEvening = Date.parse('2024-11-15T16:30:00Z');

it('a moment late in the UTC day is already tomorrow in Hangzhou', () => {
	expect(dayText(lateEvening, 'zh')).toBe('2024年11月16日');
	expect(dayText(lateEvening, 'en')).toBe('16 November 2024');
	expect(dayStamp(lateEvening)).toBe('2024-11-16');
});

it('a date is never more precise than what was published', () => {
	expect(dateText('2024-11-15', 'zh')).toBe('2024年11月15日');
	expect(dateText('2024-11', 'zh')).toBe('2024年11月');
	expect(dateText('2024', 'en')).toBe('2024');
	expect(dateText(null, 'zh')).toBe('');
});
