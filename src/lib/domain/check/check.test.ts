import { describe, expect, it } from 'vitest';
import { markOf } from './finding';
import { paragraph, said, link, page, found, names } from '$tests/worlds/check';

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
