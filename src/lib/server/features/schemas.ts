type Node = Record<string, unknown>;

const ref = (name: string): Node => ({ $ref: `#/components/schemas/${name}` });
const text: Node = { type: 'string' };
const maybe: Node = { type: 'string', nullable: true };
const whole: Node = { type: 'integer', nullable: true };
const moment: Node = { type: 'string', format: 'date-time' };
const flag: Node = { type: 'boolean' };
const texts: Node = { type: 'array', items: text };

const object = (properties: Record<string, Node>, required: string[]): Node => ({
	type: 'object',
	// OpenAPI 3.0 forbids an empty list here.
	...(required.length ? { required } : {}),
	properties
});

const oneOf = (values: readonly string[]): Node => ({ type: 'string', enum: [...values] });
const oneOfOrNull = (values: readonly string[]): Node => ({
	type: 'string',
	nullable: true,
	enum: [...values, null]
});

/** A property that says nothing more than what its name says, in both languages. */
const bilingual = (name: string, required = false): Record<string, Node> => ({
	[name]: required ? text : maybe,
	[`${name}_en`]: maybe
});

const feature = (geometry: string, properties: string): Node =>
	object(
		{
			type: oneOf(['Feature']),
			id: text,
			geometry: { nullable: true, allOf: [ref(geometry)] },
			properties: ref(properties),
			links: { type: 'array', items: ref('Link') }
		},
		['type', 'id', 'geometry', 'properties']
	);

const pageOf = (name: string): Node =>
	object(
		{
			type: oneOf(['FeatureCollection']),
			features: { type: 'array', items: ref(name) },
			links: { type: 'array', items: ref('Link') },
			timeStamp: moment,
			numberMatched: { type: 'integer', minimum: 0 },
			numberReturned: { type: 'integer', minimum: 0 }
		},
		['type', 'features', 'links', 'timeStamp', 'numberMatched', 'numberReturned']
	);

/** The closed lists of words the shapes are made of. */
interface Lists {
	kinds: readonly string[];
	categories: readonly string[];
	levels: readonly string[];
	precisions: readonly string[];
	datums: readonly string[];
	modes: readonly string[];
	eventTypes: readonly string[];
	audiences: readonly string[];
	standings: readonly string[];
	timePrecisions: readonly string[];
}

const position: Node = {
	type: 'array',
	description: 'Longitude and latitude in degrees, WGS-84.',
	minItems: 2,
	maxItems: 2,
	items: { type: 'number' }
};

/** The shapes of all documents of the interface, as OpenAPI 3.0 schemas. */
export function schemas(lists: Lists): Record<string, Node> {
	const said = {
		synthetic: { ...flag, description: 'Made for load tests; not a real thing.' },
		published: { ...moment, description: 'When it was published here; what datetime sifts.' },
		updated: moment,
		url: { ...text, format: 'uri', description: 'The page for readers.' },
		sources: {
			...texts,
			description: 'Addresses or titles of the publications the facts come from.'
		}
	};
	return {
		Link: object({ rel: text, href: text, type: text, title: text, hreflang: text }, [
			'rel',
			'href'
		]),
		Problem: object(
			{
				type: text,
				title: text,
				status: { type: 'integer' },
				detail: text,
				instance: text,
				id: text,
				errors: {
					type: 'array',
					items: object({ parameter: text, reason: text, detail: text }, ['parameter', 'reason'])
				}
			},
			['type', 'title', 'status']
		),
		Landing: object(
			{ title: text, description: text, links: { type: 'array', items: ref('Link') } },
			['links']
		),
		Conformance: object({ conformsTo: texts, links: { type: 'array', items: ref('Link') } }, [
			'conformsTo'
		]),
		Collections: object(
			{
				links: { type: 'array', items: ref('Link') },
				collections: { type: 'array', items: ref('Collection') }
			},
			['links', 'collections']
		),
		Collection: object(
			{
				id: text,
				title: text,
				description: text,
				links: { type: 'array', items: ref('Link') },
				extent: object(
					{
						spatial: object(
							{
								bbox: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
								crs: text
							},
							[]
						),
						temporal: object(
							{ interval: { type: 'array', items: { type: 'array', items: maybe } }, trs: text },
							[]
						)
					},
					[]
				),
				itemType: text,
				crs: texts
			},
			['id', 'links']
		),
		Point: object({ type: oneOf(['Point']), coordinates: position }, ['type', 'coordinates']),
		Line: object(
			{
				type: oneOf(['LineString']),
				coordinates: { type: 'array', minItems: 2, items: position }
			},
			['type', 'coordinates']
		),
		PlaceProperties: object(
			{
				slug: text,
				kind: oneOf(lists.kinds),
				category: oneOfOrNull(lists.categories),
				...bilingual('name', true),
				...bilingual('summary'),
				town: maybe,
				...bilingual('town_name'),
				...bilingual('address'),
				level: oneOfOrNull(lists.levels),
				tags: texts,
				precision: { ...oneOf(lists.precisions), description: 'How well the position is known.' },
				accuracy_m: { type: 'number', nullable: true, description: 'Radius in metres.' },
				source_datum: { ...oneOf(lists.datums), description: 'Datum the position came in.' },
				position_verified: flag,
				...said
			},
			[]
		),
		TrailProperties: object(
			{
				slug: text,
				...bilingual('name', true),
				...bilingual('summary'),
				...bilingual('theme'),
				corridor: maybe,
				...bilingual('corridor_name'),
				mode: oneOfOrNull(lists.modes),
				length_m: whole,
				minutes: whole,
				declared_stops: { ...whole, description: 'How many stops the publisher declares.' },
				recorded_stops: { type: 'integer', description: 'How many of them are recorded here.' },
				demonstration: flag,
				...said
			},
			[]
		),
		EventProperties: object(
			{
				slug: text,
				type: oneOf(lists.eventTypes),
				...bilingual('name', true),
				...bilingual('summary'),
				starts: { ...moment, description: 'Start of its first date.' },
				ends: { ...moment, nullable: true, description: 'End of its last date, exclusive.' },
				precision: {
					...oneOf(lists.timePrecisions),
					description: 'How well the time is known; “span” means somewhere between these days.'
				},
				dates: { type: 'integer', description: 'How many of its dates answer the question.' },
				standing: oneOf(lists.standings),
				place: maybe,
				...bilingual('place_name'),
				town: maybe,
				...bilingual('town_name'),
				series: maybe,
				chapter: maybe,
				audiences: { type: 'array', items: oneOf(lists.audiences) },
				price: { type: 'integer', description: 'In fen; zero is free.' },
				demonstration: flag,
				...said
			},
			[]
		),
		Place: feature('Point', 'PlaceProperties'),
		Trail: feature('Line', 'TrailProperties'),
		PlacesPage: pageOf('Place'),
		Event: feature('Point', 'EventProperties'),
		TrailsPage: pageOf('Trail'),
		EventsPage: pageOf('Event')
	};
}
