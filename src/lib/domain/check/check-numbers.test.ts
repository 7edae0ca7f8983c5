import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../studio/field';
import { describe as describing } from '../studio/noun';
import { mask } from './mask';
import { matcher } from './matcher';
import { numbersIn } from './numbers';
import { word, paragraph, said, link, doc, page, found, names } from '$tests/worlds/check';

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
