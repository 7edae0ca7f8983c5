import { describe, expect, it } from 'vitest';
import type { Block } from './rich';
import { fromPlain } from './plain-read';
import { toPlain } from './plain-write';

const blocks = (text: string): Block[] => fromPlain(text).content;
const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (...content: unknown[]) => ({ type: 'listItem', content });

describe('typing a text in a plain field', () => {
	it('makes paragraphs of what blank lines part, and lines of lines', () => {
		expect(blocks('一\n二\n\n\n  三  ')).toEqual([
			{
				type: 'paragraph',
				content: [{ type: 'text', text: '一' }, { type: 'hardBreak' }, { type: 'text', text: '二' }]
			},
			p('三')
		]);
	});

	it('keeps headings below the title of the page', () => {
		expect(blocks('# 一\n## 二\n### 三\n###### 四\n#五')).toEqual([
			{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '一' }] },
			{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '二' }] },
			{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '三' }] },
			{ type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: '四' }] },
			p('#五')
		]);
	});

	it('reads lists in lists, also with blank lines between the items', () => {
		expect(blocks('说明：\n- 甲\n- 乙\n  1. 子\n\n- 丙\n\n  又\n后')).toEqual([
			p('说明：'),
			{
				type: 'bulletList',
				content: [
					item(p('甲')),
					item(p('乙'), { type: 'orderedList', attrs: { start: 1 }, content: [item(p('子'))] }),
					item(p('丙'), p('又'))
				]
			},
			p('后')
		]);
	});

	it('numbers on as typed', () => {
		expect(blocks('3. 三\n4. 四\n\n5. 五\n\n1. 另一')).toEqual([
			{
				type: 'orderedList',
				attrs: { start: 3 },
				content: [item(p('三')), item(p('四')), item(p('五'))]
			},
			{ type: 'orderedList', attrs: { start: 1 }, content: [item(p('另一'))] }
		]);
	});

	it('leaves masks, sums and lone signs what they are', () => {
		for (const text of [
			'张**、李**等',
			'5 * 3 * 2 = 30',
			'138****1234',
			'a * b',
			'重要**',
			'__init',
			'[注] 见下',
			'[a](javascript:alert(1))',
			'[b](//evil.cn)',
			'\\w'
		])
			expect(blocks(text)).toEqual([p(text)]);
	});

	it('turns bold, italics, underlines and links on and off', () => {
		expect(blocks('**注意：**请*看*__这里__ [地图](/map)')).toEqual([
			{
				type: 'paragraph',
				content: [
					{ type: 'text', text: '注意：', marks: [{ type: 'bold' }] },
					{ type: 'text', text: '请' },
					{ type: 'text', text: '看', marks: [{ type: 'italic' }] },
					{ type: 'text', text: '这里', marks: [{ type: 'underline' }] },
					{ type: 'text', text: ' ' },
					{ type: 'text', text: '地图', marks: [{ type: 'link', attrs: { href: '/map' } }] }
				]
			}
		]);
	});

	it('reads tables with headings and cells over several columns', () => {
		expect(toPlain(fromPlain('| 名 | 数 |\n|---|---|\n| 甲\\n乙 | 1 |\n|{2x1} 合计 |'))).toBe(
			'|= 名 |= 数 |\n| 甲\\n乙 | 1 |\n|{2x1} 合计 |'
		);
	});

	it('reads pictures of the media library only', () => {
		expect(blocks('![桥](media:a1 "桥头" wide)')).toEqual([
			{ type: 'picture', attrs: { asset: 'a1', alt: '桥', caption: '桥头', size: 'wide' } }
		]);
		expect(blocks('![x](https://evil.cn/a.png)')[0]?.type).toBe('paragraph');
	});

	it('reads hostile length without effort', () => {
		for (const part of [
			'[',
			'[a](',
			'**',
			'> ',
			'- ',
			'|',
			'-',
			'![',
			'](media:',
			'\\',
			'  - a\n',
			'1. '
		])
			for (const begin of ['', '!['])
				expect(fromPlain(begin + part.repeat(Math.ceil(200_000 / part.length))).type).toBe('doc');
	});
});
