import { describe, expect, test } from 'vitest';
import { atom, tagUri } from './atom';
import { escapeXml } from './xml';

const feed = {
	id: 'tag:lian.example,2026-11-22:news/zh-CN',
	self: 'https://lian.example/feeds/news.atom',
	page: 'https://lian.example/articles',
	title: '资讯',
	subtitle: '新消息',
	author: '廉图',
	icon: 'https://lian.example/icon.svg',
	lang: 'zh-CN',
	since: 0,
	alternates: [{ url: 'https://lian.example/en/feeds/news.atom', lang: 'en' }],
	entries: []
};
const entry = {
	id: 'tag:lian.example,2026-11-22:articles/1',
	url: 'https://lian.example/articles/a?b=1&c=2',
	title: '<b>“玉琮”</b> & 别的',
	summary: null,
	content: null,
	publishedAt: 2000,
	updatedAt: 1000,
	lang: 'zh-CN'
};

describe('a feed', () => {
	test('without entries is still whole', () => {
		const text = atom(feed);
		expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<feed xmlns=/);
		expect(text).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
		expect(text).toContain(
			'<link rel="self" type="application/atom+xml" href="https://lian.example/feeds/news.atom"/>'
		);
	});

	test('was updated when its newest entry was, and no entry before it was published', () => {
		const text = atom({ ...feed, entries: [{ ...entry, updatedAt: 5000 }, entry] });
		expect(text.match(/<updated>[^<]+<\/updated>/g)).toEqual([
			'<updated>1970-01-01T00:00:05.000Z</updated>',
			'<updated>1970-01-01T00:00:05.000Z</updated>',
			'<updated>1970-01-01T00:00:02.000Z</updated>'
		]);
	});

	test('says hostile titles as text', () => {
		const text = atom({ ...feed, entries: [entry] });
		expect(text).toContain('<title>&lt;b&gt;“玉琮”&lt;/b&gt; &amp; 别的</title>');
		expect(text).toContain('href="https://lian.example/articles/a?b=1&amp;c=2"');
	});

	test('has names without a port', () => {
		expect(tagUri('127.0.0.1:3000', '2026-11-22', 'news')).toBe('tag:127.0.0.1,2026-11-22:news');
	});
});

describe('text in XML', () => {
	test('loses what XML cannot hold and keeps rare characters', () => {
		expect(escapeXml('a\u0000\u000b\ud800"𠮷"<&>\n')).toBe('a&quot;𠮷&quot;&lt;&amp;&gt;\n');
	});
});
