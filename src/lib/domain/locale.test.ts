import { expect, it } from 'vitest';
import { bare, href, localeOf } from './locale';
import { ownPath } from './preference';
import { langOf, say } from './text';

it('English lives below /en and nowhere else', () => {
	expect(['/', '/map', '/english', '/en', '/en/map'].map(localeOf)).toEqual([
		'zh',
		'zh',
		'zh',
		'en',
		'en'
	]);
	expect(['/en', '/en/map', '/map', '/english'].map(bare)).toEqual([
		'/',
		'/map',
		'/map',
		'/english'
	]);
});

it.each(['/', '/map', '/places?kind=unit', '/?q=x', '/#top', '/trails/a/leaflet'])(
	'%s has an English address that leads back to it',
	(path) => {
		const english = new URL(href('en', path), 'http://h');
		expect(localeOf(english.pathname)).toBe('en');
		expect(bare(english.pathname) + english.search + english.hash).toBe(path);
		expect(href('zh', path)).toBe(path);
	}
);

it('Chinese stands in where English is missing, and says that it is Chinese', () => {
	expect(say({ zh: '港南村' }, 'en')).toBe('港南村');
	expect(langOf({ zh: '港南村' }, 'en')).toBe('zh-CN');
	expect(say({ zh: '港南村', en: 'Gangnan Village' }, 'en')).toBe('Gangnan Village');
	expect(langOf({ zh: '港南村', en: 'Gangnan Village' }, 'en')).toBe('en');
});

it.each([
	['//evil.example', '/'],
	['/\\evil.example', '/'],
	['\\\\evil.example', '/'],
	['https://evil.example/', '/'],
	['/%2f%2fevil.example', '/%2f%2fevil.example'],
	['/a/..//evil.example', '/'],
	['/\t/evil.example', '/'],
	['javascript:alert(1)', '/'],
	['', '/'],
	[null, '/'],
	['/map?q=瓶窑#map=12', '/map?q=%E7%93%B6%E7%AA%91#map=12']
])('a form that says %s sends the visitor to %s', (given, to) => {
	expect(ownPath(given)).toBe(to);
});
