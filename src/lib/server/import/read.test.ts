import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { orRefusal, tableFrom } from './read';
import { LIMITS, type Table } from './table';
import { kml, zip } from '$tests/fixtures/import/make';

/** Rows of a table under the meaning of their columns. */
async function rowsOf(table: Table): Promise<Record<string, string | number>[]> {
	const rows = [];
	for await (const { line, cells } of table.rows) {
		if (!cells.some((cell) => cell.trim())) continue;
		const named = [...table.header.columns].map(([index, field]) => [field, cells[index] ?? '']);
		rows.push({ line, ...Object.fromEntries(named.filter(([, cell]) => cell)) });
	}
	return rows;
}
const read = async (bytes: Buffer | string, name: string, sheet?: string) =>
	rowsOf(await tableFrom(Buffer.from(bytes), name, sheet));
const refusal = async (bytes: Buffer | string, name: string, sheet?: string) => {
	const done = await orRefusal(async () =>
		rowsOf(await tableFrom(Buffer.from(bytes), name, sheet))
	);
	return done.ok ? null : done.refusal;
};

const text = '名称,类型,地址\n𠮷㐂园,阵地,"镕路1号，东门"\n';
const expected = [{ line: 2, name: '𠮷㐂园', kind: '阵地', address: '镕路1号，东门' }];

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

describe('archives', () => {
	const part = (name: string, bytes: Buffer, lie: { unpacked?: number; packed?: number } = {}) => {
		const packed = deflateRawSync(bytes);
		return { name, packed, unpacked: lie.unpacked ?? bytes.length };
	};

	it('a bomb is refused by what it declares, before anything is unpacked', async () => {
		const bomb = zip([
			part('xl/workbook.xml', Buffer.from('<a/>')),
			part('xl/worksheets/sheet1.xml', Buffer.alloc(64 * 1024 * 1024))
		]);
		expect(bomb.length).toBeLessThan(100_000);
		expect(await refusal(bomb, 'a.xlsx')).toEqual({
			reason: 'zip-bomb',
			detail: { megabytes: 64, limit: 200 }
		});
		const declared = zip([
			part('xl/workbook.xml', Buffer.from('<a/>'), { unpacked: 3_000_000_000 })
		]);
		expect((await refusal(declared, 'a.xlsx'))?.reason).toBe('zip-bomb');
	});

	it('a part that is larger than it declares is refused', async () => {
		const lying = zip([part('xl/workbook.xml', Buffer.alloc(5_000_000), { unpacked: 100 })]);
		expect(await refusal(lying, 'a.xlsx')).toEqual({ reason: 'broken-zip', detail: {} });
	});

	it('too many parts, overlapping parts and encrypted parts are refused', async () => {
		const many = zip(
			Array.from({ length: LIMITS.entries + 1 }, (_, i) => part(`p${i}`, Buffer.alloc(0)))
		);
		expect((await refusal(many, 'a.xlsx'))?.reason).toBe('zip-bomb');
		const twice = zip([
			part('xl/workbook.xml', Buffer.from('<a/>')),
			{ ...part('b', Buffer.from('b')), at: 0 }
		]);
		expect((await refusal(twice, 'a.xlsx'))?.reason).toBe('broken-zip');
		expect(
			(
				await refusal(
					zip([{ ...part('xl/workbook.xml', Buffer.from('<a/>')), flags: 1 }]),
					'a.xlsx'
				)
			)?.reason
		).toBe('encrypted');
	});
});

describe('GeoJSON', () => {
	const feature = (
		properties: object,
		geometry: unknown = { type: 'Point', coordinates: [119.98138, 30.41234, 5] }
	) => ({ type: 'Feature', properties, geometry });
	const collection = (features: unknown[], more = {}) =>
		JSON.stringify({ type: 'FeatureCollection', ...more, features }, null, 1);

	it('properties are columns and the point is the position, each feature with its line', async () => {
		const json = collection([
			feature({ name: { zh: '甲', en: 'A' }, kind: 'site', tags: ['x', 'y'] }),
			feature({ 名称: undefined, name: '乙', kind: 'venue' }, null)
		]);
		const lines = json.split('\n').flatMap((line, i) => (line === '  {' ? [i + 1] : []));
		expect(await read(json, 'a.geojson')).toEqual([
			{
				line: lines[0],
				name: '甲',
				nameEn: 'A',
				kind: 'site',
				tags: 'x、y',
				lon: '119.98138',
				lat: '30.41234'
			},
			{ line: lines[1], name: '乙', kind: 'venue' }
		]);
	});

	it('a line where a point should be is a problem of its row', async () => {
		const table = await tableFrom(
			Buffer.from(
				collection([
					feature(
						{ name: '甲' },
						{
							type: 'LineString',
							coordinates: [
								[1, 2],
								[3, 4]
							]
						}
					)
				])
			),
			'a.geojson'
		);
		for await (const row of table.rows)
			expect(row.issues).toEqual([
				{ line: row.line, column: 'geometry', value: 'LineString', reason: 'not-a-point' }
			]);
	});

	it('another reference system than WGS-84 or CGCS2000 is refused', async () => {
		const crs = (name: string) =>
			collection([feature({ name: '甲', kind: 'site' })], {
				crs: { type: 'name', properties: { name } }
			});
		expect(await refusal(crs('urn:ogc:def:crs:EPSG::3857'), 'a.geojson')).toEqual({
			reason: 'foreign-crs',
			detail: { crs: 'urn:ogc:def:crs:EPSG::3857' }
		});
		expect(await refusal(crs('urn:ogc:def:crs:OGC:1.3:CRS84'), 'a.geojson')).toBeNull();
		expect(await refusal(crs('EPSG:4490'), 'a.geojson')).toBeNull();
	});

	it('broken JSON, other JSON and hostile keys are answered', async () => {
		expect(await refusal('{"type":"FeatureCollection",\n"features":[', 'a.geojson')).toEqual({
			reason: 'broken-json',
			detail: { line: 2 }
		});
		expect(await refusal('[1,2]', 'a.json')).toEqual({
			reason: 'not-geojson',
			detail: { type: 'array' }
		});
		expect(await refusal('{"a":1}', 'a.json')).toEqual({
			reason: 'not-geojson',
			detail: { type: '?' }
		});
		expect(await refusal('['.repeat(200_000), 'a.json')).not.toBeNull();
		expect(
			(
				await refusal(
					'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"name":"x"}},"geometry":null}]}',
					'a.json'
				)
			)?.reason
		).toBe('no-header');
	});
});

describe('KML', () => {
	const document = kml(`<Folder><name>清廉单元</name><Folder><name>瓶窑镇</name>
<Placemark><name>甲</name><description><![CDATA[<b>介绍</b><br>二]]></description>
<ExtendedData><Data name="电话"><value>0571-88880000</value></Data></ExtendedData>
<Point><coordinates>119.98138,30.41234,0</coordinates></Point></Placemark></Folder></Folder>
<Placemark><name>乙</name></Placemark>`);
	const rows = [
		{
			line: 4,
			name: '甲',
			story: '介绍\n二',
			phone: '0571-88880000',
			lon: '119.98138',
			lat: '30.41234',
			folder: '清廉单元/瓶窑镇'
		},
		{ line: 7, name: '乙' }
	];

	it('placemarks with folders and extended data become rows', async () =>
		expect(await read(document, 'a.kml')).toEqual(rows));

	it('a KMZ is its first document, under the limits of archives', async () => {
		const packed = deflateRawSync(Buffer.from(document));
		expect(
			await read(zip([{ name: 'doc.kml', packed, unpacked: Buffer.byteLength(document) }]), 'a.kmz')
		).toEqual(rows);
	});

	it('document types and entities are refused unread', async () => {
		const laughs = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${kml('<Placemark><name>&b;</name></Placemark>').slice(38)}`;
		expect(await refusal(laughs, 'a.kml')).toEqual({ reason: 'doctype', detail: {} });
	});

	it('broken and bottomless documents are refused', async () => {
		expect((await refusal(document.slice(0, 200), 'a.kml'))?.reason).toBe('broken-kml');
		const deep = kml(
			`${'<Folder>'.repeat(50_000)}<Placemark><name>x</name></Placemark>${'</Folder>'.repeat(50_000)}`
		);
		expect((await refusal(deep, 'a.kml'))?.reason ?? 'read').toMatch(/^(?:broken-kml|no-header)$/);
		expect((await refusal(kml(''), 'a.kml'))?.reason).toBe('no-placemarks');
	});
});

describe('what a file says it is', () => {
	it('counts less than what it holds: a CSV named .xlsx is read, with a note', async () => {
		const table = await tableFrom(Buffer.from(text), '/tmp/表.xlsx');
		expect(table.notes).toEqual([
			{ reason: 'read-as', detail: { name: '表.xlsx', named: 'xlsx', found: 'csv' } }
		]);
		expect(await rowsOf(table)).toEqual(expected);
	});

	it.each([
		['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
		['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), 'png'],
		['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'xls'],
		['a web page', Buffer.from('<html><table><tr><td>名称</td></tr></table></html>'), 'html'],
		[
			'a Word document',
			zip([{ name: 'word/document.xml', packed: deflateRawSync(Buffer.from('x')), unpacked: 1 }]),
			'docx'
		],
		['noise with NUL', Buffer.from('名称,类型\n\0,\0'), 'binary']
	])('%s named .csv is refused, naming both', async (_, bytes, found) =>
		expect(await refusal(bytes, '表.csv')).toEqual({
			reason: 'unfit-for-name',
			detail: { name: '表.csv', named: 'csv', found }
		})
	);

	it('a text named .xlsx that is no table is refused, naming both', async () =>
		expect(await refusal('x', '表.xlsx')).toEqual({
			reason: 'unfit-for-name',
			detail: { name: '表.xlsx', named: 'xlsx', found: 'csv' }
		}));

	it.each(['', ' ', '\ufeff', '\n\n', '\ufeff\r\n \t'])(
		'an empty file is empty (%j)',
		async (bytes) =>
			expect(await refusal(bytes, 'a.csv')).toEqual({ reason: 'empty-file', detail: {} })
	);

	it('whatever the bytes, the answer is a table or a typed refusal', async () => {
		const seeds = [
			Buffer.from(text),
			iconv.encode(text, 'gb18030'),
			Buffer.from(
				await writeXlsx({
					sheets: [
						{
							name: 'a',
							rows: [
								['名称', '类型'],
								['甲', '阵地']
							]
						}
					]
				})
			),
			Buffer.from(
				'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},"geometry":null}]}'
			),
			Buffer.from(kml('<Placemark><name>a</name></Placemark>'))
		];
		const hurt = fc
			.tuple(
				fc.constantFrom(...seeds),
				fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 12 }),
				fc.nat(5000)
			)
			.map(([seed, edits, cut]) => {
				const bytes = Buffer.from(seed);
				for (const [at, value] of edits) bytes[at % bytes.length] = value;
				return bytes.subarray(0, cut % 3 ? bytes.length : cut % (bytes.length + 1));
			});
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(
					hurt,
					fc.uint8Array({ maxLength: 300 }).map((b) => Buffer.from(b))
				),
				fc.constantFrom('a.csv', 'a.xlsx', 'a.kml', 'a'),
				async (bytes, name) => {
					const done = await orRefusal(async () => rowsOf(await tableFrom(bytes, name)));
					if (!done.ok) expect(typeof done.refusal.reason).toBe('string');
				}
			),
			{ numRuns: 600 }
		);
	});
});
