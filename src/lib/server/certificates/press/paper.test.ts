import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { newDesign } from '$lib/domain/certificates/design';
import type { Facts } from '$lib/domain/certificates/facts';
import { someFacts as facts } from '$tests/certificate-facts';
import { draws } from '$tests/paper';
import { fontOf } from './fonts';
import { certificatePdf, pdfPath } from './paper';
import { certificateSvg } from './screen';
import { Types } from './types';

const print = {
	design: newDesign(),
	host: 'lian.example.cn/verify',
	address: 'https://lian.example.cn/verify/'
};
const none = { picture: null, seal: null };
/** The system’s type; a machine without it has our own alone, which lacks rare letters. */
const system = fontOf('𠮷'.codePointAt(0)!, { face: 'serif', bold: true }) !== null;
const rare = ['𠮷', '䶮', '㛃', '𬱖', '𰻝', '㐂', '𡚸'];

const pdf = (over: Partial<Facts> = {}, types = new Types()) =>
	certificatePdf(types, print, { ...facts, ...over }, none);

/** The first page as grey points: what a printer would put on paper. */
async function seen(bytes: Buffer, dpi = 100): Promise<{ width: number; points: Buffer }> {
	const folder = await mkdtemp(join(tmpdir(), 'liantu-certificate-'));
	try {
		await writeFile(join(folder, 'in.pdf'), bytes);
		const to = join(folder, 'out');
		const how = ['-gray', '-r', String(dpi), '-singlefile', join(folder, 'in.pdf'), to];
		await promisify(execFile)('pdftoppm', how);
		const picture = await readFile(`${to}.pgm`);
		const [head = '', width = '0'] =
			/^P5\s+(\d+)\s+\d+\s+\d+\s/.exec(picture.toString('latin1', 0, 60)) ?? [];
		return { width: Number(width), points: picture.subarray(head.length) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
/** Points by which two pictures differ clearly. */
const differ = (one: Buffer, other: Buffer): number =>
	one.reduce((sum, point, at) => sum + (Math.abs(point - other[at]!) > 90 ? 1 : 0), 0);

describe.skipIf(!draws)('a certificate, as a picture', () => {
	it.skipIf(!system).each(rare)('shows %s in ink, and as nothing else', async (sign) => {
		const [full, gap, other] = await Promise.all(
			[sign, '　', '口'].map(async (name) => (await seen(await pdf({ names: [name] }))).points)
		);
		expect(differ(full!, gap!)).toBeGreaterThan(60);
		expect(differ(full!, other!)).toBeGreaterThan(60);
	});

	it.skipIf(!system)('shows every rare letter in a form of its own', async () => {
		const pictures = await Promise.all(
			rare.map(async (sign) =>
				createHash('sha256')
					.update((await seen(await pdf({ names: [sign] }))).points)
					.digest('hex')
			)
		);
		expect(new Set(pictures).size).toBe(rare.length);
	});

	it('is on paper what it is on the screen, point by point', async () => {
		const paper = await seen(await pdf(), 300);
		const svg = await certificateSvg(new Types(), print, facts, { ...none, ratio: 1 });
		const height = paper.points.length / paper.width;
		// Edges are smoothed differently by two painters, so both are looked at from some way off.
		const far = (from: Sharp) =>
			from.flatten({ background: '#ffffff' }).greyscale().resize(900, 636, { fit: 'fill' }).raw();
		const [printed, shown] = await Promise.all(
			[
				sharp(paper.points, { raw: { width: paper.width, height, channels: 1 } }),
				sharp(Buffer.from(svg), { density: 300 })
			].map((from) => far(from).toBuffer())
		);
		const dark = printed!.reduce((sum: number, point: number) => sum + (point < 200 ? 1 : 0), 0);
		expect(dark).toBeGreaterThan(5000);
		expect(differ(printed!, shown!) / dark).toBeLessThan(0.02);
	});

	it('in our own type alone shows its common letters all the same', async () => {
		const own = () => new Types([]);
		const [full, empty] = await Promise.all(
			['李青王明', '　'].map(
				async (name) => (await seen(await pdf({ names: [name] }, own()))).points
			)
		);
		expect(differ(full!, empty!)).toBeGreaterThan(200);
	});
});

describe('the type of certificates', () => {
	it('names the signs it lacks, once each, and no others', async () => {
		const types = new Types([]);
		const text = '李\u{e000}青\u{e000} A，\u{10fffd}';
		await types.prepare(text);
		expect(types.lacking(text)).toEqual(['\u{e000}', '\u{10fffd}']);
	});

	it.skipIf(!system)('lacks none of the rare letters names are made of', async () => {
		const types = new Types();
		await types.prepare(rare.join(''));
		expect(types.lacking(rare.join(''))).toEqual([]);
	});

	it.skipIf(!system)('takes a variant of a letter where its selector asks for one', async () => {
		const types = new Types();
		const type = { face: 'serif', bold: false } as const;
		expect(types.measure('葛\u{e0100}', type)).toBe(types.measure('葛', type));
		expect(types.lacking('葛\u{e0100}')).toEqual([]);
	});
});

describe('a PDF', () => {
	it('is the same bytes each time, in another press too', async () => {
		const [one, again, other] = [await pdf(), await pdf(), await pdf({}, new Types())];
		expect(Buffer.compare(one, again)).toBe(0);
		expect(Buffer.compare(one, other)).toBe(0);
	});

	it('is another for other names, another code and another day', async () => {
		const all = await Promise.all(
			[{}, { names: ['王明'] }, { code: `${'0'.repeat(20)}` }, { issuedAt: 0 }].map((over) =>
				pdf(over)
			)
		);
		expect(new Set(all.map((bytes) => bytes.toString('latin1'))).size).toBe(4);
	});

	it('carries no fonts that could fail, and its text for those who listen', async () => {
		const text = (await pdf()).toString('latin1');
		expect(text.includes('/FontDescriptor')).toBe(false);
		expect(text.includes('/Lang (zh-CN)')).toBe(true);
	});

	it('writes paths as PDF does', () => {
		expect(pdfPath('M1 2L3 4H5V6C7 8 9 10 11 12Z')).toBe(
			'1 2 m 3 4 l 5 4 l 5 6 l 7 8 9 10 11 12 c h '
		);
		expect(pdfPath('M0 0Q3 3 6 0Z')).toBe('0 0 m 2 2 4 2 6 0 c h ');
		expect(pdfPath('M-1.5-2.5L.5 1e1')).toBe('-1.5 -2.5 m 0.5 10 l ');
	});
});
