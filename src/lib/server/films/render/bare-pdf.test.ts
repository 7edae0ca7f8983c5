import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfOf, pdfWith } from '../../../../../tests/pdf';
import { barePdf } from './bare-pdf';

const page = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Kids [] /Count 0 >>';
const text = (file: Uint8Array | null) => file && Buffer.from(file).toString('latin1');
const withInfo = (info: string, ...more: (string | Buffer)[]) =>
	pdfOf([page, pages, info, ...more], '/Info 3 0 R ');
const packed = (dict: string, body: string) =>
	Buffer.concat([
		Buffer.from(`<< ${dict} /Filter /FlateDecode >>\nstream\n`),
		deflateSync(Buffer.from(body)),
		Buffer.from('\nendstream')
	]);

describe('a PDF whose properties are cleared', () => {
	it('names nobody, and has everything else in its place', () => {
		const xmp = '<x:xmpmeta><dc:creator>LEAK</dc:creator></x:xmpmeta>';
		const file = withInfo(
			'<< /Author (LEAK \\) (of LEAK) LEAK) /Creator <4C45414B> /Producer(LEAK)/Title\n(LEAK) /CreationDate (D:2026) >>',
			`<< /Type /Metadata /Subtype /XML /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`
		);
		const bare = text(barePdf(file))!;
		expect(bare).not.toMatch(/LEAK|4C45414B/);
		expect([bare.length, bare.includes('(D:2026)'), bare.includes('/Kids []')]).toEqual([
			file.length,
			true,
			true
		]);
		expect(text(barePdf(Buffer.from(bare, 'latin1')))).toBe(bare);
	});

	it('keeps its pages to the byte where nothing was said', () => {
		const file = pdfWith([['清风']]);
		expect(Buffer.from(barePdf(file)!).equals(file)).toBe(true);
	});

	it.each([
		['locked', pdfOf([page, pages], '/Encrypt 9 0 R ')],
		['one whose author lies elsewhere', withInfo('<< /Author 4 0 R >>', '(LEAK)')],
		['one with packed properties', withInfo(page, packed('/Type /ObjStm', '<< /Author (LEAK) >>'))],
		['one with a packed description', withInfo(page, packed('/Type /Metadata', '<x/>'))],
		[
			'one packed otherwise',
			withInfo('<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nx\nendstream')
		],
		[
			'one whose packing is broken',
			withInfo('<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nx\nendstream')
		],
		['one that never ends its author', withInfo('<< /Author (LEAK')],
		['no PDF', Buffer.from('PK')]
	])('is none for %s', (_, file) => {
		expect(barePdf(file)).toBeNull();
	});

	it('is made of one with packed objects that say nothing', () => {
		expect(barePdf(withInfo(page, packed('/Type /ObjStm', '<< /Kids [] >>')))).not.toBeNull();
	});
});
