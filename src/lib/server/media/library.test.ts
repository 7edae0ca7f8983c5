import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { by, m4a, mp3, ogg, pdf, photo } from '$tests/media';
import { audit } from '../db/schema';
import { checksum } from './sound';
import { lib, files, row, bytes } from '$tests/worlds/media-library';

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
