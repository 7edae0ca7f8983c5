import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { placeShape } from '$lib/domain/place-shape';
import type { PlaceInput } from '$lib/domain/place';
import type { Exception, Opening } from '$lib/domain/hours';
import { close, open } from '$lib/server/db/open';
import type { Db } from '$lib/server/db/open';
import { write } from '$lib/server/db/write';
import { holdKey } from '$lib/server/keys';
import { put } from '$lib/server/places';
import { towns } from '$lib/server/db/schema';

/** Noon on a Sunday in Hangzhou; tests pass the clock in. */
export const NOON = Date.parse('2026-11-22T12:00:00+08:00');

/** One for the whole file: what was sealed in one database of a test opens beside another. */
const KEY = randomBytes(32);

const opened = new Set<Db>();

/** A fresh, empty database in memory, as the migrations leave one. */
export async function emptyDb(): Promise<Db> {
	holdKey(KEY);
	const db = await open('file::memory:', { migrations: inject('laidOut') });
	opened.add(db);
	return db;
}

/** Gives back the memory of all databases made so far: laws that share a process call it per file. */
export function closeAll(): void {
	for (const db of opened) if (!db.$client.closed) close(db);
	opened.clear();
}

let made = 0;

/** The words of a place that differs from all others made so far. */
export function place(over: Partial<PlaceInput> = {}): PlaceInput {
	made++;
	return {
		slug: `place-${made}`,
		kind: 'site',
		name: { zh: `测试阵地${made}`, en: `Test site ${made}` },
		...over
	};
}

/** Writes places into a database as published ones (or drafts) and returns their ids in order. */
export async function putAll(
	db: Db,
	inputs: (PlaceInput & { week?: Opening[]; days?: Exception[]; draft?: boolean })[],
	now = NOON
): Promise<string[]> {
	return write(db, async (tx) => {
		const ids: string[] = [];
		for (const { week, days, draft, ...input } of inputs) {
			const value = placeShape.parse(input);
			if (value.town)
				await tx
					.insert(towns)
					.values({ slug: value.town, nameZh: value.town, form: 'town' })
					.onConflictDoNothing();
			const { id } = await put(tx, value, {
				now,
				...(week ? { week } : {}),
				...(days ? { days } : {}),
				draft: draft ?? false
			});
			ids.push(id);
		}
		return ids;
	});
}
