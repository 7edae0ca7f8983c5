import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Content } from '$lib/domain/studio/field';
import { place, putAll } from '$tests/make';
import { by, library, photo } from '$tests/media';
import { uses } from '../db/schema';
import { write } from '../db/write';
import { seen } from '../media/change';
import { keep } from './autosave';
import { enterAll } from './enter';
import { restore } from './history';
import { contentOf, find } from './items';
import { drafted, preview } from './preview';
import { save } from './save';

const manager = by('manager', { scope: { kind: 'town', id: 'pingyao' } });
const editor = by('editor');

let lib: Awaited<ReturnType<typeof library>>;
let hall: string;
let foreign: string;
let own: string;

beforeAll(async () => {
	lib = await library();
	[hall] = (await putAll(lib.db, [place({ slug: 'hall', town: 'pingyao' })])) as [string];
	await write(lib.db, enterAll);
	foreign = await lib.sent(await photo(400, 300), 'foreign.jpg');
	own = await lib.sent(await photo(400, 300, { seed: 9 }), 'own.jpg', manager);
});
afterAll(() => lib.close());

const showing = async (asset: string): Promise<{ content: Content; base: number }> => {
	const item = (await find(lib.db, editor.who, 'places', hall))!;
	const content = { ...(await contentOf(lib.db, item, item.head))! };
	return { content: { ...content, media: [{ asset, alt: null }] }, base: item.head };
};
const refused = (asset: string) => ({
	ok: false,
	refusals: [{ field: 'media', reason: 'no-such', detail: { slug: asset } }]
});

test('a manager cannot come to see a picture by naming it, nor learn whether there is one', async () => {
	for (const asset of [foreign, '0'.repeat(20)]) {
		const saved = await save(lib.db, manager, 'places', { id: hall, ...(await showing(asset)) });
		expect(saved).toEqual(refused(asset));
		await keep(lib.db, manager, 'places', hall, await showing(asset));
		const draft = (await drafted(lib.db, manager, 'places', hall))!;
		expect(await preview(lib.db, 'places', draft, manager.now, async () => 'shown')).toEqual(
			refused(asset)
		);
	}
	expect(await lib.db.select().from(uses)).toEqual([]);
	expect(await seen(lib.db, manager.who, foreign)).toBe(null);
});

test('the own pictures, and what the office put there, a manager goes on using', async () => {
	expect(
		await save(lib.db, manager, 'places', { id: hall, ...(await showing(own)) })
	).toMatchObject({ ok: true, number: 1 });
	expect(
		await save(lib.db, editor, 'places', { id: hall, ...(await showing(foreign)) })
	).toMatchObject({ ok: true, number: 2 });
	const { content, base } = await showing(foreign);
	expect(
		await save(lib.db, manager, 'places', { id: hall, base, content: { ...content, phone: '1' } })
	).toMatchObject({ ok: true, number: 3 });
	expect(
		await save(lib.db, manager, 'places', { id: hall, ...(await showing(own)) })
	).toMatchObject({ ok: true, number: 4 });
	// It stood there while the manager saw it: bringing the version back is no way to see more.
	expect(await restore(lib.db, manager, 'places', hall, 2, 4)).toMatchObject({ ok: true });
});
