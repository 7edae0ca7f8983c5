import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { by, mp3 } from '$tests/media';
import { place, putAll } from '$tests/make';
import { media } from '../db/schema';
import { write } from '../db/write';
import { attach, attached, shownOn } from './attach';
import { describe as say, frame } from './change';
import { picturesFor } from './pictures';
import { publicName } from './serve';
import { restore, trash } from './trash';
import { unusable, usesOf } from './uses';
import { lib, upload, row, use, version, acts, facts, exists } from '$tests/worlds/media-change';

describe('uses', () => {
	test('of an item are replaced whole, draft and public apart', async () => {
		const [a, b] = [await upload(), await upload()];
		await use('articles', 'one', false, [a, b, a]);
		await use('articles', 'one', true, [a]);
		await use('articles', 'one', false, [b, 'nothing']);
		const found = (await usesOf(lib.db, [a, b])).map(({ assetId, live }) => [assetId, live]);
		expect(found).toEqual([
			[a, true],
			[b, false]
		]);
	});

	test('name what cannot be used: unknown things and those in the trash', async () => {
		const [a, b] = [await upload(), await upload()];
		await trash(lib.db, by('editor'), [b], { confirmed: false });
		expect(await unusable(lib.db, [a, b, 'nothing', b])).toEqual([b, 'nothing']);
	});
});

describe('the public', () => {
	test('has a file only while it stands in a live use, and at once no more', async () => {
		const id = await upload();
		const { key, variants } = await row(id);
		const named = async () =>
			Promise.all([key, variants[0]!.key].map((each) => publicName(lib.db, each)));
		expect(await named()).toEqual([null, null]);
		await use('articles', 'two', false, [id]);
		expect(await named()).toEqual([null, null]);
		await use('articles', 'two', true, [id]);
		expect(await named()).toEqual(['p.jpg', 'p.jpg']);
		await use('articles', 'two', true, []);
		expect(await named()).toEqual([null, null]);
		await use('articles', 'two', true, [id]);
		await trash(lib.db, by('editor'), [id], { confirmed: true });
		expect(await named()).toEqual([null, null]);
		await restore(lib.db, by('editor'), [id]);
		expect(await named()).toEqual(['p.jpg', 'p.jpg']);
	});

	test('has a file laid in by hand while its place is published, and files of no place', async () => {
		const [shown, draft] = await putAll(lib.db, [place(), { ...place(), draft: true }]);
		await write(lib.db, (tx) =>
			tx.insert(media).values(
				[shown!, draft!].map((placeId) => ({
					placeId,
					form: 'photo' as const,
					file: `by-hand/${placeId}.webp`,
					type: 'image/webp',
					altZh: '图'
				}))
			)
		);
		expect(await publicName(lib.db, `by-hand/${shown}.webp`)).toBe(`${shown}.webp`);
		expect(await publicName(lib.db, `by-hand/${draft}.webp`)).toBe(null);
		expect(await publicName(lib.db, 'base.pmtiles')).toBe('base.pmtiles');
		expect(await publicName(lib.db, 'library/00/0.jpg')).toBe(null);
	});
});

describe('a gallery', () => {
	test('of a place is written in order and read back; nothing without alternative text', async () => {
		const [id] = await putAll(lib.db, [place()]);
		const [bare, told, own, gone] = [
			await upload(),
			await upload(),
			await upload(),
			await upload()
		];
		const sound = await lib.sent(mp3(), 'a.mp3');
		await say(lib.db, by('editor'), told, facts());
		await trash(lib.db, by('editor'), [gone], { confirmed: false });
		const before = await version();
		const list = [
			{ asset: own, alt: { zh: '这里的话', en: 'Here' } },
			{ asset: bare },
			{ asset: gone, alt: { zh: '图' } },
			{ asset: sound, alt: { zh: '没有文字稿的讲解' } },
			{ asset: 'nothing', alt: { zh: '图' } },
			{ asset: told }
		];
		await write(lib.db, (tx) => attach(tx, id!, list));
		expect(await attached(lib.db, id!)).toEqual([
			{ asset: own, alt: { zh: '这里的话', en: 'Here' } },
			{ asset: told, alt: { zh: '清廉文化廊道的入口', en: null } }
		]);
		expect(await version()).toBe(before + 1);
		const shown = async () => (await shownOn(lib.db, id!)).map(({ assetId }) => assetId);
		expect(await shown()).toEqual([own, told]);
		await trash(lib.db, by('editor'), [own], { confirmed: false });
		expect(await shown()).toEqual([told]);
		await restore(lib.db, by('editor'), [own]);
		expect(await shown()).toEqual([own, told]);
		await write(lib.db, (tx) => attach(tx, id!, []));
		expect(await attached(lib.db, id!)).toEqual([]);
	});
});

describe('a picture', () => {
	test('is given with what browsers choose from, its size and its focal point', async () => {
		const id = await upload();
		await say(lib.db, by('editor'), id, facts({ credit: '宣传部' }));
		await frame(lib.db, lib.store, by('editor'), id, {
			focalX: 0.25,
			focalY: 0.5,
			crop: { x: 0, y: 0, width: 0.5, height: 1 }
		});
		const { variants, width } = await row(id);
		const picture = (await picturesFor(lib.db, [id, 'nothing'])).get(id)!;
		expect(picture).toMatchObject({
			width: Math.round(width! / 2),
			height: 400,
			focal: { x: 0.5, y: 0.5 },
			alt: { zh: '清廉文化廊道的入口', en: null },
			credit: '宣传部'
		});
		const avif = variants.find(({ type }) => type === 'image/avif')!;
		expect(picture.sources[0]).toEqual({
			type: 'image/avif',
			srcset: `/files/${avif.key} ${avif.width}w`
		});
	});

	test('cut anew loses its old files, and everything that shows it follows', async () => {
		const id = await upload();
		const [placeId] = await putAll(lib.db, [place()]);
		await write(lib.db, (tx) => attach(tx, placeId!, [{ asset: id, alt: { zh: '图' } }]));
		await use('places', placeId!, true, [id]);
		const before = await row(id);
		const at = await version();
		const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
		expect(
			await frame(lib.db, lib.store, by('editor'), id, { focalX: 0.5, focalY: 0.5, crop })
		).toBeNull();
		const after = await row(id);
		expect([after.crop, after.width, after.sha256]).toEqual([crop, before.width, before.sha256]);
		expect([exists(before.key), exists(after.key)]).toEqual([false, true]);
		expect((await lib.db.select().from(media).where(eq(media.placeId, placeId!)))[0]).toMatchObject(
			{
				file: after.key,
				width: Math.round(before.width! / 2)
			}
		);
		expect(await version()).toBe(at + 1);
		expect(await acts(id)).toEqual(['upload', 'crop']);
		await frame(lib.db, lib.store, by('editor'), id, { focalX: 0.5, focalY: 0.5, crop: null });
		expect((await row(id)).key).toBe(before.key);
	});
});
