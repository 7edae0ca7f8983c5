import { expect, it } from 'vitest';
import { endText } from './dates-text';

it('what ends at midnight ends at 24:00 of its last day', () => {
	const at = (text: string) => Date.parse(`${text}+08:00`);
	expect(endText(at('2026-12-28T00:00'), 'zh')).toBe('2026年12月27日 24:00');
	expect(endText(at('2026-12-28T00:00'), 'en')).toBe('27 December 2026 at 24:00');
	expect(endText(at('2026-12-27T23:59'), 'zh')).toBe('2026年12月27日 23:59');
	expect(endText(at('2026-12-27T17:30'), 'zh')).toBe('2026年12月27日 17:30');
});
