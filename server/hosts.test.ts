import { describe, expect, it } from 'vitest';
import { isOurHost, siteOf } from './hosts';

describe('the hosts of a site', () => {
	const site = siteOf(new URL('https://lian.example.gov.cn'));

	it.each(['lian.example.gov.cn', 'LIAN.Example.gov.cn', 'lian.example.gov.cn:443'])(
		'%s is ours',
		(host) => {
			expect(isOurHost(site, host)).toBe(true);
		}
	);

	it.each([
		undefined,
		'',
		'evil.example',
		'lian.example.gov.cn.evil.example',
		'lian.example.gov.cn:8443',
		'lian.example.gov.cn:80',
		'lian.example.gov.cn@evil.example',
		'localhost:443',
		'127.0.0.1'
	])('%s is not', (host) => {
		expect(isOurHost(site, host)).toBe(false);
	});

	it('a loopback origin answers to all three loopback names on its own port only', () => {
		const local = siteOf(new URL('http://127.0.0.1:3000'));
		expect([...local.hosts]).toEqual(['127.0.0.1:3000', 'localhost:3000', '[::1]:3000']);
		expect([...local.origins]).toEqual([
			'http://127.0.0.1:3000',
			'http://localhost:3000',
			'http://[::1]:3000'
		]);
		expect(isOurHost(local, 'localhost:3001')).toBe(false);
	});

	it('the usual port may be named or left out, in the host but never in the origin', () => {
		const plain = siteOf(new URL('http://lian.example:80'));
		expect([...plain.hosts]).toEqual(['lian.example:80', 'lian.example']);
		expect([...plain.origins]).toEqual(['http://lian.example']);
	});
});
