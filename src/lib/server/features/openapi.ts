import { audiences, eventTypes, standings } from '$lib/domain/events/event';
import { timePrecisions } from '$lib/domain/events/when';
import { CRS84, DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET } from '$lib/domain/feature-query';
import { sorts } from '$lib/domain/filter';
import { categories, kinds, levels, precisions } from '$lib/domain/place';
import { datums } from '$lib/domain/datum';
import { modes } from '$lib/domain/trail';
import { apiBase } from '../machine/answer';
import { spoken } from '../machine/speech';
import type { Asking } from '../machine/speech';
import { collectionIds } from './collections';
import type { CollectionId } from './collections';
import { schemas } from './schemas';

type Node = Record<string, unknown>;

const ref = (room: 'schemas' | 'parameters' | 'responses', name: string): Node => ({
	$ref: `#/components/${room}/${name}`
});

const list = (name: string, values: readonly string[], description: string): Node => ({
	name,
	in: 'query',
	description,
	required: false,
	style: 'form',
	explode: false,
	schema: { type: 'array', items: { type: 'string', enum: [...values] } }
});

const text = (name: string, description: string, schema: Node = {}): Node => ({
	name,
	in: 'query',
	description,
	required: false,
	schema: { type: 'string', ...schema }
});

const parameters: Record<string, Node> = {
	f: text('f', 'Format; without it, HTML for whoever accepts HTML and JSON for all others.', {
		enum: ['json', 'html']
	}),
	lang: text('lang', 'Language of titles and sentences.', { enum: ['zh', 'zh-CN', 'en'] }),
	limit: {
		name: 'limit',
		in: 'query',
		description: `Features on a page. Wishes from ${MAX_LIMIT} to 1000000 get ${MAX_LIMIT}; others out of range are refused.`,
		required: false,
		schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
		style: 'form',
		explode: false
	},
	offset: {
		name: 'offset',
		in: 'query',
		description: 'Features left out before the page.',
		required: false,
		schema: { type: 'integer', minimum: 0, maximum: MAX_OFFSET, default: 0 }
	},
	bbox: {
		name: 'bbox',
		in: 'query',
		description:
			'west,south,east,north in degrees, or six numbers with heights, which are ignored. Only features with a geometry lie in a box. A box may not cross the antimeridian.',
		required: false,
		schema: {
			type: 'array',
			oneOf: [
				{ minItems: 4, maxItems: 4 },
				{ minItems: 6, maxItems: 6 }
			],
			items: { type: 'number' }
		},
		style: 'form',
		explode: false
	},
	'bbox-crs': text('bbox-crs', 'Reference system of bbox; there is one.', { enum: [CRS84] }),
	datetime: text(
		'datetime',
		'When a place or a trail was published, when an event takes place: an RFC 3339 date-time, a date (a day in Asia/Shanghai) or an interval start/end, “..” for an open end.'
	),
	properties: {
		name: 'properties',
		in: 'query',
		description: 'Only these properties.',
		required: false,
		schema: { type: 'array', items: { type: 'string' } },
		style: 'form',
		explode: false
	},
	kind: list('kind', kinds, 'What the place is.'),
	category: list('category', categories, 'Kind of demonstration unit.'),
	level: list('level', levels, 'Level of the body that recognised the place.'),
	town: {
		...list('town', [], 'Slugs of towns.'),
		schema: { type: 'array', items: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' } }
	},
	trail: text('trail', 'Slug of a trail whose stops are wanted.'),
	open: text('open', 'Only places open at the moment of asking.', { enum: ['1', 'true', 'now'] }),
	q: text('q', 'Search text: Chinese, pinyin or its initials, English.', { maxLength: 200 }),
	near: text('near', 'lon,lat to sort by distance from.'),
	sort: text('sort', 'Order of the features.', { enum: [...sorts] }),
	mode: list('mode', modes, 'How the trail is travelled.'),
	corridor: text('corridor', 'Slug of the corridor the trail belongs to.'),
	type: list('type', eventTypes, 'What kind of event it is.'),
	series: text('series', 'Slug of the series the event belongs to.'),
	chapter: text('chapter', 'Slug of a chapter of a series.'),
	for: list('for', audiences, 'For whom the event is meant.'),
	free: text('free', 'Only events with dates that have seats left.', { enum: ['0', '1'] }),
	featureId: {
		name: 'featureId',
		in: 'path',
		description: 'The slug of the feature.',
		required: true,
		schema: { type: 'string' }
	}
};

const shared = ['f', 'lang'] as const;
const paged = [...shared, 'limit', 'offset', 'bbox', 'bbox-crs', 'datetime', 'properties'] as const;

function get(
	operationId: string,
	summary: string,
	names: readonly string[],
	[type, schema]: [type: string, schema: string],
	tags: string[],
	wrong: readonly string[] = ['400']
): Node {
	const answers = Object.fromEntries(
		wrong.map((status) => [status, ref('responses', `Wrong${status}`)])
	);
	return {
		get: {
			operationId,
			summary,
			tags,
			parameters: names.map((name) => ref('parameters', name)),
			responses: {
				'200': { description: summary, content: { [type]: { schema: ref('schemas', schema) } } },
				...answers,
				'500': ref('responses', 'Wrong500')
			}
		}
	};
}

const wrong = (description: string): Node => ({
	description,
	content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } }
});

/** The definition of the interface as OpenAPI 3.0.3, built from the same lists the code checks by. */
export function openapi(asking: Asking, open: readonly CollectionId[] = collectionIds): Node {
	const { api, collections } = spoken(asking).machines;
	const geo = 'application/geo+json';
	const data = ['Data'];
	const capabilities = ['Capabilities'];
	const places = [
		...paged,
		...['kind', 'category', 'town', 'level', 'trail', 'open', 'q', 'near', 'sort']
	];
	const sifted = {
		places,
		trails: [...paged, 'mode', 'corridor'],
		events: [...paged, 'town', 'type', 'series', 'chapter', 'for', 'free', 'q']
	};
	return {
		openapi: '3.0.3',
		info: {
			title: api.title,
			description: api.description,
			version: '1.0.0'
		},
		servers: [{ url: apiBase(asking) }],
		tags: [{ name: 'Capabilities' }, { name: 'Data' }],
		paths: {
			'/': get('getLandingPage', api.title, shared, ['application/json', 'Landing'], capabilities),
			'/conformance': get(
				'getConformance',
				api.conformance,
				shared,
				['application/json', 'Conformance'],
				capabilities
			),
			'/collections': get(
				'getCollections',
				api.data,
				shared,
				['application/json', 'Collections'],
				capabilities
			),
			...Object.fromEntries(
				open.flatMap((id) => {
					const { title } = collections[id];
					const capital = ({ places: 'Places', trails: 'Trails', events: 'Events' } as const)[id];
					return [
						[
							`/collections/${id}`,
							get(
								`describe${capital}`,
								title,
								shared,
								['application/json', 'Collection'],
								capabilities
							)
						],
						[
							`/collections/${id}/items`,
							get(`get${capital}`, title, sifted[id], [geo, `${capital}Page`], data)
						],
						[
							`/collections/${id}/items/{featureId}`,
							get(
								`get${capital.slice(0, -1)}`,
								title,
								['featureId', ...shared],
								[geo, capital.slice(0, -1)],
								data,
								['400', '404']
							)
						]
					];
				})
			)
		},
		components: {
			parameters,
			schemas: schemas({
				...{ kinds, categories, levels, precisions, datums, modes },
				...{ eventTypes, audiences, standings, timePrecisions }
			}),
			responses: {
				Wrong400: wrong('A parameter is unknown or has a wrong value.'),
				Wrong404: wrong('There is no such thing.'),
				Wrong500: wrong('The server failed.')
			}
		}
	};
}
