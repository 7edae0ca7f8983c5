import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PATH, MAX_TARGET, pathFault } from './paths';

describe('request targets', () => {
	it.each([
		'/',
		'/map?kind=unit&q=%E7%93%B6%E7%AA%91#map',
		'/places/lu-niao',
		'/_app/immutable/chunks/a.B-1_2.js',
		'/%E6%A0%87',
		'/.well-known/security.txt',
		'/places?q=\'"><script>',
		'/places?bbox=119,30,120,31&x=100%25',
		'/a%2Fb'
	])('%s may enter', (target) => {
		expect(pathFault(target)).toBe(null);
	});

	it.each([
		'//evil.example',
		'//evil.example/%2e%2e',
		'/\\evil.example/',
		'/%5Cevil.example/',
		'/.//evil.example/',
		'/a/..//evil.example',
		'/en//evil.example',
		'/en/%2Fevil.example',
		'/embed/../places',
		'/api/%2e%2E/places',
		'/embed/..',
		'/embed/./x',
		'/%2F/evil.example',
		'/%2f%2fevil.example',
		'http://evil.example/',
		'*',
		'',
		'/%',
		'/%f',
		'/%ff',
		'/%c0%af',
		'/%ed%a0%80',
		'/a%00b',
		'/a%0d%0ab',
		'/a\u0001',
		'/?q=%ff',
		'/?q=%e4%b8',
		'/?q=a%00',
		'/?q=%zz'
	])('%s is refused as broken', (target) => {
		expect(pathFault(target)).toEqual({ status: 400, wrong: 'path' });
	});

	it('8 KB are accepted, 4 KB of them path, one byte more is too long', () => {
		const long = { status: 414, wrong: 'long' };
		expect(pathFault(`/?${'a'.repeat(MAX_TARGET - 2)}`)).toBe(null);
		expect(pathFault(`/?${'a'.repeat(MAX_TARGET - 1)}`)).toEqual(long);
		expect(pathFault(`/${'a'.repeat(MAX_PATH - 1)}`)).toBe(null);
		expect(pathFault(`/${'a'.repeat(MAX_PATH)}`)).toEqual(long);
	});

	it('whatever enters can be read as a path of our own origin', () => {
		const bits = fc.constantFrom(
			'/',
			'\\',
			'.',
			'..',
			'%2e',
			'%2f',
			'%5c',
			'%00',
			'%ff',
			'%09',
			'a',
			'@',
			':',
			'?',
			'evil.example',
			'中',
			'\t',
			' '
		);
		fc.assert(
			fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
				const target = `/${parts.join('')}`;
				if (pathFault(target) !== null) return;
				const read = new URL(target, 'http://own.invalid');
				expect(read.origin).toBe('http://own.invalid');
				expect(decodeURIComponent(read.pathname)).not.toContain('//');
				// The first step as sent and as read are one: rules for `/embed` hold for `/embed` alone.
				const [, first = ''] = target.split(/[/?]/);
				expect(decodeURI(read.pathname.split('/')[1]!)).toBe(decodeURI(first));
				expect(() => decodeURIComponent(read.pathname)).not.toThrow();
			}),
			{ numRuns: 3000 }
		);
	});
});
