import { beforeAll } from 'vitest';
import { NOON, emptyDb, place, putAll } from '../make';
import type { Db } from '$lib/server/db/open';
import { citations, sources, stops, trails } from '$lib/server/db/schema';
import { write } from '$lib/server/db/write';
import { items } from '$lib/server/features/items';
import type { Event } from '$lib/server/features/items';
import type { CollectionId } from '$lib/server/features/collections';

// Places and trails as they are asked for through the open interface.

export let db: Db;

beforeAll(async () => {
	db = await emptyDb();
	const at = (lon: number, lat: number) => ({ lon, lat, precision: 'exact' as const });
	const ids = await putAll(db, [
		place({
			slug: 'a-hall',
			name: { zh: '阿馆', en: 'Hall A' },
			town: 'pingyao',
			...at(120, 30.4)
		}),
		place({
			slug: 'b-unit',
			name: { zh: '波村' },
			kind: 'unit',
			category: 'village',
			...at(119.8, 30.4)
		}),
		place({ slug: 'c-nowhere', name: { zh: '次处' } }),
		{ ...place({ slug: 'canary', name: { zh: '金丝雀' }, ...at(120, 30.4) }), draft: true }
	]);
	await putAll(
		db,
		[place({ slug: 'd-later', name: { zh: '得馆' }, ...at(120.1, 30.4) })],
		NOON + 86_400_000
	);
	await write(db, async (tx) => {
		await tx.insert(sources).values({ slug: 'A0', titleZh: '年度综述', date: '2024' });
		await tx.insert(citations).values({ subject: 'place', subjectId: ids[0]!, sourceSlug: 'A0' });
		for (const [slug, publishedAt] of [
			['way', NOON],
			['canary-way', null]
		] as const) {
			const [trail] = await tx
				.insert(trails)
				.values({ slug, nameZh: slug, mode: 'walk', publishedAt })
				.returning({ id: trails.id });
			await tx.insert(stops).values([
				{ trailId: trail!.id, number: 1, placeId: ids[0]! },
				{ trailId: trail!.id, number: 2, placeId: ids[1]! }
			]);
		}
	});
});

export function event(path: string, accept = '*/*'): Event {
	return {
		url: new URL(`https://lian.example${path}`),
		request: new Request(`https://lian.example${path}`, { headers: { accept } }),
		locals: { locale: path.startsWith('/en') ? 'en' : 'zh', db, now: NOON }
	};
}

export async function list(query: string, id: CollectionId = 'places') {
	const response = await items(event(`/api/collections/${id}/items${query}`), id);
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents of many shapes
	const body = (await response.json()) as any;
	return { response, body, status: response.status };
}

export const ids = (body: { features: { id: string }[] }) => body.features.map(({ id }) => id);

export const rels = (body: { links: { rel: string }[] }) => body.links.map(({ rel }) => rel);

export const reasons = (body: { errors: { parameter: string; reason: string }[] }) =>
	body.errors.map(({ parameter, reason }) => `${parameter}: ${reason}`);
