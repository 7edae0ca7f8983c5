import { describe, expect, it } from 'vitest';
import { endText } from './when';

describe('when a round ends', () => {
	it('is 24:00 of its last day where it ends at midnight, and the clock’s time elsewhere', () => {
		const midnight = Date.UTC(2026, 10, 23, 16);
		expect(endText(midnight, 'zh')).toBe('11月23日 24:00');
		expect(endText(midnight, 'en')).toBe('23 November at 24:00');
		expect(endText(midnight + 3_600_000, 'zh')).toBe('11月24日 01:00');
	});
});
