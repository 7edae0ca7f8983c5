import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDb, NOON } from '../../../../../tests/make';
import { pdfWith } from '../../../../../tests/pdf';
import { films, jobs, quarantine } from '../../db/schema';
import { write } from '../../db/write';
import type { Ground } from '../../jobs/work';
import { filmStorage } from '../../storage';
import { bare } from './bare';
import { bareAnew } from './order';

const folder = mkdtempSync(join(tmpdir(), 'liantu-bare-'));
const url = `file:${join(folder, 'store')}`;
const ground: Ground = { dataDir: folder, storageUrl: url, films: { kind: 'folder', url } };
const bench = { ground, progress: () => {}, signal: new AbortController().signal };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let last = 0;
async function made(file: Buffer, type: string) {
	const filmId = `f${++last}`;
	const path = join(folder, filmId);
	writeFileSync(path, file);
	const key = `films/${filmId}/original`;
	await filmStorage(ground).put(key, path);
	const [one] = await bare({ jobId: `j${last}`, filmId, key, type }, bench);
	if (!one) return null;
	const { path: kept } = await filmStorage(ground).localPath(one.key);
	return { ...one, file: readFileSync(kept) };
}

describe('a copy without properties', () => {
	it('of a picture stands upright and has neither maker, place nor words', async () => {
		const exif = { IFD0: { Artist: 'LEAK', Copyright: 'LEAK' } };
		const input = { create: { width: 40, height: 20, channels: 3, background: '#0a0' } } as const;
		for (const format of ['jpeg', 'png', 'webp'] as const) {
			const sent = await sharp(input)
				.withMetadata({ orientation: 6, exif })
				.toFormat(format)
				.toBuffer();
			expect(sent.includes('LEAK')).toBe(true);
			const copy = (await made(sent, `image/${format}`))!;
			const told = await sharp(copy.file).metadata();
			expect([copy.kind, told.format, told.width, told.height, told.exif]).toEqual([
				...['bare', format, 20, 40, undefined]
			]);
			expect(copy.file.includes('LEAK')).toBe(false);
		}
	});

	it('of a PDF is made where it can be, and of nothing else', async () => {
		expect(await made(pdfWith([['清风']]), 'application/pdf')).toMatchObject({ kind: 'bare' });
		expect(await made(Buffer.from('%PDF-1.7 /Encrypt'), 'application/pdf')).toBeNull();
		expect(await made(Buffer.from('no picture'), 'image/png')).toBeNull();
		expect(await made(Buffer.from('PK'), 'application/msword')).toBeNull();
	});
});

it('what came before is looked through once, and nothing the scanner keeps', async () => {
	const db = await emptyDb();
	const film = { sha256: 'a'.repeat(64), bytes: 1, type: 'application/pdf' };
	await write(db, async (tx) => {
		for (const [id, form] of [
			['a', 'document'],
			['b', 'picture'],
			['c', 'film'],
			['d', 'document']
		] as const)
			await tx.insert(films).values({ id, form, ...film, key: `films/${id}/original` });
		await tx.insert(quarantine).values({ id: 'd', noun: 'films', state: 'waiting', since: NOON });
	});
	expect([await bareAnew(db, NOON), await bareAnew(db, NOON)]).toEqual([2, 0]);
	const rows = await db.select({ kind: jobs.kind, subject: jobs.subject }).from(jobs);
	expect(rows.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual([
		'bare a',
		'bare b'
	]);
});
