import { describe, expect, it } from 'vitest';
import { nouns as zh } from '../../words/zh/nouns';
import { nouns as en } from '../../words/en/nouns';
import * as vocabulary from './vocabulary';

describe('every word the portal shows for a value is understood when it comes back', () => {
	const readers = {
		kind: vocabulary.kindOf,
		kindShort: vocabulary.kindOf,
		category: vocabulary.categoryOf,
		level: vocabulary.levelOf,
		precision: vocabulary.precisionOf,
		access: (text: string) => vocabulary.accessOf(text)?.[0] ?? null
	};
	for (const [language, nouns] of [
		['zh', zh],
		['en', en]
	] as const)
		for (const [group, of] of Object.entries(readers))
			it(`${language} ${group}`, () => {
				const said = nouns[group as keyof typeof readers] as Record<string, string>;
				for (const [value, word] of Object.entries(said)) {
					expect([word, of(word)]).toEqual([word, value]);
					expect([value, of(value)]).toEqual([value, value]);
				}
			});
});

it('a town is found by every name an office writes, and never guessed', () => {
	const of = vocabulary.townFinder([
		{ slug: 'pingyao', nameZh: '瓶窑镇', nameEn: 'Pingyao Town' },
		{ slug: 'liangzhu', nameZh: '良渚街道', nameEn: 'Liangzhu Subdistrict' },
		{ slug: 'qingshan', nameZh: '青山镇', nameEn: null },
		{ slug: 'qingshan-2', nameZh: '青山街道', nameEn: null }
	]);
	for (const text of ['pingyao', '瓶窑', '瓶窑镇', ' 余杭区瓶窑镇', 'Pingyao Town', 'PINGYAO'])
		expect(of(text)).toBe('pingyao');
	expect(of('良渚')).toBe('liangzhu');
	expect(of('青山')).toBeNull();
	expect(of('青山镇')).toBe('qingshan');
	for (const text of ['', '镇', '街道', '火星镇']) expect(of(text)).toBeNull();
});

it('what is not there is said as well', () => {
	expect(vocabulary.accessOf('没有电梯')).toEqual(['lift', false]);
	expect(vocabulary.accessOf('no lift')).toEqual(['lift', false]);
	expect(vocabulary.accessOf('无台阶')).toEqual(['step-free', true]);
	expect(vocabulary.accessOf('滑梯')).toBeNull();
});
