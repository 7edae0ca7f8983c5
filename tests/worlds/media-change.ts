import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import type { AssetFacts } from '$lib/domain/media/asset-shape';
import { by, library, photo } from '../media';
import { assets, audit } from '$lib/server/db/schema';
import { contentVersion, write } from '$lib/server/db/write';
import { receive } from '$lib/server/media/incoming';
import { makeOf } from '$lib/server/media/make';
import { setUses } from '$lib/server/media/uses';

// A library of media with its store.

export let lib: Awaited<ReturnType<typeof library>>;

beforeAll(async () => (lib = await library()));

afterAll(() => lib.close());

let seed = 0;

export const upload = async (who = by('editor'), name = 'p.jpg') =>
	lib.sent(await photo(600 + 2 * ++seed, 400, { seed }), name, who);

export const row = async (id: string) =>
	(await lib.db.select().from(assets).where(eq(assets.id, id)))[0]!;

export const use = (noun: string, item: string, live: boolean, list: string[]) =>
	write(lib.db, (tx) => setUses(tx, noun, item, live, list));

export const version = () => contentVersion(lib.db);

export const acts = async (id: string) =>
	(await lib.db.select({ act: audit.act }).from(audit).where(eq(audit.thing, id))).map(
		({ act }) => act
	);

export const facts = (over: Partial<AssetFacts> = {}): AssetFacts => ({
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

export const made = async (bytes: Buffer, name: string) => {
	const incoming = await receive([bytes] as unknown as AsyncIterable<Buffer>, lib.store.incoming);
	if (typeof incoming === 'string') throw new Error(incoming);
	const result = await makeOf(lib.store, incoming, name);
	if (typeof result === 'string') throw new Error(result);
	return result;
};

export const exists = (key: string) => existsSync(join(lib.store.root, key));
