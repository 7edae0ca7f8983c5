import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { claimed, m4a, mp3, ogg, pdf, photo, zip } from '$tests/media';
import { assets } from '../db/schema';
import { line, receive, sweep } from './incoming';
import { inspect } from './inspect';
import { checksum } from './sound';
import { lib, files, row } from '$tests/worlds/media-library';

describe('refused, with nothing left behind, is', () => {
	const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
	const html = '<!doctype html><script>alert(1)</script>';
	const cases: [string, string, string, () => Buffer | Promise<Buffer>][] = [
		['nothing', 'empty', 'a.jpg', () => Buffer.alloc(0)],
		['a drawing with a script', 'vector', 'a.svg', () => Buffer.from(svg)],
		[
			'a drawing under a picture’s name',
			'vector',
			'a.png',
			() => Buffer.from(`\n<?xml version="1.0"?>${svg}`)
		],
		['a drawing with a mark before it', 'vector', 'a.png', () => Buffer.from(`\ufeff${svg}`)],
		['a page', 'page', 'a.jpg', () => Buffer.from(html)],
		['a page under its own name', 'page', 'a.html', () => Buffer.from(html)],
		['an archive', 'archive', 'a.zip', zip],
		['an archive under a picture’s name', 'archive', 'a.jpg', zip],
		['an executable', 'unknown', 'a.jpg', () => Buffer.from('MZ'.padEnd(900, '\0'))],
		['a script', 'unknown', 'a.js', () => Buffer.from('alert(1)')],
		['a moving picture', 'animated', 'a.gif', () => Buffer.from('GIF89a'.padEnd(99, '\0'))],
		['a picture under a page’s name', 'mismatch', 'a.html', () => photo(50, 50)],
		['a document under a picture’s name', 'mismatch', 'a.jpg', () => pdf()],
		[
			'a picture that is an archive too',
			'mixed',
			'a.jpg',
			async () => Buffer.concat([await photo(50, 50), zip()])
		],
		[
			'a picture with a page in it',
			'mixed',
			'a.png',
			() => claimed(50, 50, [['tEXt', Buffer.from(`Comment\0${html}`)]])
		],
		[
			'a picture that is a document too',
			'mixed',
			'a.png',
			() => claimed(50, 50, [['tEXt', Buffer.from(`Comment\0%PDF-1.4`)]])
		],
		['a document that is a page too', 'mixed', 'a.pdf', () => pdf(html)],
		['a document that is an archive too', 'mixed', 'a.pdf', () => Buffer.concat([pdf(), zip()])],
		['a recording that is an archive too', 'mixed', 'a.mp3', () => Buffer.concat([mp3(), zip()])],
		['a moving PNG', 'animated', 'a.png', () => claimed(50, 50, [['acTL', Buffer.alloc(8, 1)]])],
		['a moving WebP', 'animated', 'a.webp', moving],
		['half a picture', 'broken', 'a.jpg', async () => (await photo()).subarray(0, 4000)],
		[
			'a picture of noise',
			'broken',
			'a.jpg',
			() => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 5)])
		],
		[
			'a recording without sound',
			'unknown',
			'a.mp3',
			() => Buffer.from('ID3\x03\0\0\0\0\0\x0a'.padEnd(900, ' '))
		],
		['a picture too small to be seen', 'tiny', 'a.png', () => photo(8, 8, { format: 'png' })]
	];
	async function moving() {
		const frames = await Promise.all(
			[1, 2].map((seed) => photo(60, 60, { seed: seed * 90, format: 'png' }))
		);
		return sharp(frames, { join: { animated: true } })
			.webp()
			.toBuffer();
	}
	test.each(cases)('%s: %s', async (_what, reason, name, make) => {
		const before = [files(lib.folder).length, (await lib.db.select().from(assets)).length];
		expect(await lib.send(await make(), name)).toBe(reason);
		expect([files(lib.folder).length, (await lib.db.select().from(assets)).length]).toEqual(before);
	});
});

test('every beginning under every wrong name, with every stowaway, is refused', async () => {
	const beginnings: [string, Buffer][] = [
		['jpg', await photo(40, 40)],
		['png', claimed(40, 40)],
		['webp', await photo(40, 40, { format: 'webp' })],
		['mp3', mp3()],
		['m4a', m4a()],
		['ogg', ogg(checksum)],
		['pdf', pdf()]
	];
	const stowaways = [
		Buffer.from('<script>alert(1)</script>'),
		Buffer.from('<HTML ><body onload=alert(1)>'),
		Buffer.from('<!DOCTYPE html>'),
		Buffer.from('<iframe src=//evil.example>'),
		zip()
	];
	const pictures = ['jpg', 'png', 'webp'];
	const names = ['html', 'svg', 'js', 'exe', 'php', 'jpg', 'mp3', 'pdf', 'm4a', 'ogg'];
	const path = join(lib.folder, 'probe');
	const see = async (content: Buffer, name: string) => {
		writeFileSync(path, content);
		return inspect(path, name);
	};
	let tried = 0;
	for (const [own, beginning] of beginnings) {
		expect(await see(beginning, `a.${own}`)).toMatchObject({ kind: { extension: own } });
		for (const name of names) {
			if (name === own || (pictures.includes(own) && pictures.includes(name))) continue;
			expect([own, name, typeof (await see(beginning, `a.${name}`))]).toEqual([
				own,
				name,
				'string'
			]);
			tried++;
		}
		for (const [i, stowaway] of stowaways.entries())
			for (const far of [0, 1, 70_000, 1_048_570]) {
				// Words within a document are nobody’s page; an archive at its end is one.
				if (own === 'pdf' && i < 4) continue;
				const content = Buffer.concat([beginning, Buffer.alloc(far, 0x20), stowaway]);
				expect([own, i, far, await see(content, `a.${own}`)]).toEqual([own, i, far, 'mixed']);
				tried++;
			}
	}
	expect(tried).toBeGreaterThan(180);
	rmSync(path);
});

describe('a flood of pixels', () => {
	test('is refused by what its header says, before anything is unpacked', async () => {
		expect(await lib.send(claimed(50_000, 50_000), 'flood.png')).toBe('pixels');
		const jpeg = await photo(200, 200);
		const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
		jpeg.writeUInt16BE(60_000, frame + 5);
		jpeg.writeUInt16BE(60_000, frame + 7);
		expect(await lib.send(jpeg, 'flood.jpg')).toBe('pixels');
		const webp = await photo(200, 200, { format: 'webp' });
		webp.writeUIntLE(16_000, 24, 3);
		webp.writeUIntLE(16_000, 27, 3);
		expect(await lib.send(webp, 'flood.webp')).toBe('pixels');
	});
});

describe('a file that comes in', () => {
	test('is never kept beyond the limit, and all that comes is taken off the line', async () => {
		let given = 0;
		async function* flood() {
			for (let i = 0; i < 60; i++) {
				given++;
				yield Buffer.alloc(1000, i);
			}
		}
		expect(await receive(flood(), lib.store.incoming, 40_000)).toBe('too-large');
		expect(given).toBe(60);
		expect(files(lib.store.incoming)).toEqual([]);
	});

	test('exactly as large as allowed is whole', async () => {
		async function* fitting() {
			yield Buffer.alloc(400, 1);
		}
		const taken = await receive(fitting(), lib.store.incoming, 400);
		expect(taken).toMatchObject({ bytes: 400 });
	});

	test('that breaks off leaves nothing', async () => {
		const before = files(lib.store.incoming).length;
		async function* broken() {
			yield Buffer.alloc(400, 1);
			throw new Error('gone');
		}
		await expect(receive(broken(), lib.store.incoming)).rejects.toThrow('gone');
		expect(files(lib.store.incoming).length).toBe(before);
	});

	test('waits for nobody in another line', async () => {
		const [one, other] = [line(1), line(1)];
		let end!: () => void;
		const held = new Promise<void>((done) => (end = done));
		async function* slow() {
			yield Buffer.alloc(400, 1);
			await held;
		}
		async function* quick() {
			yield Buffer.alloc(400, 2);
		}
		const first = receive(slow(), lib.store.incoming, 400, one);
		expect(await receive(quick(), lib.store.incoming, 400, one)).toBe('busy');
		expect(await receive(quick(), lib.store.incoming, 400, other)).toMatchObject({ bytes: 400 });
		end();
		expect(await first).toMatchObject({ bytes: 400 });
		expect([one.under, other.under]).toEqual([0, 0]);
	});

	test('is swept away when it is old; rooms beside it are not', async () => {
		const folder = join(lib.folder, 'swept');
		mkdirSync(join(folder, 'room'), { recursive: true });
		writeFileSync(join(folder, 'left'), 'x');
		await sweep(folder, statSync(join(folder, 'left')).mtimeMs + 25 * 3_600_000);
		expect(readdirSync(folder)).toEqual(['room']);
		rmSync(folder, { recursive: true });
	});

	test('is stored under no name of its sender', async () => {
		const names = [
			'../../x.jpg',
			'/etc/x.jpg',
			'a\0b.jpg',
			'CON.jpg',
			'\u202egpj.jpg',
			`${'长'.repeat(300)}.jpg`
		];
		for (const [i, name] of names.entries()) {
			const asset = await row(await lib.sent(await photo(64, 64, { seed: 40 + i }), name));
			expect(asset.originalName).toMatch(/^[^/\\\0\u202e]{1,120}$/);
		}
		const stored = files(lib.folder).map((file) => file.slice(lib.folder.length));
		for (const file of stored)
			expect(file).toMatch(
				/^\/(files\/library|originals|incoming)\/[0-9a-f.\-/]+(avif|webp|jpg|mp3|m4a|ogg|pdf)?$/
			);
	});
});
