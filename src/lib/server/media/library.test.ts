import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { by, claimed, library, m4a, mp3, ogg, pdf, photo, zip } from '$tests/media';
import { assets, audit } from '../db/schema';
import { line, receive, sweep } from './incoming';
import { inspect } from './inspect';
import { checksum } from './sound';

let lib: Awaited<ReturnType<typeof library>>;
beforeAll(async () => (lib = await library()));
afterAll(() => lib.close());

const files = (folder: string): string[] => {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
	} catch {
		return [];
	}
};
const row = async (id: string) => (await lib.db.select().from(assets).where(eq(assets.id, id)))[0]!;
const bytes = async (key: string) => readFileSync(join(lib.store.root, key));

describe('a photograph', () => {
	test('is kept for the public in several widths, upright, under names of its content', async () => {
		const asset = await row(await lib.sent(await photo(2000, 1000, { orientation: 6 }), 'a.jpg'));
		expect([asset.form, asset.width, asset.height]).toEqual(['photo', 1000, 2000]);
		expect(asset.variants.map(({ width, type }) => `${width} ${type}`)).toEqual([
			'400 image/avif',
			'400 image/webp',
			'800 image/avif',
			'800 image/webp',
			'1000 image/avif',
			'1000 image/webp',
			'1000 image/jpeg'
		]);
		for (const { key, width } of asset.variants) {
			expect(key).toMatch(/^library\/[0-9a-f]{2}\/[0-9a-f]{32}\.(avif|webp|jpg)$/);
			const facts = await sharp(await bytes(key)).metadata();
			expect([facts.width, facts.height]).toEqual([width, width * 2]);
		}
		expect(asset.key).toBe(asset.variants.at(-1)!.key);
		expect(asset.takenAt).toBe('2026-03-05');
	});

	test('tells the public nothing of its place, its camera or its words', async () => {
		for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
			const given = await photo(900, 600, { format });
			expect(given.includes('CANARY')).toBe(true);
			const asset = await row(await lib.sent(given, `told.${format}`));
			for (const { key } of asset.variants) {
				const made = await bytes(key);
				const facts = await sharp(made).metadata();
				expect([facts.exif, facts.xmp, facts.iptc]).toEqual([undefined, undefined, undefined]);
				expect(made.includes('CANARY')).toBe(false);
			}
		}
	});

	test('keeps its original where only the portal reads it', async () => {
		const given = await photo(500, 400, { seed: 3 });
		const asset = await row(await lib.sent(given, 'own.jpg'));
		const path = join(lib.store.originals, asset.sha256.slice(0, 2), asset.sha256);
		expect(readFileSync(path).equals(given)).toBe(true);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(statSync(lib.store.originals).mode & 0o777).toBe(0o700);
		for (const file of files(lib.store.root))
			expect(readFileSync(file).includes('CANARY')).toBe(false);
	});

	test('sent twice is one thing; the second act is not recorded', async () => {
		const given = await photo(300, 300, { seed: 9 });
		const first = await lib.send(given, 'one.jpg');
		const second = await lib.send(given, 'two.jpg');
		expect(second).toEqual({ ...(first as object), known: true });
		const { id } = first as { id: string };
		expect(await lib.db.select({ act: audit.act }).from(audit).where(eq(audit.thing, id))).toEqual([
			{ act: 'upload' }
		]);
	});

	test('of somebody who may not see the first is a thing of its own', async () => {
		const given = await photo(300, 310, { seed: 9 });
		const first = await lib.sent(given, 'one.jpg');
		expect(await lib.sent(given, 'two.jpg', by('manager'))).not.toBe(first);
	});
});

describe('a recording', () => {
	test('goes without what stands around its sound', async () => {
		const given = mp3();
		const asset = await row(await lib.sent(given, '讲解.mp3'));
		const made = await bytes(asset.key);
		expect([asset.form, asset.type]).toEqual(['audio', 'audio/mpeg']);
		expect([given.includes('CANARY'), made.includes('CANARY')]).toEqual([true, false]);
		expect(made.length).toBe(38 * 417);
	});

	test('of a telephone loses the place it was made at, and nothing moves', async () => {
		const given = m4a();
		const asset = await row(await lib.sent(given, '讲解.m4a'));
		const made = await bytes(asset.key);
		expect([asset.type, asset.duration, made.length]).toEqual(['audio/mp4', 12.5, given.length]);
		expect([given.includes('CANARY'), made.includes('CANARY')]).toEqual([true, false]);
		expect(made.indexOf('mdat')).toBe(given.indexOf('mdat'));
	});
});

test('an Ogg recording keeps its comments’ length and loses their words; its pages stay whole', async () => {
	const given = ogg(checksum);
	const asset = await row(await lib.sent(given, '讲解.opus'));
	const made = await bytes(asset.key);
	expect([asset.type, made.length]).toEqual(['audio/ogg', given.length]);
	expect([given.includes('CANARY'), made.includes('CANARY')]).toEqual([true, false]);
	const start = made.indexOf('OggS', 4);
	const page = Buffer.from(made.subarray(start, made.indexOf('OggS', start + 4)));
	const said = page.readUInt32LE(22);
	page.writeUInt32LE(0, 22);
	expect(said).toBe(checksum(page));
});

test('a document is kept as it is', async () => {
	const given = pdf('中文');
	const asset = await row(await lib.sent(given, '通知.pdf'));
	expect([asset.form, asset.type, (await bytes(asset.key)).equals(given)]).toEqual([
		'document',
		'application/pdf',
		true
	]);
});

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
