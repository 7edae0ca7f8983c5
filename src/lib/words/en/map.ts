import type { map as zh } from '../zh/map';

const number = (count: number) => count.toLocaleString('en-GB');
const places = (count: number) => (count === 1 ? '1 place' : `${number(count)} places`);

export const map: typeof zh = {
	title: 'Integrity culture map',
	description:
		'Culture sites, integrity units, venues, service points and trails of Yuhang, on a map and as a list.',
	label: 'Yuhang integrity culture map',
	pictureLabel: 'Drawn map of Yuhang',
	posterLabel:
		'Illustrated map of Yuhang with the recorded sites, units, venues, service points and trails',
	open: 'Show on the map',
	enlarge: 'Open the large map',
	notice: 'Illustration, not a survey product',
	approval: (approval) => `Map approval number: ${approval}`,
	search: 'Search places',
	filters: {
		title: 'Layers and filters',
		titleList: 'Filters',
		kinds: 'Layers',
		kindsList: 'Kind',
		categories: 'Kinds of integrity units',
		towns: 'Town',
		levels: 'Level',
		trail: 'Trail',
		anyTrail: 'Any',
		open: 'Open now',
		apply: 'Apply filters',
		clear: 'Clear all',
		chosen: 'Chosen filters',
		remove: (name) => `Remove “${name}”`,
		count: places,
		query: (q) => `Search: ${q}`,
		box: 'Within one area',
		near: 'By distance',
		active: (count) => `${count} chosen`
	},
	list: {
		title: 'List of places',
		total: places,
		drawn: (total, drawn) =>
			total === 0
				? 'No place matches'
				: drawn === total
					? `${places(total)}, all on the map`
					: drawn === 0
						? `${places(total)}; no reliable position was found for any, so none is drawn`
						: `${places(total)}, ${number(drawn)} on the map; no reliable position was found for the others`,
		undrawn: 'not on the map',
		none: 'No place matches. Take one filter away, or search for another word.'
	},
	say: {
		focus:
			'Map. Arrow keys read out what is near, Enter opens, Escape closes; the list beside it has the same content.',
		place: (name, kind, where) => `${name}, ${kind}${where && `, ${where}`}`,
		cluster: (count, where) => `${number(count)} places together${where && `, ${where}`}`,
		several: (count, names, where) =>
			`${number(count)} places at one point: ${names}${where && `, ${where}`}`,
		towards: (direction, distance) => `${distance} ${direction}`,
		nothing: (direction) => `Nothing more to the ${direction}`,
		zoom: (zoom) => `Zoom level ${zoom}`,
		closed: 'Card closed',
		results: (total, drawn) => `${places(total)}, ${number(drawn)} on the map`,
		way: { ArrowUp: 'north', ArrowRight: 'east', ArrowDown: 'south', ArrowLeft: 'west' }
	},
	clusterLink: (count, name) => `${name} and others, ${places(count)}; zoom in`,
	stop: (number, name) => `Stop ${number}: ${name}`
};
