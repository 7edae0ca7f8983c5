import { expect, it } from 'vitest';
import { fields, synonyms } from './field';
import { fold } from './clean';
import { fieldOf, findHeader, readHeader } from './header';

it('no name of a column means two things', () => {
	const all = fields.flatMap((field) =>
		synonyms[field].map((name) => [fold(name), field] as const)
	);
	const meanings = new Map<string, string>();
	for (const [name, field] of all)
		expect([name, meanings.get(name) ?? field]).toEqual([name, (meanings.set(name, field), field)]);
	expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
});

it('the names of our own fields are understood', () => {
	for (const field of fields) expect(fieldOf(field)).toBe(field);
});

it.each([
	['名称', 'name'],
	[' 名 称 ', 'name'],
	['名称（必填）', 'name'],
	['名称*', 'name'],
	['名称（英文）', 'nameEn'],
	['name:en', 'nameEn'],
	['Name_ZH', 'name'],
	['ＬＯＮ', 'lon'],
	['经度（GCJ-02）', 'lon'],
	['镇(街道)', 'town'],
	['备注', null],
	['', null]
])('“%s” means %s', (name, field) => expect(fieldOf(name)).toBe(field));

it('finds the header below title rows, and none where there is none', () => {
	const rows = [
		['余杭区廉洁文化阵地一览表'],
		[],
		['名称', '类型', '地址'],
		['清风园', '阵地', '某路']
	];
	expect(findHeader(rows)).toBe(2);
	expect(findHeader([['清风园', '阵地'], ['名称']])).toBe(-1);
	expect(findHeader([])).toBe(-1);
});

it('says which columns stand twice and which nobody knows', () => {
	const header = readHeader(['名称', 'Name', '备注', '经度（火星坐标）', '']);
	expect(header.twice).toEqual([['名称', 'Name']]);
	expect(header.unknown).toEqual(['备注']);
	expect(header.datum).toBe('gcj02');
});
