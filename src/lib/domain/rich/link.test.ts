import { describe, expect, it } from 'vitest';
import { hrefOf, isExternal, mendHref } from './link';

describe('a link in a text', () => {
	it('leads to the web, to mail, to a telephone or into the portal', () => {
		for (const href of [
			'https://www.gov.cn/',
			'http://例子.中国/路?a=1#b',
			'HTTPS://A.CN',
			'/places/x?y=1#z',
			'/',
			'mailto:a@b.cn',
			'mailto:a@b.cn?subject=x',
			'tel:+86-571-12388'
		])
			expect(hrefOf(` ${href}\n`)).toBe(href);
	});

	it('leads nowhere else', () => {
		for (const href of [
			'',
			'javascript:alert(1)',
			'JaVaScRiPt:alert(1)',
			'java\tscript:alert(1)',
			'\u0001javascript:alert(1)',
			'data:text/html,<script>',
			'vbscript:x',
			'file:///etc/passwd',
			'//evil.cn',
			'/\\evil.cn',
			'\\\\evil.cn',
			'https:evil.cn',
			'https:///evil.cn',
			'https://www.gov.cn@evil.cn/',
			'https://a b.cn',
			'https://a.cn/"onclick=x',
			'/a\u202ecod.exe',
			'places/x',
			'#x',
			'blob:https://a.cn/1',
			'mailto:a@b.cn?bcc=c@d.cn',
			'tel:*#06#',
			`https://a.cn/${'x'.repeat(2000)}`
		])
			expect(hrefOf(href)).toBeNull();
		for (const value of [null, undefined, 1, {}, ['/a']]) expect(hrefOf(value)).toBeNull();
	});

	it('gets its beginning when somebody forgot it', () => {
		expect(mendHref('www.gov.cn/a')).toBe('https://www.gov.cn/a');
		expect(mendHref(' a@b.cn ')).toBe('mailto:a@b.cn');
		expect(mendHref('/map')).toBe('/map');
		expect(mendHref('javascript:alert(1)')).toBeNull();
	});

	it('is external when it leaves this origin', () => {
		expect(isExternal('https://a.cn/x', 'https://a.cn')).toBe(false);
		expect(isExternal('https://a.cn:444/x', 'https://a.cn')).toBe(true);
		expect(isExternal('/x', 'https://a.cn')).toBe(false);
		expect(isExternal('mailto:a@b.cn', 'https://a.cn')).toBe(false);
	});
});
