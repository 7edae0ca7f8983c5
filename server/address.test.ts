import { describe, expect, it } from 'vitest';
import { clientAddress, trustOf } from './address';

describe('the address of a visitor', () => {
	it('is the socket when no proxy is trusted, whatever the request claims', () => {
		expect(clientAddress('203.0.113.9', '1.1.1.1', trustOf([]))).toBe('203.0.113.9');
		expect(clientAddress('203.0.113.9', undefined, trustOf(['1']))).toBe('203.0.113.9');
	});

	it('is what the trusted proxy saw, not what the visitor wrote before', () => {
		const forged = '8.8.8.8, 127.0.0.1, 198.51.100.7';
		expect(clientAddress('127.0.0.1', forged, trustOf(['1']))).toBe('198.51.100.7');
		expect(clientAddress('127.0.0.1', forged, trustOf(['loopback']))).toBe('198.51.100.7');
	});

	it('walks through as many hops as are trusted and no further', () => {
		const chain = '8.8.8.8, 198.51.100.7, 10.0.0.2';
		expect(clientAddress('10.0.0.1', chain, trustOf(['2']))).toBe('198.51.100.7');
		expect(clientAddress('10.0.0.1', chain, trustOf(['10.0.0.0/8']))).toBe('198.51.100.7');
		expect(clientAddress('10.0.0.1', chain, trustOf(['10.0.0.1']))).toBe('10.0.0.2');
	});

	it('is the socket when a request from elsewhere claims to come through the proxy', () => {
		expect(clientAddress('203.0.113.9', '1.1.1.1', trustOf(['10.0.0.0/8']))).toBe('203.0.113.9');
	});

	it('stops at anything that is no address', () => {
		const trust = trustOf(['5']);
		expect(clientAddress('10.0.0.1', 'not-an-address', trust)).toBe('10.0.0.1');
		expect(clientAddress('10.0.0.1', '1.1.1.1, "><script>, 10.0.0.2', trust)).toBe('10.0.0.2');
		expect(clientAddress('10.0.0.1', '017.0.0.1', trust)).toBe('10.0.0.1');
	});

	it('shows mapped IPv4 as IPv4 and leaves IPv6 as it is', () => {
		expect(clientAddress('::ffff:192.0.2.1', undefined, trustOf([]))).toBe('192.0.2.1');
		expect(clientAddress('::1', '2001:db8::7', trustOf(['loopback']))).toBe('2001:db8::7');
	});

	it('is unknown when the socket has vanished', () => {
		expect(clientAddress(undefined, '1.1.1.1', trustOf(['1']))).toBe('unknown');
	});

	it('a setting that is neither number nor address is refused', () => {
		expect(() => trustOf(['999.1'])).toThrow();
		expect(() => trustOf(['10.0.0.0/99'])).toThrow();
	});
});
