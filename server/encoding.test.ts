import { describe, expect, it } from 'vitest';
import { chooseEncoding } from './encoding';

describe('content codings', () => {
	it.each([
		[undefined, 'identity'],
		['', 'identity'],
		['gzip, deflate, br, zstd', 'br'],
		['gzip, deflate', 'gzip'],
		['x-gzip', 'gzip'],
		['br', 'br'],
		['BR', 'br'],
		['*', 'br'],
		['deflate', 'identity'],
		['br;q=0, gzip', 'gzip'],
		['br;q=0.0, *', 'gzip'],
		['*;q=0', 'identity'],
		['gzip;q=0', 'identity'],
		['gzip;q=1, br;q=0.5', 'gzip'],
		['gzip;q=0.5, br;q=0.5', 'br'],
		['identity;q=1, br;q=0.5', 'identity'],
		['identity, gzip', 'gzip'],
		['identity;q=0, gzip;q=0.1', 'gzip'],
		['br;q=nonsense', 'identity'],
		['br;q=2', 'identity'],
		['brotli', 'identity'],
		['abracadabra', 'identity']
	] as const)('%s is answered with %s', (header, encoding) => {
		expect(chooseEncoding(header)).toBe(encoding);
		expect(chooseEncoding(header)).toBe(encoding);
	});
});
