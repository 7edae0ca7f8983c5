import { describe, expect, it } from 'vitest';
import { wordsOf } from './document-words';

describe('the words of a PDF', () => {
	it('are sentences again where lines cut them', () => {
		expect(
			wordsOf([
				'第一条 为了加强廉洁文\n化阵地的管理，制定\n本办法。\n第二条 阵地由镇街\n',
				'负责。'
			])
		).toBe('第一条为了加强廉洁文化阵地的管理，制定本办法。\n\n第二条阵地由镇街负责。');
		expect(wordsOf(['The office\nkeeps the hall.'])).toBe('The office keeps the hall.');
	});

	it('carry no numbers of pages', () => {
		expect(wordsOf(['甲\n— 1 —', '乙\n第 2 页 共 9 页\n3'])).toBe('甲乙');
	});

	it('are written with the usual characters', () => {
		expect(wordsOf(['⼈⺠　２０２４\u00a0年ＡＢｃ，“好”\u200b（试行）'])).toBe(
			'人民　2024 年ABc，“好”（试行）'
		);
	});

	it('begin a paragraph at articles and items', () => {
		expect(wordsOf(['总则\n一、目的\n（二）范围\n3. 其他\n附件 表'])).toBe(
			'总则\n\n一、目的\n\n（二）范围\n\n3. 其他\n\n附件表'
		);
	});

	it('are read without effort, however many lines there are', () => {
		const lines = Array.from({ length: 200_000 }, () => '字').join('\n');
		expect(wordsOf([lines]).length).toBe(200_000);
	});

	it('are nothing when there are none', () => {
		expect(wordsOf([])).toBe('');
		expect(wordsOf(['\n \u0000', ''])).toBe('');
	});
});
