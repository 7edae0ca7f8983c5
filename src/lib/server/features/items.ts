import { eventQuery } from '$lib/domain/events/filter';
import { placeProperties, slim, trailProperties } from '$lib/domain/feature';
import type { Feature } from '$lib/domain/feature';
import { eventProperties } from '$lib/domain/feature-event';
import {
	CRS84,
	onlyKnown,
	paging,
	parseFeatureQuery,
	refuseUnknown
} from '$lib/domain/feature-query';
import type { FeatureQuery } from '$lib/domain/feature-query';
import { formatFilter, parseBox } from '$lib/domain/filter';
import type { PlaceFilter } from '$lib/domain/filter';
import type { Box } from '$lib/domain/geo';
import { href } from '$lib/domain/locale';
import { slugPattern } from '$lib/domain/place';
import { accept, refuse } from '$lib/domain/refusal';
import type { Refusal, Ruled } from '$lib/domain/refusal';
import { modes } from '$lib/domain/trail';
import type { Mode } from '$lib/domain/trail';
import { ask } from '../ask';
import type { Db } from '../db/open';
import { ask as askEvents } from '../events/ask';
import { apiBase, formatOf, presentationOf, json, tagFor, toPage } from '../machine/answer';
import type { Link, Requested } from '../machine/answer';
import { spoken } from '../machine/speech';
import { refused } from '../problem';
import type { CollectionId } from './collections';
import * as events from './events';
import * as places from './places';
import * as trails from './trails';

/** Parameters that sift places: the same names as on the pages. */
export const placeParams = [
	'kind',
	'category',
	'town',
	'level',
	'trail',
	'open',
	'q',
	'near',
	'sort'
] as const;
/** Parameters that sift trails. */
export const trailParams = ['mode', 'corridor'] as const;
/** Parameters that sift events. */
export const eventParams = ['town', 'type', 'series', 'chapter', 'for', 'free', 'q'] as const;

const sifting = { places: placeParams, trails: trailParams, events: eventParams };
const properties = {
	places: placeProperties,
	trails: trailProperties,
	events: eventProperties
};

export type Event = Requested & {
	locals: Requested['locals'] & { db: Db; now: number };
};

const GEOJSON = 'application/geo+json';

/** Answers a request for the features of a collection: GeoJSON, a page, or every refusal. */
export async function items(event: Event, id: CollectionId): Promise<Response> {
	const { url } = event;
	const known = [...paging, ...sifting[id]];
	const refusals: Refusal[] = refuseUnknown(url.searchParams, known);
	const take = <T>(ruled: Ruled<T>): T | undefined => {
		if (ruled.ok) return ruled.value;
		refusals.push(...ruled.refusals);
		return undefined;
	};
	const format = take(formatOf(event));
	const query = take(parseFeatureQuery(url.searchParams, properties[id]));
	const speaker = speakerOf(event);
	const { db, now } = event.locals;
	if (id === 'places') {
		const filter = take(await ask(db, onlyKnown(url.searchParams, known)));
		if (!filter || !query || refusals.length) return refused(event, refusals);
		if (format === 'html') return toPage(pageOf(event, filter));
		return collectionOf(event, id, query, await places.page(db, filter, query, now, speaker));
	}
	if (id === 'events') {
		const filter = take(await askEvents(db, onlyKnown(url.searchParams, eventParams), now));
		const box = take(boxOf(url.searchParams));
		if (!filter || box === undefined || !query || refusals.length) return refused(event, refusals);
		if (format === 'html') {
			const asked = eventQuery(filter).toString();
			return toPage(href(speaker.locale, '/events') + (asked && `?${asked}`));
		}
		return collectionOf(
			event,
			id,
			query,
			await events.page(db, { filter, box }, query, now, speaker)
		);
	}
	const filter = take(await trailFilter(db, url.searchParams));
	if (!filter || !query || refusals.length) return refused(event, refusals);
	if (format === 'html') return toPage(href(speaker.locale, '/trails'));
	return collectionOf(event, id, query, await trails.page(db, filter, query, speaker));
}

/** The public origin and the language of the answer. */
function speakerOf(event: Requested) {
	return { origin: event.url.origin, locale: spoken(event).locale };
}

function pageOf(event: Requested, filter: PlaceFilter): string {
	const query = formatFilter(filter).toString();
	return href(spoken(event).locale, '/places') + (query ? `?${query}` : '');
}

function boxOf(params: URLSearchParams): Ruled<Box | null> {
	const box = params.get('bbox');
	return box === null ? accept(null) : parseBox(box);
}

async function trailFilter(db: Db, params: URLSearchParams): Promise<Ruled<trails.TrailFilter>> {
	const refusals: Refusal[] = [];
	const ruled = boxOf(params);
	if (!ruled.ok) refusals.push(...ruled.refusals);
	const mode = params.get('mode')?.split(',').filter(Boolean) ?? [];
	for (const value of mode)
		if (!(modes as readonly string[]).includes(value))
			refusals.push({
				field: 'mode',
				reason: 'unknown-value',
				detail: { value: value.slice(0, 60) }
			});
	const corridor = params.get('corridor');
	if (
		corridor !== null &&
		!(slugPattern.test(corridor) && (await trails.hasCorridor(db, corridor)))
	)
		refusals.push({
			field: 'corridor',
			reason: 'unknown-value',
			detail: { value: corridor.slice(0, 60) }
		});
	return refusals.length || !ruled.ok
		? refuse(...refusals)
		: accept({ box: ruled.value, mode: mode as Mode[], corridor });
}

function collectionOf(
	event: Event,
	id: CollectionId,
	query: FeatureQuery,
	{ matched, features }: { matched: number; features: Feature<object>[] }
): Response {
	const { api } = spoken(event).machines;
	const base = `${apiBase(event)}/collections/${id}`;
	const at = (changes: Record<string, string>) => {
		const params = new URLSearchParams(event.url.searchParams);
		for (const [name, value] of Object.entries(changes)) params.set(name, value);
		const text = params
			.toString()
			.replaceAll('%2C', ',')
			.replaceAll('%3A', ':')
			.replaceAll('%2F', '/');
		return `${base}/items${text ? `?${text}` : ''}`;
	};
	const links: Link[] = [
		{ rel: 'self', href: at({}), type: GEOJSON, title: api.self },
		{ rel: 'alternate', href: at({ f: 'html' }), type: 'text/html', title: api.page },
		{ rel: 'collection', href: base, type: 'application/json', title: api.collection }
	];
	const { limit, offset } = query;
	if (offset + features.length < matched && features.length > 0)
		links.push({
			rel: 'next',
			href: at({ offset: String(offset + limit) }),
			type: GEOJSON,
			title: api.next
		});
	if (offset > 0)
		links.push({
			rel: 'prev',
			href: at({ offset: String(Math.max(0, offset - limit)) }),
			type: GEOJSON,
			title: api.prev
		});
	const slimmed = query.properties
		? features.map((feature) => slim(feature, query.properties))
		: features;
	const rest = JSON.stringify({
		numberMatched: matched,
		numberReturned: features.length,
		links,
		features: slimmed
	});
	// The moment of answering stays out of the validator: it alone is no change.
	const stamp = new Date(event.locals.now).toISOString();
	const text = `{"type":"FeatureCollection","timeStamp":"${stamp}",${rest.slice(1)}`;
	return json(text, {
		type: GEOJSON,
		headers: { 'content-crs': `<${CRS84}>`, etag: tagFor(rest) }
	});
}

/** Answers a request for one feature; null when there is none of that id. */
export async function item(event: Event, id: CollectionId, slug: string): Promise<Response | null> {
	const format = presentationOf(event);
	if (!format.ok) return refused(event, format.refusals);
	if (slug.length > 80 || !slugPattern.test(slug)) return null;
	const speaker = speakerOf(event);
	const { db, now } = event.locals;
	const found = await { places, trails, events }[id].one(db, slug, speaker, now);
	if (!found) return null;
	if (format.value === 'html') return toPage(found.feature.properties.url);
	const { api } = spoken(event).machines;
	const base = `${apiBase(event)}/collections/${id}`;
	const links: Link[] = [
		{ rel: 'self', href: `${base}/items/${slug}`, type: GEOJSON, title: api.self },
		{ rel: 'alternate', href: found.feature.properties.url, type: 'text/html', title: api.page },
		{ rel: 'collection', href: base, type: 'application/json', title: api.collection }
	];
	const text = JSON.stringify({ ...found.feature, links });
	return json(text, {
		type: GEOJSON,
		headers: {
			'content-crs': `<${CRS84}>`,
			etag: tagFor(text),
			'last-modified': new Date(found.updatedAt).toUTCString()
		}
	});
}
