import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from './clean';
import { fromPlain } from './plain-read';
import { toPlain } from './plain-write';
import { depthOf, richShape } from './rich-shape';
import { anything, documents } from './rich.sample';
import type { Plain } from './walk';
import { linksOf, picturesOf, placeOf, plainOf } from './walk';

const runs = { numRuns: 600 };

describe('a cleaned text', () => {
	it('is always one we accept', () => {
		fc.assert(
			fc.property(anything, (value) => {
				const doc = clean(value);
				expect(richShape.parse(doc)).toEqual(doc);
			}),
			runs
		);
	});

	it('stays what it is when it is cleaned again', () => {
		fc.assert(
			fc.property(documents, (doc) => {
				expect(clean(structuredClone(doc))).toEqual(doc);
			}),
			runs
		);
	});

	it('never lies deeper than twelve nodes', () => {
		let nest: unknown = { type: 'paragraph', content: [{ type: 'text', text: '底' }] };
		for (let at = 0; at < 60; at++)
			nest = { type: 'bulletList', content: [{ type: 'listItem', content: [nest] }] };
		const doc = clean({ type: 'doc', content: [nest] });
		expect(depthOf(doc, 50)).toBe(12);
		expect(JSON.stringify(doc)).toContain('底');
	});
});

describe('the plain form', () => {
	it('keeps everything', () => {
		fc.assert(
			fc.property(documents, (doc) => {
				expect(fromPlain(toPlain(doc))).toEqual(doc);
			}),
			{ numRuns: 1500 }
		);
	});
});

/** The node at the end of a way down. */
const nodeAt = (doc: unknown, path: number[]) =>
	path.reduce((node, at) => (node as { content: unknown[] }).content[at], doc) as {
		text?: string;
		attrs?: { alt: string; caption: string };
	};

describe('the words of a text', () => {
	it('lead back to the node they stand in', () => {
		fc.assert(
			fc.property(documents, (doc) => {
				const plain: Plain = plainOf(doc);
				for (const { from, to, path, of } of plain.runs) {
					const node = nodeAt(doc, path);
					expect(of === 'text' ? node.text : node.attrs?.[of]).toBe(plain.text.slice(from, to));
				}
				const all = plain.runs.map(({ from, to }) => plain.text.slice(from, to)).join('');
				expect(all.replace(/\s/g, '')).toBe(plain.text.replace(/\s/g, ''));
			}),
			runs
		);
	});

	it('stand apart by blank lines, items by lines, cells by tabs', () => {
		const doc = fromPlain(
			'## 题\n一段\n- 甲\n- 乙\n  - 丙\n> 引\n|= 名 |= 数 |\n| 苕溪 | 1 |\n![桥](media:a1 "桥头")'
		);
		expect(plainOf(doc).text).toBe(
			'题\n\n一段\n\n甲\n乙\n\n丙\n\n引\n\n名\t数\n苕溪\t1\n\n桥\n桥头'
		);
	});

	it('tell where a position is', () => {
		const plain = plainOf(fromPlain('甲**乙**\n\n丙'));
		expect(placeOf(plain, 1)).toEqual({ from: 1, to: 2, path: [0, 1], of: 'text', offset: 0 });
		expect(placeOf(plain, 2)).toBeNull();
		expect(placeOf(plain, 4)).toEqual({ from: 4, to: 5, path: [1, 0], of: 'text', offset: 0 });
	});

	it('name their pictures and links', () => {
		const doc = fromPlain('见[地图](/map)\n\n![玉琮](media:a1)\n\n- [信](mailto:a@b.cn)');
		expect(picturesOf(doc)).toEqual([{ asset: 'a1', alt: '玉琮', path: [1] }]);
		expect(linksOf(doc)).toEqual([
			{ href: '/map', text: '地图', path: [0, 1] },
			{ href: 'mailto:a@b.cn', text: '信', path: [2, 0, 0, 0] }
		]);
	});
});
