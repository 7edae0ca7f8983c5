import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AssetFacts } from '$lib/domain/media/asset-shape';
import { askOf } from '$lib/domain/media/ask';
import { by, library, mp3, pdf, photo } from '$tests/media';
import { NOON, place, putAll } from '$tests/make';
import { assetFiles, assets, audit, items, media } from '../db/schema';
import { contentVersion, write } from '../db/write';
import { attach, attached, shownOn } from './attach';
import { adopt, describe as say, frame, replace, seen } from './change';
import { find } from './find';
import { receive } from './incoming';
import { makeOf } from './make';
import { picturesFor } from './pictures';
import { publicName } from './serve';
import { purge, restore, trash } from './trash';
import { setUses, unusable, usesOf } from './uses';

let lib: Awaited<ReturnType<typeof library>>;
beforeAll(async () => (lib = await library()));
afterAll(() => lib.close());

let seed = 0;
const upload = async (who = by('editor'), name = 'p.jpg') =>
	lib.sent(await photo(600 + 2 * ++seed, 400, { seed }), name, who);
const row = async (id: string) => (await lib.db.select().from(assets).where(eq(assets.id, id)))[0]!;
const use = (noun: string, item: string, live: boolean, list: string[]) =>
	write(lib.db, (tx) => setUses(tx, noun, item, live, list));
const version = () => contentVersion(lib.db);
const acts = async (id: string) =>
	(await lib.db.select({ act: audit.act }).from(audit).where(eq(audit.thing, id))).map(
		({ act }) => act
	);
const facts = (over: Partial<AssetFacts> = {}): AssetFacts => ({
	altZh: '清廉文化廊道的入口',
	altEn: null,
	captionZh: null,
	captionEn: null,
	transcriptZh: null,
	transcriptEn: null,
	credit: null,
	rightsHolder: null,
	licence: 'own',
	consent: 'none',
	consentNote: null,
	takenAt: null,
	town: null,
	form: 'photo',
	...over
});
const made = async (bytes: Buffer, name: string) => {
	const incoming = await receive([bytes] as unknown as AsyncIterable<Buffer>, lib.store.incoming);
	if (typeof incoming === 'string') throw new Error(incoming);
	const result = await makeOf(lib.store, incoming, name);
	if (typeof result === 'string') throw new Error(result);
	return result;
};
const exists = (key: string) => existsSync(join(lib.store.root, key));

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

describe('replacing', () => {
	test('keeps the id and the words, and takes the file everywhere', async () => {
		const id = await upload();
		await say(lib.db, by('editor'), id, facts());
		await use('articles', 'three', true, [id]);
		const before = await row(id);
		const at = await version();
		const next = await made(await photo(500, 500, { seed: 77 }), 'new.jpg');
		expect(await replace(lib.db, lib.store, by('editor'), id, next, 'new.jpg')).toBeNull();
		const after = await row(id);
		expect(after).toMatchObject({ altZh: before.altZh, width: 500, originalName: 'new.jpg' });
		expect([exists(before.key), exists(after.key), await version()]).toEqual([false, true, at + 1]);
		expect(await publicName(lib.db, before.key)).toBeNull();
		expect(await publicName(lib.db, after.key)).toBe('new.jpg');
	});

	test('is of the same kind only, and leaves nothing of what was refused', async () => {
		const id = await upload();
		const next = await made(pdf('other'), 'a.pdf');
		expect(await replace(lib.db, lib.store, by('editor'), id, next, 'a.pdf')).toBe('form');
		expect(exists(next.key)).toBe(false);
	});

	test('by another of the library leaves that one as it was', async () => {
		const [id, other] = [await upload(), await upload(by('editor'), 'other.jpg')];
		await say(lib.db, by('editor'), id, facts());
		await use('articles', 'four', true, [id]);
		expect(await adopt(lib.db, lib.store, by('editor'), id, other)).toBeNull();
		const [mine, theirs] = [await row(id), await row(other)];
		expect([mine.key, mine.originalName, mine.altZh]).toEqual([
			theirs.key,
			'other.jpg',
			'清廉文化廊道的入口'
		]);
		// Two things of one file: neither takes it from the other.
		await trash(lib.db, by('editor'), [other], { confirmed: false });
		await purge(lib.db, lib.store, {
			who: null,
			machine: 'clock',
			address: null,
			now: NOON + 31 * 864e5
		});
		expect([
			exists(mine.key),
			(await lib.db.select().from(assets).where(eq(assets.id, other))).length
		]).toEqual([true, 0]);
		expect(await adopt(lib.db, lib.store, by('editor'), id, id)).toBe('missing');
	});
});

describe('the trash', () => {
	test('takes what the public sees only when that was said', async () => {
		const [shown, spare] = [await upload(), await upload()];
		await use('articles', 'five', true, [shown]);
		const at = await version();
		expect(await trash(lib.db, by('editor'), [shown, spare], { confirmed: false })).toEqual({
			done: [spare],
			live: [shown],
			refused: []
		});
		expect([(await row(shown)).trashedAt, await version()]).toEqual([null, at]);
		expect(
			(await trash(lib.db, by('editor'), [shown], { confirmed: true, why: '过期' })).done
		).toEqual([shown]);
		expect([(await row(shown)).trashedAt, await version()]).toEqual([NOON, at + 1]);
	});

	test('keeps for 30 days and no longer, file and all; every act is recorded once', async () => {
		const id = await upload();
		const { key, sha256 } = await row(id);
		await trash(lib.db, by('editor'), [id], { confirmed: false });
		await trash(lib.db, by('editor'), [id], { confirmed: false });
		await restore(lib.db, by('editor'), [id]);
		await trash(lib.db, by('editor'), [id], { confirmed: false });
		const clock = (days: number) => ({
			who: null,
			machine: 'clock',
			address: null,
			now: NOON + days * 864e5
		});
		await purge(lib.db, lib.store, clock(29.9));
		expect(await row(id)).toBeDefined();
		// Files of the last hour stay: an upload may be about to stand on them.
		await purge(lib.db, lib.store, clock(10_000));
		expect(await row(id)).toBeUndefined();
		expect(exists(key)).toBe(false);
		expect(existsSync(join(lib.store.originals, sha256.slice(0, 2), sha256))).toBe(false);
		expect(await lib.db.select().from(assetFiles).where(eq(assetFiles.assetId, id))).toEqual([]);
		expect(await acts(id)).toEqual(['upload', 'trash', 'restore', 'trash', 'purge']);
	});
});

describe('who may', () => {
	const manager = by('manager', { scope: { kind: 'town', id: 'pingyao' } });

	test('see: the office all, a manager the own and what the own town uses', async () => {
		const [office, own, used] = [await upload(), await upload(manager), await upload()];
		await write(lib.db, (tx) =>
			tx.insert(items).values({
				noun: 'places',
				id: 'town-place',
				slug: 'town-place',
				titleZh: '瓶窑',
				town: 'pingyao',
				state: 'draft',
				updatedAt: NOON
			})
		);
		await use('places', 'town-place', false, [used]);
		const sees = async (who: typeof manager, id: string) =>
			(await seen(lib.db, who.who, id)) !== null;
		const all = [office, own, used];
		expect(await Promise.all(all.map((id) => sees(manager, id)))).toEqual([false, true, true]);
		expect(await Promise.all(all.map((id) => sees(by('editor'), id)))).toEqual([true, true, true]);
		expect(await Promise.all(all.map((id) => sees(by('approver'), id)))).toEqual([
			true,
			true,
			true
		]);
		expect(await Promise.all(all.map((id) => sees(by('contestant'), id)))).toEqual([
			false,
			false,
			false
		]);
		const { rows, total } = await find(lib.db, manager.who, askOf(new URLSearchParams()));
		expect([rows.map(({ id }) => id).sort(), total]).toEqual([[own, used].sort(), 2]);
		expect((await find(lib.db, by('citizen').who, askOf(new URLSearchParams()))).total).toBe(0);
	});

	test('change: a manager only the own that the public does not see; approvers nothing', async () => {
		const [own, foreign] = [await upload(manager), await upload()];
		expect(await say(lib.db, manager, own, facts())).toBeNull();
		expect(await say(lib.db, manager, foreign, facts())).toBe('missing');
		expect(await say(lib.db, by('approver'), foreign, facts())).toBe('forbidden');
		await use('places', 'somewhere', true, [own]);
		for (const no of [
			await say(lib.db, manager, own, facts({ credit: '别的' })),
			await frame(lib.db, lib.store, manager, own, { focalX: 0, focalY: 0, crop: null }),
			await adopt(lib.db, lib.store, manager, own, foreign)
		])
			expect(no).toBe('forbidden');
		expect((await trash(lib.db, manager, [own], { confirmed: true })).refused).toEqual([own]);
		const tried = ['refuse', 'refuse', 'refuse', 'refuse'];
		expect(await acts(own)).toEqual(['upload', 'change', ...tried]);
		expect(await acts(foreign)).toEqual(['upload', 'refuse', 'refuse']);
	});
});

test('who agreed to be shown is not written into the chain of acts', async () => {
	const id = await upload();
	const consentNote = 'CANARY 王某，2026 年 3 月签字';
	expect(await say(lib.db, by('editor'), id, facts({ consent: 'given', consentNote }))).toBeNull();
	const records = await lib.db.select().from(audit).where(eq(audit.thing, id));
	expect(records.map(({ act }) => act)).toEqual(['upload', 'change']);
	expect(JSON.stringify(records).includes('CANARY')).toBe(false);
	expect((await row(id)).consentNote).toBe(consentNote);
});

describe('the library', () => {
	test('is found by name, words and credit; signs that mean something to the database do not', async () => {
		const [id] = [await upload(by('editor'), '100%_良渚.jpg')];
		await say(lib.db, by('editor'), id, facts({ credit: '钱塘摄影' }));
		const found = async (q: string) =>
			(await find(lib.db, by('editor').who, askOf(new URLSearchParams({ q })))).rows.map(
				({ originalName }) => originalName
			);
		for (const q of ['良渚', '100%_', '钱塘摄影', id])
			expect(await found(q)).toEqual(['100%_良渚.jpg']);
		for (const q of ["' OR 1=1 --", '%%%', '\\', '__________']) expect(await found(q)).toEqual([]);
	});

	test('has shelves for what nothing uses and what is not complete', async () => {
		const id = await upload();
		const on = async (shelf: string) =>
			(await find(lib.db, by('editor').who, askOf(new URLSearchParams({ shelf })))).rows.some(
				(each) => each.id === id
			);
		const where = async () => [
			await on('all'),
			await on('unused'),
			await on('incomplete'),
			await on('trash')
		];
		expect(await where()).toEqual([true, true, true, false]);
		await say(lib.db, by('editor'), id, facts());
		await use('articles', 'six', false, [id]);
		expect(await where()).toEqual([true, false, false, false]);
		await trash(lib.db, by('editor'), [id], { confirmed: false });
		expect(await where()).toEqual([false, false, false, true]);
	});
});

test('nothing is left under way', () => {
	expect(readdirSync(lib.store.incoming)).toEqual([]);
});
