import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Disk } from './upload-disk';

const disk = new Disk();
const folder = mkdtempSync(join(tmpdir(), 'liantu-disk-'));
afterAll(() => disk.stop());

it('pieces of any size and number lie in the file as they came, at their place', async () => {
	const path = join(folder, 'a');
	const file = openSync(path, 'w');
	const some = [
		Buffer.alloc(70_000, 1),
		Buffer.from('两块'),
		Buffer.alloc(0),
		Buffer.alloc(65_536, 2)
	];
	const many = Array.from({ length: 3000 }, (_, n) => Buffer.from([n % 251]));
	const view = Buffer.from(new ArrayBuffer(100), 10, 20).fill(7);
	const whole = Buffer.concat([...some, ...many, view]);
	const length = some.reduce((sum, piece) => sum + piece.length, 0);
	await disk.write(file, some, 0);
	await disk.write(file, [view], length + 3000);
	await disk.write(file, many, length);
	await disk.sync(file);
	await disk.syncFolder(folder);
	closeSync(file);
	expect(readFileSync(path).equals(whole)).toBe(true);
});

it('what was given away takes up no memory here any more', async () => {
	const file = openSync(join(folder, 'b'), 'w');
	const piece = Buffer.alloc(1_000_000);
	await disk.write(file, [piece], 0);
	closeSync(file);
	expect(piece.length).toBe(0);
});

it('a note replaces the one before, and one that cannot be written is an error', async () => {
	const path = join(folder, 'c');
	await disk.note(path, 'first           ');
	await disk.note(path, 'second          ');
	expect(readFileSync(path, 'utf8')).toBe('second          ');
	await expect(disk.note(join(folder, 'none', 'c'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
});

it.runIf(process.platform === 'linux')(
	'a full disk is said with its code, and the next film is written',
	async () => {
		const full = openSync('/dev/full', 'w');
		await expect(disk.write(full, [Buffer.alloc(10)], 0)).rejects.toMatchObject({ code: 'ENOSPC' });
		closeSync(full);
		const file = openSync(join(folder, 'd'), 'w');
		await disk.write(file, [Buffer.from('there')], 0);
		closeSync(file);
		expect(readFileSync(join(folder, 'd'), 'utf8')).toBe('there');
	}
);

it('a thread that was ended is followed by another', async () => {
	const file = openSync(join(folder, 'e'), 'w');
	const asked = disk.write(file, [Buffer.from('lost?')], 0).catch(() => null);
	await disk.stop();
	await asked;
	await disk.write(file, [Buffer.from('there')], 0);
	closeSync(file);
	expect(readFileSync(join(folder, 'e'), 'utf8')).toBe('there');
});
