import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { emptyDb, putAll, place } from '$tests/make';
import { media } from './db/schema';
import { write } from './db/write';
import { packOf, weighing } from './trail-pack';

const page = new URL('https://liantu.example/trails/x/walk?pack=1');
const html = '<h1>站</h1><img src="/files/a.png"><img src="/files/gone.png">';
const weigh = async (path: string) => (path === '/files/a.png' ? 7 : null);

describe('a pack', () => {
	test('weighs exactly what has to be fetched, and lists nothing that is not there', async () => {
		const pack = await packOf(html, page, weigh);
		expect(pack.page).toEqual({ path: '/trails/x/walk?pack=1', bytes: Buffer.byteLength(html) });
		expect(pack.files).toEqual([{ path: '/files/a.png', bytes: 7 }]);
		expect(pack.bytes).toBe(Buffer.byteLength(html) + 7);
	});

	test('takes other pages along with all they ask for, each file once', async () => {
		const other = {
			html: '<p>清单</p><img src="/files/a.png">',
			page: new URL('/trails/saved', page)
		};
		const pack = await packOf(html, page, weigh, [other]);
		const bytes = Buffer.byteLength(other.html);
		expect(pack.files).toEqual([
			{ path: '/files/a.png', bytes: 7 },
			{ path: '/trails/saved', bytes }
		]);
		expect(pack.bytes).toBe(Buffer.byteLength(html) + 7 + bytes);
		const changed = { ...other, html: other.html.replace('清单', '目录') };
		expect((await packOf(html, page, weigh, [changed])).version).not.toBe(pack.version);
	});

	test('has another version when text or files change, and the same when only a nonce does', async () => {
		const version = async (text: string, bytes = 7) =>
			(await packOf(text, page, async (path) => (await weigh(path)) && bytes)).version;
		const first = await version(`<style nonce="abc"></style>${html}`);
		expect(await version(`<style nonce="xyz"></style>${html}`)).toBe(first);
		expect(await version(`<style nonce="abc"></style>${html}。`)).not.toBe(first);
		expect(await version(`<style nonce="abc"></style>${html}`, 8)).not.toBe(first);
	});
});

describe('weighing', () => {
	const folder = mkdtempSync(join(tmpdir(), 'liantu-pack-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	mkdirSync(join(folder, 'ab'));
	for (const name of ['shown', 'draft']) writeFileSync(join(folder, 'ab', `${name}.png`), '12345');

	test('knows files of published places, and nothing of drafts or outside the store', async () => {
		const db = await emptyDb();
		const ids = await putAll(db, [place(), { ...place(), draft: true }]);
		await write(db, (tx) =>
			tx.insert(media).values(
				['shown', 'draft'].map((name, i) => ({
					placeId: ids[i]!,
					file: `ab/${name}.png`,
					form: 'photo' as const,
					type: 'image/png',
					altZh: '图'
				}))
			)
		);
		const weigh = weighing(db, `file:${folder}`, new Map([['/trails/walk.js', 12]]));
		expect(await weigh('/files/ab/shown.png')).toBe(5);
		expect(await weigh('/files/ab/draft.png')).toBeNull();
		expect(await weigh('/files/ab/none.png')).toBeNull();
		expect(await weigh('/files/../ab/shown.png')).toBeNull();
		expect(await weigh('/trails/walk.js?v=1')).toBe(12);
		expect(await weigh('/icon.svg')).toBeGreaterThan(0);
	});
});
