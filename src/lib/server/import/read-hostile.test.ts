import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { orRefusal, tableFrom } from './read';
import { LIMITS } from './table';
import { kml, zip } from '$tests/fixtures/import/make';
import { rowsOf, refusal, text, expected } from '$tests/worlds/import-read';

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
