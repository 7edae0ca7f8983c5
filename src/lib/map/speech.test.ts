import { describe, expect, it } from 'vitest';
import { zh } from '../words/zh';
import type { Drawn } from './points';
import { sentence, whereabouts } from './speech';

const drawn = (slug: string, over: Partial<Drawn> = {}): Drawn => ({
	slug,
	lon: 120,
	lat: 30,
	kind: 'site',
	category: null,
	zh: slug,
	en: null,
	count: 1,
	...over
});

describe('what is said about a spot of the map', () => {
	it('direction and distance in words people use', () => {
		expect(whereabouts([120, 30.3], [120.002573, 30.302226], zh)).toBe('东北 350 米');
		expect(whereabouts([120, 30.3], [120, 30.4], zh)).toBe('正北 11 公里');
		expect(whereabouts([120, 30.3], [120, 30.3], zh)).toBe('');
	});

	it('a place has name, kind and whereabouts', () => {
		expect(sentence([drawn('展示馆')], '正北 1.0 公里', zh, 'zh')).toBe(
			'展示馆，廉洁文化阵地，正北 1.0 公里'
		);
	});

	it('several at one spot are all named, a group says how many', () => {
		expect(sentence([drawn('甲'), drawn('乙')], '', zh, 'zh')).toBe('同一个点上有 2 处：甲、乙');
		expect(sentence([drawn('', { count: 12 })], '', zh, 'zh')).toBe('12 处聚在一起');
	});

	it('what takes place there is said last', () => {
		const held = drawn('乙', { note: '有 1 场活动' });
		expect(sentence([held], '正北 1.0 公里', zh, 'zh')).toBe(
			'乙，廉洁文化阵地，正北 1.0 公里，有 1 场活动'
		);
		expect(sentence([drawn('甲'), held], '', zh, 'zh')).toBe(
			'同一个点上有 2 处：甲、乙，有 1 场活动'
		);
	});
});
