import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packedTwice, pdfOf, pdfWith } from '$tests/pdf';
import { pdfLimits, pdfText } from './pdf-text';

const folder = mkdtempSync(join(tmpdir(), 'liantu-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
const read = (bytes: Buffer | string, over: Partial<typeof pdfLimits> = {}) => {
	const file = join(folder, `${++made}.pdf`);
	writeFileSync(file, bytes);
	return pdfText(file, { limits: { ...pdfLimits, ...over } });
};

describe('reading a PDF', () => {
	it('gives its words, page by page', async () => {
		expect(
			await read(
				pdfWith([
					['余廉〔2024〕3号', '第一条 阵地由镇街'],
					['负责。', '— 2 —']
				])
			)
		).toEqual({ text: '余廉〔2024〕3号\n\n第一条阵地由镇街负责。', pages: 2 });
	});

	it('reads no more pages and words than it may', async () => {
		const pages = Array.from({ length: 5 }, (_, at) => [`第${at + 1}页的文字。`]);
		expect(await read(pdfWith(pages), { pages: 2 })).toEqual({
			text: '第1页的文字。\n\n第2页的文字。',
			pages: 5
		});
		expect(await read(pdfWith(pages), { characters: 9 })).toMatchObject({
			text: '第1页的文字。\n\n第2'
		});
	});

	it('says that a file is broken, empty or no PDF', async () => {
		for (const bytes of ['', 'no pdf', '%PDF-1.7\n', pdfWith([['x']]).subarray(0, 200)])
			expect(await read(bytes)).toEqual({ fault: 'broken' });
		expect(await pdfText(join(folder, 'none.pdf'))).toEqual({ fault: 'broken' });
	});

	it('says that a file is locked', async () => {
		const key = '<' + '00'.repeat(32) + '>';
		const locked = pdfOf(
			[
				'<< /Type /Catalog /Pages 2 0 R >>',
				'<< /Type /Pages /Kids [] /Count 0 >>',
				`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O ${key} /U ${key} >>`
			],
			`/Encrypt 3 0 R /ID [<00> <00>] `
		);
		expect(await read(locked)).toEqual({ fault: 'locked' });
	});

	it('is not hurt by a file that unpacks to gigabytes', async () => {
		const bomb = pdfWith([['x']], { content: packedTwice(256 * 1024 * 1024) });
		expect(bomb.length).toBeLessThan(20_000);
		const memory = 192 * 1024 * 1024;
		expect(await read(bomb, { memory })).toEqual({ fault: 'heavy' });
		expect(await read(pdfWith([['好']]), { memory })).toEqual({ text: '好', pages: 1 });
	});

	it('gives up when its time is over, and when it is told to stop', async () => {
		expect(await read(pdfWith([['x']]), { time: 1 })).toEqual({ fault: 'slow' });
		const stop = new AbortController();
		const file = join(folder, 'stop.pdf');
		writeFileSync(file, pdfWith([['x']]));
		const reading = pdfText(file, { signal: stop.signal });
		stop.abort();
		expect(await reading).toEqual({ fault: 'broken' });
	});
});
