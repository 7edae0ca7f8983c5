import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someFacts as facts } from '$tests/certificate-facts';
import { fieldKeys, newDesign, pageOf } from './design';
import type { Design } from './design';
import { readDesign } from './design-form';
import { designShape } from './design-shape';
import { formOf } from './design-values';
import { masked } from './facts';
import { lay, POINT } from './lay';
import { setLines } from './lines';
import { namesPeople, strangeWords, wording } from './wording';

const square = (text: string) => [...text].length;
const turns = ['landscape', 'portrait'] as const;
const tongues = ['zh', 'en'] as const;
const each = turns.flatMap((turn) => tongues.map((tongue) => [turn, tongue] as const));
const reasons = (typed: Record<string, string>) => {
	const read = readDesign(typed);
	return read.ok ? [] : read.refusals.map(({ field, reason }) => `${field} ${reason}`);
};

describe('a design', () => {
	it.each(each)('%s %s comes ready to be used, all of it on the page', (turn, tongue) => {
		const design = newDesign(turn, tongue);
		expect(designShape.parse(design)).toEqual(design);
		const page = pageOf(design);
		const { paragraphs } = lay(design, wording(design, facts, 'lian.example.cn/verify'), square);
		expect(paragraphs.map(({ key }) => key)).toEqual(fieldKeys);
		for (const { lines, size } of paragraphs)
			for (const { text, x, y } of lines) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x + square(text) * size).toBeLessThanOrEqual(page.width + 40);
				expect(y).toBeLessThan(page.height);
			}
	});

	it.each(each)('%s %s is the same after it went through its form', (turn, tongue) => {
		const design = newDesign(turn, tongue);
		expect(readDesign(formOf(design))).toEqual({ ok: true, value: design });
	});

	it('reads numbers as they are typed, to a tenth of a millimetre', () => {
		const read = readDesign({ ...formOf(newDesign()), 'names.x': '５０．２６', 'names.y': ' 70 ' });
		expect(read.ok && [read.value.fields.names.x, read.value.fields.names.y]).toEqual([50.3, 70]);
	});

	it.each<[Record<string, string>, string]>([
		[{ 'names.x': 'NaN' }, 'names.x not-readable'],
		[{ 'names.x': '-1' }, 'names.x too-small'],
		[{ 'names.x': '1e9' }, 'names.x not-readable'],
		[{ 'names.size': '0' }, 'names.size too-small'],
		[{ 'names.x': '200', 'names.width': '200' }, 'names.x off-page'],
		[{ 'names.text': '{secret}' }, 'names.text strange-word'],
		[{ 'names.ink': 'url(https://example.cn)' }, 'names.ink not-readable'],
		[{ 'names.text': 'x'.repeat(201) }, 'names.text too-large'],
		[{ background: 'picture', picture: '' }, 'picture missing'],
		[{ picture: "../../'" }, 'picture not-readable'],
		[{ 'qr.shown': '', 'code.shown': '' }, 'qr.shown no-code'],
		[{ 'qr.y': '195' }, 'qr.y off-page'],
		[{ turn: 'sideways' }, 'turn not-readable']
	])('%j is refused: %s', (typed, reason) => {
		expect(reasons({ ...formOf(newDesign()), ...typed })).toEqual([reason]);
	});

	it('refuses, and never throws, whatever a form says', () => {
		const names = Object.keys(formOf(newDesign()));
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (typed) => {
				readDesign({ ...formOf(newDesign()), ...typed });
				return !readDesign(typed).ok;
			})
		);
	});

	it('knows whether it names people', () => {
		expect(namesPeople(newDesign())).toBe(true);
		const design: Design = newDesign();
		design.fields.names.shown = false;
		expect(namesPeople(design)).toBe(false);
	});
});

describe('the wording', () => {
	it('puts everything in its place, the day as Hangzhou counts it', () => {
		const texts = wording(newDesign(), facts, 'lian.example.cn/verify');
		expect([texts.names, texts.citation, texts.date, texts.code]).toEqual([
			'李青、王明：',
			'　　作品《清风徐来》在“玉琮杯”大赛第七届评选中荣获',
			'2027年1月1日',
			'查验码　07EN-W3AH-RZ6D-MV29-GQYR'
		]);
	});

	it('takes what it puts in word for word: a title in braces is a title', () => {
		const texts = wording(newDesign(), { ...facts, entry: '{code}$&' }, '');
		expect(texts.citation).toBe('　　作品《{code}$&》在“玉琮杯”大赛第七届评选中荣获');
	});

	it('gives a unit its certificate where one won', () => {
		const texts = wording(newDesign(), { ...facts, unit: '某某村', names: [] }, '');
		expect(texts.names).toBe('某某村：');
	});

	it('knows which words stand for nothing', () => {
		expect(strangeWords('{winner} {__proto__} {} {entry}')).toEqual(['__proto__', '']);
	});
});

describe('lines', () => {
	it('never lose a sign, however little room there is', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'清廉 ab，。《》12') }),
				fc.integer({ min: 1, max: 20 }),
				fc.integer({ min: 1, max: 3 }),
				(text, width, most) => {
					const { lines } = setLines(text, width, most, square);
					const plain = (all: string) => all.replace(/\s/g, '');
					return plain(lines.map((line) => line.text).join('')) === plain(text);
				}
			)
		);
	});

	it('are set smaller before they are more', () => {
		const { scale, lines } = setLines('清'.repeat(24), 20, 1, square);
		expect([scale < 1, lines.length, lines[0]!.width <= 20]).toEqual([true, 1, true]);
	});

	it('do not leave one sign alone where a little less size brings it up', () => {
		expect(setLines('清'.repeat(21), 20, 3, square).lines.length).toBe(1);
		expect(setLines('清'.repeat(30), 20, 3, square).lines.length).toBe(2);
	});

	it('never begin with a mark nor end with an opening one', () => {
		const { lines } = setLines('清清清清，清清清《清》清', 5, 9, square);
		for (const { text } of lines) {
			expect('，》').not.toContain(text[0]);
			expect('《').not.toContain(text.at(-1));
		}
	});
});

it('a point is a seventy-second of an inch', () => {
	expect(POINT * 72).toBeCloseTo(25.4, 10);
});

it.each([
	['张三', '张*'],
	['欧阳青青', '欧***'],
	['𠮷田', '𠮷*'],
	['李', '*'],
	['', ''],
	['阿卜杜拉·艾合买提江', '阿***']
])('%j is shown in public as %j', (name, shown) => {
	expect(masked(name)).toBe(shown);
});
