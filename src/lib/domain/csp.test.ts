import { describe, expect, it } from 'vitest';
import { widen } from './csp';

const policy =
	"default-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'";

describe('a policy for a page with a foreign base', () => {
	it('lets it fetch tiles and show pictures, and nothing else', () => {
		expect(widen(policy, ['https://t0.tianditu.gov.cn', 'https://x.cn:8443'])).toBe(
			"default-src 'self'; connect-src 'self' https://t0.tianditu.gov.cn https://x.cn:8443; " +
				"img-src 'self' data: https://t0.tianditu.gov.cn https://x.cn:8443; frame-ancestors 'none'"
		);
	});

	it('stays as it is without origins', () => {
		expect(widen(policy, [])).toBe(policy);
	});

	it.each([
		'*',
		'http://x.cn',
		'https://x.cn; script-src *',
		'https://x.cn/path',
		"'unsafe-inline'"
	])('never takes %s', (source) => expect(widen(policy, [source])).toBe(policy));

	it('replaces a closed door', () => {
		expect(widen("connect-src 'none'", ['https://x.cn'])).toBe('connect-src https://x.cn');
	});
});
