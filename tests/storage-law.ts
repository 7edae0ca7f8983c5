import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Missing, Unlike } from '$lib/server/storage';
import type { Storage } from '$lib/server/storage';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * What every store keeps, whatever it stands on.
 * @param make an empty store
 * @param large bytes of the longest file it is tried with
 */
export function keepsTheLaws(make: () => Promise<Storage>, large: number): void {
	let store: Storage;
	let folder: string;
	const keys = async (prefix: string) => {
		const found: string[] = [];
		for await (const { key } of store.list(prefix)) found.push(key);
		return found.sort();
	};

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'liantu-store-'));
		store = await make();
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	it('gives back what was put, from a path or a stream, with its size and hash', async () => {
		const bytes = randomBytes(large);
		const path = join(folder, 'film');
		await writeFile(path, bytes);
		const told = { bytes: large, sha256: sha256(bytes) };
		expect(await store.put('films/a/path', path)).toEqual(told);
		expect(await store.put('films/a/stream', Readable.from([bytes]))).toEqual(told);
		for (const key of ['films/a/path', 'films/a/stream']) {
			expect(sha256(await buffer(await store.read(key)))).toBe(told.sha256);
			expect((await store.stat(key))?.bytes).toBe(large);
		}
		expect((await readFile(path)).length).toBe(large);
	});

	it('takes a file away when told to, and only after it is safe', async () => {
		const path = join(folder, 'moved');
		await writeFile(path, 'moved');
		const claim = { sha256: sha256(Buffer.from('moved')), move: true };
		expect(await store.put('films/b/moved', path, claim)).toEqual({ bytes: 5, ...claimed(claim) });
		expect(await readFile(path, 'utf8').catch(() => 'gone')).toBe('gone');
		expect((await buffer(await store.read('films/b/moved'))).toString()).toBe('moved');
	});

	it('reads a part: both ends included, to the end, from the end on', async () => {
		await store.put('films/c', Readable.from([Buffer.from('0123456789')]));
		const part = async (range: { start?: number; end?: number }) =>
			(await buffer(await store.read('films/c', range))).toString();
		expect([
			await part({ start: 2, end: 4 }),
			await part({ start: 8 }),
			await part({ end: 0 }),
			await part({ start: 9, end: 9 }),
			await part({})
		]).toEqual(['234', '89', '0', '9', '0123456789']);
	});

	it('keeps nothing of bytes that are not the claimed ones', async () => {
		const other = { sha256: sha256(Buffer.from('other')) };
		const path = join(folder, 'unlike');
		await writeFile(path, 'these');
		await expect(
			store.put('films/d', Readable.from([Buffer.from('these')]), other)
		).rejects.toThrow(Unlike);
		await expect(store.put('films/d', path, { bytes: 4 })).rejects.toThrow(Unlike);
		expect([await store.stat('films/d'), await keys('films/d')]).toEqual([null, []]);
		expect(await readFile(path, 'utf8')).toBe('these');
	});

	it('keeps nothing of a stream that breaks off', async () => {
		const broken = Readable.from(
			(async function* () {
				yield Buffer.from('half');
				throw new Error('line cut');
			})()
		);
		await expect(store.put('films/e', broken)).rejects.toThrow('line cut');
		expect(await keys('films/e')).toEqual([]);
	});

	it('puts over what is there, and holds a file of no bytes', async () => {
		await store.put('films/f', Readable.from([Buffer.from('first')]));
		await store.put('films/f', Readable.from([]));
		expect([(await store.stat('films/f'))?.bytes, await keys('films/f')]).toEqual([0, ['films/f']]);
	});

	it('lists by prefix, a half step too, and nothing it never kept', async () => {
		for (const key of ['films/g/one', 'films/g/two', 'films/gh'])
			await store.put(key, Readable.from([Buffer.from(key)]));
		expect(await keys('films/g')).toEqual(['films/g/one', 'films/g/two', 'films/gh']);
		expect(await keys('films/g/')).toEqual(['films/g/one', 'films/g/two']);
		expect(await keys('films/nothing/')).toEqual([]);
	});

	it('what is removed is gone, and removing it again is nothing', async () => {
		await store.put('films/h/x', Readable.from([Buffer.from('x')]));
		await store.remove('films/h/x');
		await store.remove('films/h/x');
		expect(await store.stat('films/h/x')).toBe(null);
		await expect(store.read('films/h/x')).rejects.toThrow(Missing);
		await expect(store.localPath('films/h/x')).rejects.toThrow(Missing);
	});

	it('lends a file to be read from the disk', async () => {
		await store.put('films/i', Readable.from([Buffer.from('lent')]));
		const { path, done } = await store.localPath('films/i');
		expect(await readFile(path, 'utf8')).toBe('lent');
		await done();
		expect((await store.stat('films/i'))?.bytes).toBe(4);
	});

	it('knows no key that is not ours', async () => {
		for (const key of [
			'../x',
			'films/../x',
			'/films/x',
			'films//x',
			'films/.x',
			'films/X',
			'films/a b',
			''
		])
			await expect(store.put(key, Readable.from([]))).rejects.toThrow('no key');
	});
}

const claimed = ({ sha256 }: { sha256: string }) => ({ sha256 });
