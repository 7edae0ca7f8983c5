import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { count } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import { importing as zh } from '$lib/words/zh/import';
import { emptyDb, NOON } from '$tests/make';
import { bases as table } from '../db/schema';
import * as bases from '../bases';
import { importBase } from './bases';

let folder: string;
let files: string;
beforeEach(async () => {
	const root = await mkdtemp(join(tmpdir(), 'bases-'));
	[folder, files] = [join(root, 'in'), join(root, 'files')];
	await mkdir(folder);
});

const painting = (url: string, more: object = {}) => ({
	slug: 'jade',
	kind: 'painting',
	name: { zh: '玉色余杭' },
	attribution: { zh: '测试' },
	minZoom: 9,
	maxZoom: 15,
	config: {
		source: 'picture',
		url,
		corners: [
			[119.7, 30.6],
			[120.2, 30.6],
			[120.2, 30.2],
			[119.7, 30.2]
		]
	},
	...more
});
const picture = (width = 40, height = 30) =>
	sharp({ create: { width, height, channels: 3, background: '#7a9' } });

async function take(
	json: unknown,
	options: { dryRun?: boolean; db?: Awaited<ReturnType<typeof emptyDb>> } = {}
) {
	const db = options.db ?? (await emptyDb());
	const path = join(folder, 'base.json');
	await writeFile(path, typeof json === 'string' ? json : JSON.stringify(json));
	const report = await importBase(db, path, { files, dryRun: options.dryRun ?? false, now: NOON });
	const [rows] = await db.select({ n: count() }).from(table);
	return { report, db, rows: rows!.n, stored: await readdir(join(files, 'bases')).catch(() => []) };
}

it('a painting is kept as WebP without metadata under the hash of what is kept, and shown', async () => {
	await writeFile(
		join(folder, 'p.jpg'),
		await picture()
			.withExif({ IFD0: { Copyright: 'secret' } })
			.jpeg()
			.toBuffer()
	);
	const { report, db, stored } = await take(painting('p.jpg'));
	expect(report).toEqual({ ok: true, slug: 'jade', outcome: 'new' });
	expect(stored).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.webp$/)]);
	const kept = await readFile(join(files, 'bases', stored[0]!));
	expect((await sharp(kept).metadata()).exif).toBeUndefined();
	expect((await bases.bySlug(db, 'jade'))?.config).toMatchObject({
		url: `/files/bases/${stored[0]}`
	});
	const again = await take(painting('p.jpg'), { db });
	expect(again.report).toEqual({ ok: true, slug: 'jade', outcome: 'same' });
	expect((await take(painting('p.jpg', { maxZoom: 16 }), { db })).report).toMatchObject({
		outcome: 'changed'
	});
});

it('a dry run keeps neither file nor row', async () => {
	await writeFile(join(folder, 'p.png'), await picture().png().toBuffer());
	const { report, rows, stored } = await take(painting('p.png'), { dryRun: true });
	expect([report.ok, rows, stored]).toEqual([true, 0, []]);
});

it('tiles are known by their first bytes and kept as they are', async () => {
	const approved = (url: string) => ({
		...painting(url),
		kind: 'approved',
		approvalNumber: '浙S〔2023〕12号',
		declaresBoundaries: true,
		config: { source: 'pmtiles', url }
	});
	const tiles = Buffer.alloc(200);
	tiles.write('PMTiles\x03', 'latin1');
	await writeFile(join(folder, 't.pmtiles'), tiles);
	const { report, db, stored } = await take(approved('t.pmtiles'));
	expect(report.ok).toBe(true);
	expect(await readFile(join(files, 'bases', stored[0]!))).toEqual(tiles);
	expect((await bases.bySlug(db, 'jade'))?.approvalNumber).toBe('浙S(2023)12号');
	await writeFile(join(folder, 't.pmtiles'), Buffer.alloc(200));
	expect((await take(approved('t.pmtiles'))).report).toMatchObject({
		ok: false,
		reason: 'not-pmtiles'
	});
});

it.each([
	['no JSON', () => '{', 'not-json'],
	['null', () => 'null', 'shape'],
	['a missing picture', () => painting('none.png'), 'missing-picture'],
	['a picture outside the folder', () => painting('../../../etc/hostname'), 'outside-folder'],
	[
		'boundaries without a number',
		() => painting('/a.webp', { declaresBoundaries: true }),
		'boundaries-need-approval'
	],
	[
		'crossed corners',
		() =>
			painting('/a.webp', {
				config: {
					source: 'picture',
					url: '/a.webp',
					corners: [
						[119.7, 30.6],
						[120.2, 30.2],
						[120.2, 30.6],
						[119.7, 30.2]
					]
				}
			}),
		'corners-crossed'
	],
	['an address that is none', () => painting('javascript:alert(1)'), 'missing-picture']
])('%s is refused with a sentence and nothing is kept', async (_, make, reason) => {
	const { report, rows, stored } = await take(make());
	expect(report).toMatchObject({ ok: false, reason });
	expect(zh.baseReason(reason, 'x')).not.toContain(reason);
	expect([rows, stored]).toEqual([0, []]);
});

it.each([
	[
		'an SVG named .png',
		Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
	],
	['half a picture', null],
	['a text', Buffer.from('hello')]
])('%s is no picture', async (_, bytes) => {
	const whole = await picture(400, 300).png().toBuffer();
	await writeFile(join(folder, 'p.png'), bytes ?? whole.subarray(0, whole.length / 2));
	expect((await take(painting('p.png'))).report).toMatchObject({
		ok: false,
		reason: 'not-a-picture'
	});
});

it('a picture wider than 8000 pixels is refused', async () => {
	await writeFile(join(folder, 'p.png'), await picture(8001, 2).png().toBuffer());
	expect((await take(painting('p.png'))).report).toMatchObject({
		ok: false,
		reason: 'picture-too-large'
	});
});

it('a link that leads out of the folder is refused', async () => {
	await writeFile(join(folder, '..', 'p.png'), await picture().png().toBuffer());
	await symlink(join(folder, '..', 'p.png'), join(folder, 'p.png'));
	expect((await take(painting('p.png'))).report).toMatchObject({
		ok: false,
		reason: 'outside-folder'
	});
});
