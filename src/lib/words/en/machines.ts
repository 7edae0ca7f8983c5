import type { machines as zh } from '../zh/machines';

export const machines: typeof zh = {
	title: {
		400: 'The request has wrong parameters',
		401: 'Sign in first',
		403: 'Not allowed',
		404: 'Not found',
		405: 'This method is not supported',
		406: 'There is no such format',
		416: 'The range does not exist',
		500: 'Something broke on our side',
		503: 'Too busy for the moment'
	},
	other: 'The request was not completed',
	detail: {
		'sign-in': 'Sign in first.',
		refused: 'This account may not do this.',
		missing: 'There is nothing at this address.',
		parameters: 'Change the parameters named in “errors” and try again.',
		path: 'There is nothing at this address. /api lists what there is.',
		method: 'This address takes GET and HEAD only.',
		collection: 'There is no such collection. /api/collections lists them.',
		feature: 'There is no feature of this id, or it is not published.',
		tile: 'There is no such tile: zoom runs from 0 to 17, column and row within that zoom.',
		cluster:
			'There is no such cluster; clusters get new numbers when the content changes. Load the map again.',
		picture: 'There is no such picture.',
		busy: 'Too much is asked for at once. Try again in half a minute.',
		file: 'There is no such file.',
		range: 'The wanted bytes lie beyond the end of the file.',
		defect:
			'The server failed. Try again later; if it happens again, tell the publisher the number.'
	},
	reason: {
		'unknown-parameter': (d) => `there is no parameter “${d.value}”`,
		'limit-out-of-range': (d) => `the limit is a whole number from 1 to ${d.limit}`,
		'offset-out-of-range': (d) => `the offset is a whole number from 0 to ${d.limit}`,
		'datetime-shape': () =>
			'a time is an RFC 3339 date-time, a date, or an interval “start/end” with “..” for an open end',
		'too-many-values': (d) => `at most ${d.limit} values`,
		'too-many': (d) => `more than ${d.limit} were found: use tiles or a smaller area`,
		'datetime-inverted': () => 'an interval starts before it ends',
		'unknown-crs': () => 'the only reference system is http://www.opengis.net/def/crs/OGC/1.3/CRS84'
	},
	api: {
		title: 'Open data of the Yuhang integrity culture map',
		description:
			'Culture sites, integrity units, venues, service points, trails and events as OGC API – Features 1.0. Positions are WGS-84 longitude and latitude (CRS84). No account is needed.',
		self: 'This document',
		html: 'As a page',
		json: 'As JSON',
		service: 'Definition of the interface (OpenAPI 3.0)',
		doc: 'Description of the interface',
		conformance: 'Standards this interface keeps',
		data: 'Collections',
		items: 'Features',
		collection: 'About the collection',
		next: 'Next page',
		prev: 'Previous page',
		page: 'The page for readers',
		home: 'Back to the home page'
	},
	collections: {
		places: {
			title: 'Places',
			description:
				'Culture sites, integrity units, venues and service points. The geometry of a place whose position is not known is null; “precision” says how well a position is known.'
		},
		trails: {
			title: 'Trails',
			description:
				'Trails that lead through places in order. Where no line is published, straight lines join the stops.'
		},
		events: {
			title: 'Events',
			description:
				'Published events in the order of their first dates. “datetime” sifts by when they take place; “precision” says how well the time is known. The geometry is null where no position is known.'
		}
	},
	events: {
		title: 'Events of integrity culture',
		subtitle: 'Events newly published or changed'
	},
	feed: {
		title: 'Integrity culture news',
		subtitle: 'What is new on the Yuhang integrity culture map'
	},
	picture: {
		site: 'Liantu',
		district: 'Yuhang Integrity Culture Map',
		tagline: 'One map of integrity culture near you',
		headline: 'Integrity culture\nnear you, on one map',
		lead: 'Find the places around you on a drawn map of Yuhang, and walk a trail.',
		kinds: 'Sites · Units · Trails',
		notice: 'Illustration, not a survey',
		article: 'News',
		stops: (recorded, declared) =>
			declared ? `${declared} stops declared · ${recorded} recorded` : `${recorded} stops`,
		promise: 'Every fact with its source',
		demonstration: 'Demonstration trail'
	}
};
