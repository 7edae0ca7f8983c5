import { CRS84 } from '$lib/domain/feature-query';
import { leadsOn } from '$lib/domain/modules';
import type { Switches } from '$lib/domain/modules';
import type { Reader } from '../db/open';
import { apiBase } from '../machine/answer';
import type { Link } from '../machine/answer';
import { spoken } from '../machine/speech';
import type { Asking } from '../machine/speech';
import * as events from './events';
import * as places from './places';
import * as trails from './trails';

/** The collections of the interface. */
export const collectionIds = ['places', 'trails', 'events'] as const;
export type CollectionId = (typeof collectionIds)[number];

/** The collections of what is not switched off. */
export const openCollections = (switches: Switches): CollectionId[] =>
	collectionIds.filter((id) => leadsOn(switches, `/${id}`));

/** The id when it names a collection that is not switched off, else null. */
export const collectionId = (text: string, switches: Switches): CollectionId | null =>
	openCollections(switches).find((id) => id === text) ?? null;

/** One collection's description (OGC 17-069r4 §7.14). */
export async function collection(db: Reader, asking: Asking, id: CollectionId) {
	const { machines } = spoken(asking);
	const base = `${apiBase(asking)}/collections/${id}`;
	const extent = await { places, trails, events }[id].extent(db);
	const { west, south, east, north, from, to } = extent ?? {};
	const iso = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());
	const links: Link[] = [
		{ rel: 'self', href: base, type: 'application/json', title: machines.api.collection },
		{ rel: 'alternate', href: `${base}?f=html`, type: 'text/html', title: machines.api.html },
		{
			rel: 'items',
			href: `${base}/items`,
			type: 'application/geo+json',
			title: machines.api.items
		},
		{ rel: 'items', href: `${base}/items?f=html`, type: 'text/html', title: machines.api.page }
	];
	return {
		id,
		...machines.collections[id],
		links,
		extent: {
			...(west != null && south != null && east != null && north != null
				? { spatial: { bbox: [[west, south, east, north]], crs: CRS84 } }
				: {}),
			temporal: {
				interval: [[iso(from), iso(to)]],
				trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'
			}
		},
		itemType: 'feature',
		crs: [CRS84]
	};
}

/** All collections with the links of their list. */
export async function collections(db: Reader, asking: Asking, switches: Switches = {}) {
	const { machines } = spoken(asking);
	const base = `${apiBase(asking)}/collections`;
	const links: Link[] = [
		{ rel: 'self', href: base, type: 'application/json', title: machines.api.self },
		{ rel: 'alternate', href: `${base}?f=html`, type: 'text/html', title: machines.api.html }
	];
	return {
		links,
		collections: await Promise.all(
			openCollections(switches).map((id) => collection(db, asking, id))
		)
	};
}
