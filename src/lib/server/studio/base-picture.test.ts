import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Content, Json } from '$lib/domain/studio/field';
import { NOON } from '$tests/make';
import { by, library, mp3, photo } from '$tests/media';
import { bySlug } from '../bases';
import { write } from '../db/write';
import { replace } from '../media/change';
import { receive } from '../media/incoming';
import { makeOf } from '../media/make';
import { contentOf, find } from './items';
import { keeperOf } from './nouns';
import { save } from './save';

const editor = by('editor');
const corners = [
	[119.5, 30.6],
	[120.3, 30.6],
	[120.3, 30.1],
	[119.5, 30.1]
];
let lib: Awaited<ReturnType<typeof library>>;
let scroll: string;
let sound: string;

beforeAll(async () => {
	lib = await library();
	vi.stubEnv('STORAGE_URL', `file:${lib.store.root}`);
	scroll = await lib.sent(await photo(600, 400), 'scroll.jpg');
	sound = await lib.sent(mp3(), 'sound.mp3');
	mkdirSync(lib.store.root, { recursive: true });
	const lay = (name: string, bytes: Buffer) => writeFileSync(join(lib.store.root, name), bytes);
	const png = await photo(300, 200, { format: 'png' });
	const noise = await sharp({
		create: {
			width: 300,
			height: 200,
			channels: 3,
			background: '#fff',
			noise: { type: 'gaussian', mean: 128, sigma: 40 }
		}
	})
		.png()
		.toBuffer();
	lay('good.png', png);
	lay('half.png', noise.subarray(0, noise.length / 2));
	lay('drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
	lay('scan.jpg', await sharp(png).tiff().toBuffer());
});
afterAll(() => {
	vi.unstubAllEnvs();
	lib.close();
});

const content = (slug: string, config: Json): Content => ({
	slug,
	kind: 'painting',
	name: { zh: '手绘长卷' },
	attribution: { zh: '某画师' },
	minZoom: 8,
	maxZoom: 18,
	config
});
const saved = (slug: string, more: Record<string, Json>) =>
	save(lib.db, editor, 'bases', {
		id: null,
		base: 0,
		content: content(slug, { source: 'picture', url: '', corners, ...more })
	});
const configOf = async (slug: string) => {
	const item = (await find(lib.db, editor.who, 'bases', slug))!;
	return (await contentOf(lib.db, item, item.head))!.config as { url: string; asset?: string };
};

describe('the picture of a base', () => {
	it('is chosen of the library, and the server writes its address', async () => {
		expect(await saved('chosen', { asset: scroll })).toMatchObject({ ok: true });
		const { url, asset } = await configOf('chosen');
		expect([asset, /^\/files\/library\/.+\.webp$/.test(url)]).toEqual([scroll, true]);
		// The other way round, the address alone is enough.
		expect(await saved('typed', { url })).toMatchObject({ ok: true });
		expect((await configOf('typed')).asset).toBe(scroll);
	});

	it.each([
		['an SVG', { url: '/base/yuhang-light.svg' }, 'url', 'picture-undrawable'],
		[
			'an SVG from elsewhere',
			{ url: 'https://a.example.cn/m.svg?x=1' },
			'url',
			'picture-undrawable'
		],
		['a TIFF', { url: '/files/map.tiff' }, 'url', 'picture-undrawable'],
		['an SVG called PNG', { url: '/files/drawing.png' }, 'url', 'picture-undrawable'],
		['a TIFF called JPEG', { url: '/files/scan.jpg' }, 'url', 'picture-undrawable'],
		['half a file', { url: '/files/half.png' }, 'url', 'picture-undrawable'],
		['a file that is not there', { url: '/files/none.png' }, 'url', 'picture-missing'],
		['another path of ours', { url: '/pictures/a.png' }, 'url', 'picture-missing'],
		['a way out of the store', { url: '/files/../secret.png' }, 'url', 'picture-missing'],
		['no picture at all', {}, 'url', 'required']
	])('is not %s', async (_, more, part, reason) => {
		const done = await saved('refused', more);
		expect(done).toEqual({ ok: false, refusals: [{ field: `config.${part}`, reason }] });
		expect(await find(lib.db, editor.who, 'bases', 'refused')).toBe(null);
	});

	it('is no recording, and nothing the library does not know', async () => {
		expect(await saved('refused', { asset: sound })).toEqual({
			ok: false,
			refusals: [{ field: 'config.asset', reason: 'picture-undrawable' }]
		});
		expect(await saved('refused', { asset: 'nothing' })).toEqual({
			ok: false,
			refusals: [{ field: 'config.asset', reason: 'no-such', detail: { slug: 'nothing' } }]
		});
	});

	it('may be laid into the store by hand when it is whole, or lie on another host', async () => {
		expect(await saved('by-hand', { url: '/files/good.png' })).toMatchObject({ ok: true });
		expect(await saved('abroad', { url: 'https://a.example.cn/map?id=1' })).toMatchObject({
			ok: true
		});
	});

	it('is told together with whatever else is wrong', async () => {
		const done = await save(lib.db, editor, 'bases', {
			id: null,
			base: 0,
			content: { ...content('both', { source: 'picture', url: '/a.svg', corners }), minZoom: null }
		});
		expect(done).toEqual({
			ok: false,
			refusals: [
				{ field: 'config.url', reason: 'picture-undrawable' },
				{ field: 'minZoom', reason: 'required' }
			]
		});
	});

	it('follows when the library gets a new file for it', async () => {
		const config = await configOf('chosen');
		await write(lib.db, (tx) =>
			keeperOf('bases').put(
				tx,
				'chosen',
				keeperOf('bases').shape.parse(content('chosen', config as unknown as Json)) as Content,
				NOON
			)
		);
		const shown = async () => ((await bySlug(lib.db, 'chosen'))!.config as { url: string }).url;
		expect(await shown()).toBe(config.url);
		const bytes = await photo(500, 500, { seed: 7 });
		const incoming = await receive([bytes] as unknown as AsyncIterable<Buffer>, lib.store.incoming);
		if (typeof incoming === 'string') throw new Error(incoming);
		const made = await makeOf(lib.store, incoming, 'new.jpg');
		if (typeof made === 'string') throw new Error(made);
		expect(await replace(lib.db, lib.store, editor, scroll, made, 'new.jpg')).toBe(null);
		const next = await shown();
		expect([next === config.url, /^\/files\/library\/.+\.webp$/.test(next)]).toEqual([false, true]);
	});
});
