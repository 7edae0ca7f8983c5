import { expect, it } from 'vitest';
import { scannerOf } from './scanner';

it('a scanner is a host with a port, or a socket', () => {
	expect(scannerOf('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
	expect(scannerOf('clamd.example.gov.cn:3310')).toEqual({
		host: 'clamd.example.gov.cn',
		port: 3310
	});
	expect(scannerOf('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
	expect(scannerOf('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
	for (const wrong of ['', 'clamd', '3310', 'host:0', 'host:65536', 'http://host:3310', 'a b:1'])
		expect([wrong, scannerOf(wrong)]).toEqual([wrong, null]);
});
