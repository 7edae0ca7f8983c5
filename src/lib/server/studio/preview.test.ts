import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDb, NOON, place, putAll } from '$tests/make';
import { asRole } from '$tests/people';
import { bySlug } from '../places';
import { close, open } from '../db/open';
import type { Db } from '../db/open';
import { audit, items, versions } from '../db/schema';
import { contentVersion, onContentChange, write } from '../db/write';
import { find } from '../search';
import { understand } from '../search/understand';
import { keep } from './autosave';
import { enterAll } from './enter';
import { drafted, preview } from './preview';

const by = asRole('editor');
const CANARY = '金丝雀预览';
let db: Db;
let hall: string;

let folder: string;

/** In a file, where others read while a transaction is open; in memory nobody can. */
beforeEach(async () => {
	close(await emptyDb());
	folder = mkdtempSync(join(tmpdir(), 'liantu-preview-'));
	db = await open(`file:${join(folder, 'liantu.db')}`, {
		migrations: join(import.meta.dirname, '../../../../drizzle')
	});
	[hall] = (await putAll(db, [place({ slug: 'hall', name: { zh: '廉园' } })])) as [string];
	await write(db, enterAll);
});

afterEach(() => {
	close(db);
	rmSync(folder, { recursive: true, force: true });
});

const dump = async () => ({
	hall: await bySlug(db, 'hall', NOON),
	items: await db.select().from(items),
	versions: await db.select().from(versions),
	acts: await db.select().from(audit),
	version: await contentVersion(db)
});

test('a preview shows what is being typed, by the reading the public is served by', async () => {
	const draft = (await drafted(db, by, 'places', hall))!;
	const content = { ...draft.content, name: { zh: CANARY }, story: { zh: '新的故事' } };
	await keep(db, by, 'places', hall, { content, base: 0 });
	const now = (await drafted(db, by, 'places', hall))!;
	const shown = await preview(db, 'places', now, NOON, (tx) => bySlug(tx, 'hall', NOON));
	expect(shown.ok && [shown.value?.place.nameZh, shown.value?.place.storyZh]).toEqual([
		CANARY,
		'新的故事'
	]);
});

test('nothing of it remains: no row, no version, no act, no word of the search, and nobody is told', async () => {
	const before = await dump();
	const told: number[] = [];
	const seen: unknown[] = [];
	const stop = onContentChange((version) => told.push(version));
	const draft = (await drafted(db, by, 'places', hall))!;
	const content = { ...draft.content, name: { zh: CANARY } };
	const shown = await preview(db, 'places', { ...draft, content }, NOON, async (tx) => {
		// While it runs, other readers see what stands.
		seen.push((await bySlug(db, 'hall', NOON))?.place.nameZh);
		return (await bySlug(tx, 'hall', NOON))?.place.nameZh;
	});
	stop();
	expect(shown).toEqual({ ok: true, value: CANARY });
	expect(seen).toEqual(['廉园']);
	expect(await dump()).toEqual(before);
	expect(told).toEqual([]);
	const asked = await understand(db, CANARY, ['place'], NOON);
	const match = asked.ok ? asked.value?.match : null;
	const found = match && (await find(db, match, { among: ['place'], at: NOON, limit: 5 }));
	expect(found?.hits ?? []).toEqual([]);
});

test('a thing never saved can be looked at, and says what it lacks until then', async () => {
	const fresh = (await drafted(db, by, 'places', 'new'))!;
	const show = () => preview(db, 'places', fresh, NOON, (tx) => bySlug(tx, 'neu', NOON));
	expect(await show()).toMatchObject({ ok: false });
	fresh.content = { slug: 'neu', kind: 'site', name: { zh: CANARY } };
	const shown = await show();
	expect(shown.ok && shown.value?.place.nameZh).toBe(CANARY);
	expect(await bySlug(db, 'neu', NOON)).toBe(null);
});

test('somebody who may not see a thing sees no preview of it', async () => {
	const stranger = asRole('citizen', { id: 'editor' });
	expect(await drafted(db, stranger, 'places', hall)).toBe(null);
});
