import { beforeEach } from 'vitest';
import type { By, Who } from '$lib/domain/people/who';
import type { Content } from '$lib/domain/studio/field';
import { emptyDb, NOON, place, putAll } from '../make';
import { sample as somebody } from '../people';
import type { Db } from '$lib/server/db/open';
import { audit, items, versions } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { enterAll } from '$lib/server/studio/enter';
import { contentOf, find } from '$lib/server/studio/items';
import { save } from '$lib/server/studio/save';

// A place that several people write on, anew before every test.

export const as = (who: Who | null, now = NOON): By => ({ who, address: '127.0.0.1', now });

export const editor = as(somebody('editor', { role: 'editor', scope: null }));

export const other = as(somebody('other', { role: 'editor', scope: null }), NOON + 1);

export const manager = as(
	somebody('manager', { role: 'manager', scope: { kind: 'town', id: 'pingyao' } })
);

export let db: Db;

export let hall: string;

export let neighbour: string;

beforeEach(async () => {
	db = await emptyDb();
	[hall, neighbour] = (await putAll(db, [
		place({ slug: 'hall', name: { zh: '廉园' }, town: 'pingyao' }),
		place({ slug: 'neighbour', name: { zh: '邻村' }, town: 'liangzhu' })
	])) as [string, string];
	await write(db, enterAll);
});

export const contentNow = async (id = hall): Promise<Content> => {
	const item = (await find(db, editor.who, 'places', id))!;
	return (await contentOf(db, item, item.head))!;
};

export const saveHall = async (by: By, change: Content, base: number, id = hall) =>
	save(db, by, 'places', { id, base, content: { ...(await contentNow(id)), ...change } });

export const everything = async () => ({
	items: await db.select().from(items),
	versions: await db.select().from(versions),
	acts: (await db.select().from(audit)).length
});
