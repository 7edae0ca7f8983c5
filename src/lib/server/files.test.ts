import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesOf, find, storageRoot } from './files';

const top = mkdtempSync(join(tmpdir(), 'liantu-files-'));
const root = join(top, 'files');
mkdirSync(join(root, 'ab'), { recursive: true });
writeFileSync(join(root, 'ab', 'film.png'), 'a'.repeat(300_000) + 'end');
writeFileSync(join(top, 'secret.png'), 'secret');
symlinkSync(join(top, 'secret.png'), join(root, 'ab', 'out.png'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

describe('a stored file', () => {
	test('is found by its key with its size', async () => {
		expect(await find(root, 'ab/film.png')).toMatchObject({ size: 300_003 });
	});

	test('is none when it is missing, a folder, or leads out of the store', async () => {
		for (const key of [
			'ab/none.png',
			'ab',
			'.',
			'ab/out.png',
			'../secret.png',
			'ab/film.png/x',
			'a\0b'
		])
			expect([key, await find(root, key)]).toEqual([key, null]);
		expect(await find(join(top, 'nowhere'), 'ab/film.png')).toBeNull();
	});

	test('comes whole and in part, byte for byte', async () => {
		const { path, size } = (await find(root, 'ab/film.png'))!;
		const read = async (start: number, end: number) =>
			new Response(bytesOf(path, { start, end })).text();
		expect(await read(0, size - 1)).toBe('a'.repeat(300_000) + 'end');
		expect(await read(size - 4, size - 2)).toBe('aen');
		expect(await read(0, 0)).toBe('a');
	});

	test('that becomes shorter while it is sent breaks off instead of hanging', async () => {
		const file = join(root, 'short.png');
		writeFileSync(file, 'abc');
		await expect(new Response(bytesOf(file, { start: 0, end: 9 })).text()).rejects.toThrow();
	});

	test('is not opened before somebody reads, and is let go when nobody does', async () => {
		const reader = bytesOf(join(root, 'none.png'), { start: 0, end: 9 }).getReader();
		await reader.cancel();
		expect((await reader.read()).done).toBe(true);
	});

	test('lies where the settings say', () => {
		expect(storageRoot('file:///srv/files')).toBe('/srv/files');
		expect(storageRoot('file:/srv/files')).toBe('/srv/files');
		expect(storageRoot('file:data/files')).toBe(join(process.cwd(), 'data/files'));
	});
});
