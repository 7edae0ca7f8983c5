import { describe, expect, it } from 'vitest';
import { redact } from './redact';

describe('what reaches the log', () => {
	it.each([
		['/reset/13800138000', '/reset/[phone]'],
		['/reset/+8613800138000', '/reset/[phone]'],
		['/x/33010619900101123X', '/x/[id]'],
		['/unsubscribe/someone@example.cn', '/unsubscribe/[mail]'],
		['/unsubscribe/someone%40example.cn', '/unsubscribe/[mail]'],
		['/verify/q7x2m4k9w3z8p5t6r1y0', '/verify/[token]'],
		['/verify/AbCdEf_0123456789-xyzXYZ', '/verify/[token]'],
		['/verify/0123456789abcdef0123456789abcdef', '/verify/[token]']
	])('%s becomes %s', (text, expected) => {
		expect(redact(text)).toBe(expected);
	});

	it.each([
		'/places/lu-niao-qian-zhuang-cun-2024',
		'/tiles/places/12/3411/1689.mvt',
		'/trails/yucong',
		'/map'
	])('%s stays readable', (path) => {
		expect(redact(path)).toBe(path);
	});

	it('has no control characters, no ANSI, no line separators, and an end', () => {
		expect(redact('a\r\nb\u001b[31mc\u2028d')).toBe('a��b�[31mc�d');
		expect(redact('x'.repeat(5000)).length).toBe(300);
	});
});
