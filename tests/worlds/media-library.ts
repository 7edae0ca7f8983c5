import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import { library } from '../media';
import { assets } from '$lib/server/db/schema';

// A library of media into which files come.

export let lib: Awaited<ReturnType<typeof library>>;

beforeAll(async () => (lib = await library()));

afterAll(() => lib.close());

export const files = (folder: string): string[] => {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
	} catch {
		return [];
	}
};

export const row = async (id: string) =>
	(await lib.db.select().from(assets).where(eq(assets.id, id)))[0]!;

export const bytes = async (key: string) => readFileSync(join(lib.store.root, key));
