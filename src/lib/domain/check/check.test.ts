import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../studio/field';
import { describe as describing } from '../studio/noun';
import type { Noun } from '../studio/noun';
import { check } from './check';
import type { Context } from './context';
import { markOf } from './finding';
import { mask } from './mask';
import { fold, matcher } from './matcher';
import { misspellings } from './misspellings';
import { numbersIn } from './numbers';
import type { Word } from './word';
import { parseEntry } from './word';

const word = (text: string, over: Partial<Word> = {}): Word => ({
	word: text,
	suggestion: null,
	sort: 'wrong',
	severity: 'warning',
	scope: 'all',
	...over
});

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const said = (text: string, ...marks: unknown[]) => ({
	type: 'text',
	text,
	...(marks.length ? { marks } : {})
});
const link = (href: string) => ({ type: 'link', attrs: { href } });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

const page = (...body: unknown[]) =>
	({ slug: 'a-page', title: { zh: '标题' }, body: { zh: doc(...body) } }) as unknown as Content;

function found(noun: Noun, content: unknown, over: Partial<Context> = {}) {
	return check({
		noun,
		description: describing(noun),
		content: content as Content,
		words: () => [],
		assets: new Map(),
		cited: false,
		answers: () => false,
		origin: 'https://lian.example.gov.cn',
		simplify: (char) => char,
		...over
	});
}
const names = (...given: Parameters<typeof found>) =>
	found(...given).map(({ check, severity, field }) => `${severity} ${check} ${field}`);

describe('personal numbers', () => {
	const kinds = (text: string) => numbersIn(text).map(({ kind }) => kind);

	it.each([
		'13800138000',
		'138 0013 8000',
		'138-0013-8000',
		'+86 138 0013 8000',
		'+8613800138000',
		'008613800138000',
		'１３８００１３８０００',
		'一三八〇〇一三八〇〇〇',
		'1 3 8 0 0 1 3 8 0 0 0',
		'138\u200b0013\u200b8000',
		'电话x13800138000。',
		'0571-88886666，13800138000'
	])('a mobile number written as %j is found', (text) => expect(kinds(text)).toEqual(['phone']));

	it.each([
		'0571-88886666',
		'12388',
		'12800138000',
		'2013800138000',
		'138001380001',
		'14 2024 10023',
		'2,493 1380',
		'〔2024〕13号',
		'2024-11-15 09:00'
	])('%j is no mobile number', (text) => expect(kinds(text)).toEqual([]));

	it.each([
		'11010519491231002X',
		'110105 19491231 002x',
		'440524188001010014',
		'１１０１０５１９４９１２３１００２Ｘ'
	])('an ID-card number written as %j is found', (text) =>
		expect(kinds(text)).toEqual(['id-card'])
	);

	it.each([
		'110105194912310021',
		'11010519491331002X',
		'330110202411150001234',
		'123456789012345678'
	])('%j is no ID-card number', (text) => expect(kinds(text)).toEqual([]));

	it('are found wherever they stand, and what is masked is not found again', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'清廉 a，。\n（') }),
				fc.constantFrom(
					'13800138000',
					'139-1234-5678',
					'11010519491231002X',
					'１３８００１３８０００'
				),
				fc.string({ unit: fc.constantFrom(...'清廉 a，。\n）') }),
				(before, number, after) => {
					const text = before + number + after;
					const [one, ...more] = numbersIn(text);
					expect(more).toEqual([]);
					expect(text.slice(one!.at, one!.at + one!.length)).toBe(number);
					const { content, masked } = mask(describing('pages').fields, page(paragraph(said(text))));
					expect(masked).toBe(1);
					expect(names('pages', content).filter((name) => /phone|id-card/.test(name))).toEqual([]);
				}
			)
		);
	});

	it('are found and masked over bold, breaks of style and in the address of a link', () => {
		const content = page(
			paragraph(said('电话 138'), said('0013', { type: 'bold' }), said('8000')),
			paragraph(said('打电话', link('tel:+8613800138000')))
		);
		expect(found('pages', content).map(({ check, field, at }) => [check, field, at])).toEqual([
			['phone', 'body.zh', 3],
			['phone', 'body.zh', 15]
		]);
		const masked = mask(describing('pages').fields, content);
		expect(masked.masked).toBe(2);
		expect(masked.content.body).toEqual({
			zh: doc(
				paragraph(said('电话 138'), said('****', { type: 'bold' }), said('8000')),
				paragraph(said('打电话'))
			)
		});
		expect(found('pages', masked.content)).toEqual([]);
	});

	it('an office’s landline is nobody’s; a mobile as the office’s telephone is asked about', () => {
		const place = (phone: string) => ({
			slug: 'hall',
			name: { zh: '馆' },
			kind: 'site',
			phone,
			sources: ['A0'],
			position: { lon: 120, lat: 30, verified: true }
		});
		expect(names('places', place('0571-88886666'))).toEqual([]);
		expect(names('places', place('13800138000'))).toEqual(['warning phone phone']);
		const { content, masked } = mask(describing('places').fields, place('13800138000') as Content);
		expect([masked, content.phone]).toEqual([0, '13800138000']);
	});
});

describe('words of the list', () => {
	const hits = (words: string[], text: string) =>
		matcher(words.map((one) => word(one)))(text).map(({ at, word }) => [at, word.word]);

	it('are found with their place', () => {
		expect(hits(['穿流不息', '渡假村'], '人流穿流不息，去渡假村')).toEqual([
			[2, '穿流不息'],
			[8, '渡假村']
		]);
	});

	it('are found as the longest of those that begin together, and never over each other', () => {
		expect(hits(['廉洁', '廉洁文化', '文化周'], '廉洁文化周')).toEqual([[0, '廉洁文化']]);
		expect(hits(['ab', 'bc', 'c d'], 'a bc d')).toEqual([[2, 'bc']]);
	});

	it('of Latin letters are found as whole words, in any width and case', () => {
		expect(hits(['teh'], 'Teh tehran ｔｅｈ')).toEqual([
			[0, 'teh'],
			[11, 'teh']
		]);
	});

	it('are those a plain search finds', () => {
		const letters = fc.string({
			unit: fc.constantFrom('甲', '乙', '丙'),
			minLength: 1,
			maxLength: 4
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(letters, { minLength: 1, maxLength: 8 }),
				fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 40 }),
				(words, text) => {
					const naive: [number, string][] = [];
					for (let at = 0; at < text.length;) {
						const longest = words
							.filter((one) => text.startsWith(one, at))
							.sort((a, b) => b.length - a.length)[0];
						if (longest) naive.push([at, longest]);
						at += longest?.length ?? 1;
					}
					expect(hits(words, text)).toEqual(naive);
				}
			)
		);
	});

	it('we ship are each wrong once, and right words hold none of them', () => {
		const wrong = misspellings.map(([one]) => one);
		expect(new Set(wrong).size).toBe(wrong.length);
		const find = matcher(wrong.map((one) => word(one)));
		expect(misspellings.flatMap(([, right]) => find(right))).toEqual([]);
		expect(misspellings.filter(([one, right]) => one === right || fold(one) !== one)).toEqual([]);
	});

	it('are told with what to write instead', () => {
		const words = matcher([word('修茸', { suggestion: '修葺', severity: 'error' })]);
		expect(found('pages', page(paragraph(said('房屋修茸一新'))), { words })).toEqual([
			{
				check: 'word-wrong',
				severity: 'error',
				field: 'body.zh',
				at: 2,
				length: 2,
				excerpt: '房屋修茸一新',
				mark: 2,
				suggestion: '修葺'
			}
		]);
	});

	it.each([
		[{ word: ' ' }, ['word required']],
		[{ word: '，' }, ['word blank-word']],
		[{ word: 'x'.repeat(41) }, ['word too-long']],
		[{ word: '对', suggestion: '对' }, ['suggestion same-word']],
		[{ word: '错', sort: 'rude', scope: 'toString' }, ['sort not-a-choice', 'scope not-a-choice']]
	])('%j is refused', (typed, reasons) => {
		const ruled = parseEntry(typed);
		expect(!ruled.ok && ruled.refusals.map(({ field, reason }) => `${field} ${reason}`)).toEqual(
			reasons
		);
	});
});

describe('links', () => {
	const linked = (href: string) => page(paragraph(said('看这里', link(href))));
	it.each(['/places/no-such', '/nothing', 'https://lian.example.gov.cn/places/x', '/en/places/x'])(
		'%s to nothing of ours stops',
		(href) => expect(names('pages', linked(href))).toEqual(['error link-dead body.zh'])
	);
	it.each(['javascript:alert(1)', '//evil.example', 'https://a@evil.example/', 'ftp://a.cn/x'])(
		'%s is no link',
		(href) => expect(names('pages', linked(href))).toEqual(['error link-malformed body.zh'])
	);
	it('to what is answered, or to others, are well', () => {
		const answers = (path: string) => path === '/places/liangzhu';
		for (const href of [
			'/en/places/liangzhu?x=1#y',
			'/places/liangzhu/',
			'https://lian.example.gov.cn/places/liangzhu',
			'https://www.gov.cn/'
		])
			expect(names('pages', linked(href), { answers })).toEqual([]);
	});
});

describe('pictures', () => {
	const facts = {
		form: 'photo',
		alt: false,
		unspoken: false,
		trashed: false,
		consent: 'none',
		licence: 'own'
	};
	const gallery = (alt?: string) => ({
		slug: 'hall',
		name: { zh: '馆' },
		kind: 'site',
		sources: ['A0'],
		position: { verified: true },
		media: [{ asset: 'p1', alt: alt ? { zh: alt } : null }]
	});
	const asked = (content: unknown, over: Partial<typeof facts> | null) =>
		names('places', content, { assets: new Map(over ? [['p1', { ...facts, ...over }]] : []) });

	it('without words for those who do not see them stop, in galleries and in texts', () => {
		expect(asked(gallery(), {})).toEqual(['error alt-missing media.0']);
		expect(asked(gallery('展馆大门'), {})).toEqual([]);
		expect(asked(gallery(), { alt: true })).toEqual([]);
		expect(asked(gallery(), { form: 'audio', unspoken: true })).toEqual([
			'error transcript-missing media.0'
		]);
		expect(asked(gallery(), { form: 'audio' })).toEqual([]);
		const picture = {
			type: 'picture',
			attrs: { asset: 'p1', alt: '', caption: '', size: 'normal' }
		};
		expect(names('pages', page(picture), { assets: new Map([['p1', facts]]) })).toEqual([
			'error alt-missing body.zh'
		]);
	});

	it('that are gone stop; whose rights or consent are open are asked about', () => {
		expect(asked(gallery('门'), null)).toEqual(['error asset-gone media.0']);
		expect(asked(gallery('门'), { trashed: true })).toEqual(['error asset-gone media.0']);
		expect(asked(gallery('门'), { consent: 'needed', licence: 'unknown' })).toEqual([
			'warning consent-missing media.0',
			'warning licence-unknown media.0'
		]);
	});
});

describe('law', () => {
	const base = (over: object) => ({
		slug: 'base',
		name: { zh: '底图' },
		kind: 'painting',
		config: { source: 'picture' },
		minZoom: 1,
		maxZoom: 2,
		attribution: { zh: '本站' },
		...over
	});
	it('a base with boundaries, or called approved, needs its 审图号', () => {
		const missing = ['error approval-missing approvalNumber'];
		expect(names('bases', base({ declaresBoundaries: true }))).toEqual(missing);
		expect(names('bases', base({ kind: 'approved', approvalNumber: ' ' }))).toEqual(missing);
		expect(names('bases', base({ approvalNumber: '自己画的' }))).toEqual([
			'error approval-malformed approvalNumber'
		]);
		expect(
			names('bases', base({ declaresBoundaries: true, approvalNumber: '浙S（2023）12号' }))
		).toEqual([]);
		expect(names('bases', base({}))).toEqual([]);
	});

	const honour = (form: string, issuerRank: string | null, title = '清廉村居') => ({
		title: { zh: title },
		place: 'a-place',
		form,
		level: 'town',
		issuerRank,
		source: 'A0'
	});
	it.each([
		['province', []],
		['city', []],
		['county', []],
		['town', ['error naming-body issuerRank']],
		['department', ['error naming-body issuerRank']],
		[null, ['error naming-body issuerRank']]
	])('a naming by %s', (rank, expected) =>
		expect(names('honours', honour('naming', rank))).toEqual(expected)
	);
	it('an honour by a town is none, but one called a naming is asked about', () => {
		expect(names('honours', honour('honour', 'town'))).toEqual([]);
		expect(names('honours', honour('honour', 'town', '命名为清廉示范村'))).toEqual([
			'warning naming-named title.zh'
		]);
	});

	it('what reads like a report about somebody is asked about', () =>
		expect(names('pages', page(paragraph(said('有人受贿'))))).toEqual([
			'warning accusation body.zh'
		]));
});

it('a place without position or source is asked about, one without name stops', () => {
	expect(names('places', { slug: 'hall', kind: 'site', name: { zh: '' }, sources: [] })).toEqual([
		'error required name',
		'warning source-missing sources',
		'warning position-missing position'
	]);
	const cited = { slug: 'hall', kind: 'site', name: { zh: '馆' }, position: { verified: true } };
	expect(names('places', cited, { cited: true })).toEqual([]);
	expect(
		names('places', {
			slug: 'hall',
			kind: 'site',
			name: { zh: '馆' },
			sources: ['A0'],
			position: { lon: 120, lat: 30, verified: false }
		})
	).toEqual(['warning position-unverified position']);
});

it('a tick holds for the warnings it was given for, and for no others', () => {
	const one = found('pages', page(paragraph(said('有人受贿'))));
	const two = found('pages', page(paragraph(said('有人受贿')), paragraph(said('再'))));
	expect(markOf(one)).toBe(markOf([...one]));
	expect(markOf([])).not.toBe(markOf(one));
	expect(two.length).toBe(1);
	expect(markOf(two)).toBe(markOf(one));
});

it('a thousand findings of a kind are told as fifty', () =>
	expect(found('pages', page(paragraph(said('13800138000，'.repeat(1000))))).length).toBe(50));

describe('hostile texts', () => {
	const pumps = [
		'1',
		'1 ',
		'13',
		'1-',
		'138 ',
		'一',
		'１',
		'X',
		'/',
		'%',
		'命名',
		'受 ',
		'甲',
		'a@',
		'\u200b',
		'（'
	].map((pump) => pump.repeat(50_000));

	it('of fifty thousand characters take every check less than a second of the processor', () => {
		const words = matcher(
			Array.from({ length: 10_000 }, (_, index) => word('甲'.repeat((index % 40) + 1) + index))
		);
		for (const pump of pumps) {
			const begun = process.cpuUsage();
			found('pages', page(paragraph(said(pump, link(`/${pump.slice(0, 1900)}`)))), { words });
			const { user, system } = process.cpuUsage(begun);
			expect((user + system) / 1000, JSON.stringify(pump.slice(0, 4))).toBeLessThan(1000);
		}
	});
});
