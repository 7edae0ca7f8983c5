import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { keepsTheLaws } from '$tests/storage-law';
import { fileKind } from '$lib/domain/file-key';
import { FolderStorage } from './folder';

const folder = () => mkdtemp(join(tmpdir(), 'liantu-films-'));

describe('a folder as a store', () => {
	keepsTheLaws(async () => new FolderStorage(await folder()), 3_000_001);

	it('what lies in it is for its owner only', async () => {
		const root = await folder();
		await new FolderStorage(root).put('films/a/b', Readable.from([Buffer.from('x')]));
		const modes = await Promise.all(
			['films', 'films/a', 'films/a/b'].map(
				async (path) => (await stat(join(root, path))).mode & 0o777
			)
		);
		expect(modes).toEqual([0o700, 0o700, 0o600]);
		expect(await readdir(join(root, 'films', 'a'))).toEqual(['b']);
	});

	it('has no address that would lead past the portal', async () => {
		expect(await new FolderStorage('/nowhere').address()).toBe(null);
	});
});

it('nothing of the films is a public file, whatever its ending', () => {
	expect(['films/a/poster.jpg', 'films/x.pdf', 'films'].map(fileKind)).toEqual([null, null, null]);
});
