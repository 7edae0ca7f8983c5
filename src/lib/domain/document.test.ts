import { describe, expect, it } from 'vitest';
import { forceOn } from './document';

describe('the force of a document', () => {
	const of = (validity: Parameters<typeof forceOn>[0]['validity'], from?: string, until?: string) =>
		forceOn({ validity, validFrom: from ?? null, validUntil: until ?? null }, '2026-11-22');

	it('is what its issuer says when no date speaks against it', () => {
		expect(of('in-force')).toBe('in-force');
		expect(of('amended', '2020-01-01')).toBe('amended');
		expect(of('unknown')).toBe('unknown');
	});

	it('begins on its first day and ends after its last', () => {
		expect(of('in-force', '2026-11-22', '2026-11-22')).toBe('in-force');
		expect(of('in-force', '2026-11-23')).toBe('coming');
		expect(of('unknown', undefined, '2026-11-21')).toBe('ended');
	});

	it('is gone once it was repealed', () => {
		expect(of('repealed', '2026-12-01', '2030-01-01')).toBe('repealed');
	});
});
