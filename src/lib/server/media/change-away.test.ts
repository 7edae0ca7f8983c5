import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { askOf } from '$lib/domain/media/ask';
import { by, pdf, photo } from '$tests/media';
import { NOON } from '$tests/make';
import { assetFiles, assets, audit, items } from '../db/schema';
import { write } from '../db/write';
import { adopt, describe as say, frame, replace, seen } from './change';
import { find } from './find';
import { publicName } from './serve';
import { purge, restore, trash } from './trash';
import {
	lib,
	upload,
	row,
	use,
	version,
	acts,
	facts,
	made,
	exists
} from '$tests/worlds/media-change';

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
