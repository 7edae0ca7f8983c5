import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { tableFrom } from './read';
import { zip } from '$tests/fixtures/import/make';
import { rowsOf, read, refusal, text, expected } from '$tests/worlds/import-read';

describe('CSV', () => {
	it.each([
		['UTF-8', Buffer.from(text)],
		['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
		['GB18030, rare characters included', iconv.encode(text, 'gb18030')],
		[
			'UTF-16, as Excel saves Unicode text',
			iconv.encode(text.replaceAll(',', '\t'), 'utf-16le', { addBOM: true })
		],
		['semicolons', Buffer.from(text.replaceAll(',', ';'))],
		['tabs', Buffer.from(text.replaceAll(',', '\t'))],
		['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))]
	])('in %s gives the same rows', async (_, bytes) =>
		expect(await read(bytes, 'a.csv')).toEqual(expected)
	);

	it('a title row, a blank row and blank rows between do not matter, lines stay those of the file', async () => {
		expect(await read('阵地一览,,\n,,\n名称,类型\n甲,阵地\n\n ,\n乙,场馆\n', 'a.csv')).toEqual([
			{ line: 4, name: '甲', kind: '阵地' },
			{ line: 7, name: '乙', kind: '场馆' }
		]);
	});

	it('bytes of no known encoding are refused with their line', async () => {
		const bytes = Buffer.concat([
			iconv.encode('名称,类型\n甲,阵地\n', 'gb18030'),
			Buffer.from([0xff, 0xff, 0x0a])
		]);
		expect(await refusal(bytes, 'a.csv')).toEqual({ reason: 'bad-encoding', detail: { line: 3 } });
	});

	it('a table without column names is refused and shows what it begins with', async () => {
		expect(await refusal('甲,阵地\n乙,场馆\n', 'a.csv')).toEqual({
			reason: 'no-header',
			detail: { seen: '甲 | 阵地' }
		});
	});

	it('two columns of the same meaning are refused', async () => {
		expect(await refusal('名称,name,类型\n甲,a,阵地\n', 'a.csv')).toEqual({
			reason: 'duplicate-columns',
			detail: { first: '名称', second: 'name' }
		});
	});
});

describe('XLSX', () => {
	const book = async (sheets: Parameters<typeof writeXlsx>[0]['sheets']) =>
		Buffer.from(await writeXlsx({ sheets }));

	it('a merged title row above the header and blank rows are passed over', async () => {
		const bytes = await book([
			{
				name: '阵地',
				rows: [
					['廉洁文化阵地一览表', null, null],
					['名称', '类型', '经度', '纬度'],
					['甲', '阵地', 119.98138, 30.41234],
					[null],
					['乙', '场馆', '119.9', '30.3']
				],
				merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }]
			}
		]);
		expect(await read(bytes, 'a.xlsx')).toEqual([
			{ line: 3, name: '甲', kind: '阵地', lon: '119.98138', lat: '30.41234' },
			{ line: 5, name: '乙', kind: '场馆', lon: '119.9', lat: '30.3' }
		]);
	});

	it('a town merged over several rows counts for each of them', async () => {
		const bytes = await book([
			{
				name: '表',
				rows: [
					['镇街', '名称', '类型'],
					['瓶窑镇', '甲', '阵地'],
					[null, '乙', '阵地'],
					[null, null, null],
					['良渚街道', '丙', '场馆']
				],
				merges: [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }]
			}
		]);
		expect(await read(bytes, 'a.xlsx')).toEqual([
			{ line: 2, town: '瓶窑镇', name: '甲', kind: '阵地' },
			{ line: 3, town: '瓶窑镇', name: '乙', kind: '阵地' },
			{ line: 5, town: '良渚街道', name: '丙', kind: '场馆' }
		]);
	});

	it('a formula counts with the value saved in the file', async () => {
		const bytes = await book([
			{
				name: '表',
				rows: [
					['名称', '类型'],
					['甲', null]
				],
				cells: new Map([
					[
						'1,1',
						{ value: '阵地', type: 'formula', formula: 'CONCAT("阵","地")', formulaResult: '阵地' }
					]
				])
			}
		]);
		expect(await read(bytes, 'a.xlsx')).toEqual([{ line: 2, name: '甲', kind: '阵地' }]);
	});

	it('of several sheets the one that is a table is read, and the others are named', async () => {
		const bytes = await book([
			{ name: '说明', rows: [['请按表填写']] },
			{
				name: '阵地',
				rows: [
					['名称', '类型'],
					['甲', '阵地']
				]
			}
		]);
		const table = await tableFrom(bytes, 'a.xlsx');
		expect(table.notes).toEqual([
			{ reason: 'ignored-sheets', detail: { sheet: '阵地', sheets: '说明' } }
		]);
		expect(await rowsOf(table)).toEqual([{ line: 2, name: '甲', kind: '阵地' }]);
	});

	it('two sheets that could both be meant must be chosen from', async () => {
		const rows = [
			['名称', '类型'],
			['甲', '阵地']
		];
		const bytes = await book([
			{ name: '一', rows },
			{ name: '二', rows: [rows[0]!, ['乙', '场馆']] }
		]);
		expect(await refusal(bytes, 'a.xlsx')).toEqual({
			reason: 'several-sheets',
			detail: { sheets: '一、二' }
		});
		expect(await read(bytes, 'a.xlsx', '二')).toEqual([{ line: 2, name: '乙', kind: '场馆' }]);
		expect(await refusal(bytes, 'a.xlsx', '三')).toEqual({
			reason: 'no-sheet',
			detail: { sheet: '三', sheets: '一、二' }
		});
	});

	it('a sheet with more rows than the limit is refused before its cells are read', async () => {
		const part = (name: string, xml: string) => ({
			name,
			packed: deflateRawSync(Buffer.from(xml)),
			unpacked: Buffer.byteLength(xml)
		});
		const sheet = (rows: number) =>
			zip([
				part(
					'xl/workbook.xml',
					'<workbook><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'
				),
				part(
					'xl/_rels/workbook.xml.rels',
					'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
				),
				// Not a sheet any reader would take: the refusal must come from the count alone.
				part(
					'xl/worksheets/sheet1.xml',
					`${'<row/>'.repeat(300_000)}${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(rows)}`
				)
			]);
		expect(await refusal(sheet(100_031), 'a.xlsx')).toEqual({
			reason: 'too-many-rows',
			detail: { rows: 100_031, limit: 100_000 }
		});
		expect((await refusal(sheet(5), 'a.xlsx'))?.reason).not.toBe('too-many-rows');
	});

	it('half a workbook is refused', async () => {
		const bytes = await book([
			{
				name: '表',
				rows: [
					['名称', '类型'],
					['甲', '阵地']
				]
			}
		]);
		expect((await refusal(bytes.subarray(0, bytes.length / 2), 'a.xlsx'))?.reason).toBe(
			'broken-zip'
		);
	});
});
