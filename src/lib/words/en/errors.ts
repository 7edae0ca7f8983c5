import type { Words } from '..';

export const errors: Words['errors'] = {
	title: {
		400: 'This address holds something we cannot read',
		404: 'We cannot find this page',
		405: 'This is not possible here',
		429: 'That was too often',
		500: 'Something broke on our side',
		503: 'Too busy for the moment'
	},
	other: 'The request was not completed',
	help: {
		400: 'Leave out the filter that does not fit, or start again from one of the entries below.',
		404: 'It may have been renamed or withdrawn. Search for its name, or go on from one of the entries below.',
		429: 'Please wait a minute and try again.',
		500: 'It has been recorded. Please try again later; if it keeps happening, tell the publisher the number below.',
		503: 'Too much is asked for at once. Try again in half a minute.'
	},
	id: 'Number',
	refusals: 'In detail',
	rest: 'Leave these conditions out and show the rest',
	reason: {
		'unknown-value': (detail) => `there is no “${detail.value}”`,
		'only-one': () => 'only one can be chosen',
		'too-many-values': (detail) => `too many: at most ${detail.limit}`,
		'too-long': (detail) => `too long: at most ${detail.limit} characters, here ${detail.length}`,
		'box-shape': () => 'an area is four numbers: west,south,east,north',
		'box-outside-world': () => 'the area goes beyond the limits of longitude and latitude',
		'box-inverted': () => 'west must be less than east, and south less than north',
		'position-shape': () => 'a position is two numbers: longitude,latitude',
		'position-outside-world': () => 'the position lies beyond the limits of longitude and latitude',
		'needs-position': () => 'sorting by distance needs a position',
		'too-many': (detail) =>
			`too many: a download holds at most ${detail.limit} places; narrow it down first`,
		'page-out-of-range': (detail) => `pages run from 1 to ${detail.limit}`
	},
	field: {
		kind: 'Kind',
		category: 'Category',
		town: 'Town',
		level: 'Level',
		trail: 'Trail',
		open: 'Open now',
		q: 'Search text',
		bbox: 'Area',
		near: 'Position',
		sort: 'Order',
		page: 'Page',
		view: 'Show as',
		download: 'Download',
		type: 'Kind',
		series: 'Series',
		chapter: 'Chapter',
		for: 'For',
		free: 'Free places',
		past: 'Time',
		day: 'Day',
		events: 'Events'
	},
	wrong: 'is not right'
};
