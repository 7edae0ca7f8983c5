import { render } from 'svelte/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Picture } from '../../domain/media/picture';
import { fromPlain } from '../../domain/rich/plain-read';
import { payloads } from '../../domain/rich/hostile.sample';
import type { Rich as RichDoc } from '../../domain/rich/rich';
import { wordsFor } from '../../words';
import type { Words } from '../../words';
import RichSample from './RichSample.svelte';

vi.mock('$app/state', () => ({ page: { url: new URL('https://liantu.test/articles/x') } }));

let words: Words;
beforeAll(async () => {
	words = await wordsFor('zh');
});

const shown: Picture = {
	src: '/files/library/aa/b.jpg',
	sources: [{ type: 'image/avif', srcset: '/files/library/aa/b.avif 480w' }],
	width: 1200,
	height: 800,
	focal: { x: 0.5, y: 0.5 },
	alt: { zh: '展馆', en: null },
	caption: null,
	credit: '某单位'
};
const html = (doc: RichDoc, props: Record<string, unknown> = {}, locale: 'zh' | 'en' = 'zh') =>
	render(RichSample, { props: { words, locale, text: { zh: doc }, ...props } })
		.body.replace(/<!--.*?-->/g, '')
		.replace(/ class="[^"]*"/g, '');

/** Every tag of a page, with its attributes, as an HTML parser would see them outside of text. */
const tags = (body: string) =>
	[...body.matchAll(/<[/!?a-zA-Z](?:"[^"]*"|[^">])*>?/g)].map(([tag]) => tag);

describe('a formatted text on a page', () => {
	it('is made of our own elements, one for each of its nodes', () => {
		const doc = fromPlain(
			'## 题\n一**二***三*__四__\n五\n- 甲\n  1. 乙\n> 引\n---\n[图](/map)\n|= 名 |\n|{2x1} 数 |'
		);
		expect(html(doc)).toBe(
			'<div><h2>题</h2><p>一<strong>二</strong><em>三</em><u>四</u><br/>五</p>' +
				'<ul><li><p>甲</p><ol start="1"><li><p>乙</p></li></ol></li></ul>' +
				'<blockquote><p>引</p></blockquote><hr/><p><a href="/map">图</a></p>' +
				`<div role="region" tabindex="0" aria-label="${words.articles.table}"><table>` +
				'<thead><tr><th scope="col">名</th></tr></thead>' +
				'<tbody><tr><td colspan="2">数</td></tr></tbody></table></div></div>'
		);
	});

	it('lets its headings stand below the title they belong to', () => {
		expect(html(fromPlain('## 一\n#### 二'), { under: 3 })).toBe(
			'<div><h4>一</h4><h6>二</h6></div>'
		);
	});

	it('shows pictures of the library with their words, and leaves the missing out', () => {
		const doc = fromPlain('![](media:a1 "门口" wide)\n\n![无](media:gone)');
		const body = html(doc, { pictures: { a1: shown } });
		expect(body).toContain('alt="展馆"');
		expect(body).toContain('srcset="/files/library/aa/b.avif 480w"');
		expect(body).toContain('width="1200" height="800"');
		expect(body.match(/<img/g)).toHaveLength(1);
	});

	it('marks links that lead elsewhere and joins the parts of one link', () => {
		const body = html(fromPlain('[甲**乙**](https://www.gov.cn/)'));
		expect(body.match(/<a /g)).toHaveLength(1);
		expect(body).toContain('rel="noreferrer noopener external"');
		expect(body).toContain(words.articles.external);
	});

	it('stays in the reader’s language and says where it is another', () => {
		const doc = fromPlain('[图](/places/x) [附件](/files/library/a.pdf)');
		expect(html(doc, {}, 'en')).toBe(
			'<div lang="zh-CN"><p><a href="/en/places/x">图</a> <a href="/files/library/a.pdf">附件</a></p></div>'
		);
	});

	it('never becomes script, whatever was written or stored', () => {
		expect(payloads.length).toBeGreaterThanOrEqual(500);
		const allowed =
			/^<\/?(div|h[2-6]|p|strong|em|u|br|ul|ol|li|blockquote|hr|a|span|table|thead|tbody|tr|th|td|figure|picture|source|img|figcaption)( (?:lang|href|rel|start|role|tabindex|aria-label|aria-hidden|scope|colspan|rowspan|type|srcset|sizes|src|alt|width|height|loading|decoding)(="[^"]*")?)*\/?>$/;
		for (const payload of payloads) {
			const stored: RichDoc = {
				type: 'doc',
				content: [
					{
						type: 'paragraph',
						content: [
							{
								type: 'text',
								text: payload,
								marks: [{ type: 'bold' }, { type: 'link', attrs: { href: payload } }]
							}
						]
					},
					{
						type: 'heading',
						attrs: { level: payload as unknown as 2 },
						content: [{ type: 'text', text: payload }]
					},
					{
						type: 'orderedList',
						attrs: { start: payload as unknown as 1 },
						content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }]
					},
					{ type: payload, content: [{ type: 'text', text: payload }] } as never,
					{
						type: 'picture',
						attrs: { asset: 'a1', alt: payload, caption: payload, size: payload as 'wide' }
					},
					{
						type: 'table',
						content: [
							{
								type: 'tableRow',
								content: [
									{
										type: 'tableCell',
										attrs: { colspan: payload as unknown as 1, rowspan: 1 },
										content: [{ type: 'paragraph', content: [{ type: 'text', text: payload }] }]
									}
								]
							}
						]
					}
				]
			};
			for (const doc of [
				stored,
				fromPlain(payload),
				fromPlain(`[x](${payload})\n\n![${payload}](media:a1 "${payload}")`)
			]) {
				const body = html(doc, { pictures: { a1: shown } });
				for (const tag of tags(body)) expect(tag).toMatch(allowed);
				for (const [, address] of tags(body)
					.join('')
					.matchAll(/ (?:href|src)="([^"]*)"/g))
					expect(address).toMatch(/^(https?:\/\/[^/]|mailto:|tel:|\/(?!\/))/i);
			}
		}
	});
});
