import { describe, expect, test } from 'vitest';
import { clean } from '../import/clean';
import { fieldOf } from '../import/header';
import { downloads as en } from '../../words/en/downloads';
import { downloads as zh } from '../../words/zh/downloads';
import { attachment } from './attachment';
import { csvLine, safe } from './cell';
import { columns } from './place';

describe('a cell', () => {
	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\nx', ' =1', '＝1', '＠x', '\0=1'])(
		'%j can be no formula',
		(text) => {
			expect(safe(text).startsWith("'")).toBe(true);
		}
	);

	test.each(['良渚', 'a=b', '1-2', '“共富果园”', ''])('%j stays as it is', (text) => {
		expect(safe(text)).toBe(text);
	});

	test('comes back from the import as it was', () => {
		for (const text of ['=1+1', '+86', '-甲', '@甲', '良渚']) expect(clean(safe(text))).toBe(text);
	});

	test('is quoted when it holds a comma, a quote or a line break', () => {
		expect(csvLine(['甲', 'a,b', 'say "x"', 'a\nb', 120.5, -1, null])).toBe(
			'甲,"a,b","say ""x""","a\nb",120.5,-1,\r\n'
		);
	});
});

describe('a download', () => {
	test('has an ASCII name and its full one', () => {
		expect(attachment('廉图-名录.csv', 'liantu.csv')).toBe(
			`attachment; filename="liantu.csv"; filename*=UTF-8''%E5%BB%89%E5%9B%BE-%E5%90%8D%E5%BD%95.csv`
		);
	});

	test('cannot put a header or a path into its name', () => {
		expect(attachment('a"\r\nX: y/../b;c', 'a"\r\nX: y')).toBe(
			`attachment; filename="a-X-y"; filename*=UTF-8''a-X-%20y-..-b-c`
		);
	});

	test('cuts a long name between two signs', () => {
		expect(attachment('🎬'.repeat(121), 'x')).toBe(
			`attachment; filename="x"; filename*=UTF-8''${encodeURIComponent('🎬'.repeat(120))}`
		);
	});

	test('has columns the import understands, in both languages', () => {
		const own = new Set(['sources', 'licence', 'notice', 'page']);
		for (const { columns: names } of [zh, en])
			for (const column of columns)
				if (!own.has(column)) expect([column, fieldOf(names[column])]).toEqual([column, column]);
	});
});
