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
	searchPlaceholder: 'Name, town or pinyin',
	views: { label: 'Show as', map: 'Map', list: 'List' },
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
		trailsOn: 'Draw the trails on the map',
		trailsOff: 'Hide the trails on the map',
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
		none: 'No place matches. Take one filter away, or search for another word.',
		page: 'Pages of the list'
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
		opened: (name) => `Opened: ${name}`,
		closed: 'Card closed',
		results: (total, drawn) => `${places(total)}, ${number(drawn)} on the map`,
		way: { ArrowUp: 'north', ArrowRight: 'east', ArrowDown: 'south', ArrowLeft: 'west' }
	},
	cluster: places,
	clusterLink: (count, name) => `${name} and others, ${places(count)}; zoom in`,
	stop: (number, name) => `Stop ${number}: ${name}`,
	trails: {
		title: 'Trails',
		stops: (recorded, declared) =>
			declared === null
				? `${number(recorded)} stops`
				: `${number(declared)} stops declared, ${number(recorded)} recorded`,
		follow: 'Show this trail',
		hide: 'Stop showing only this trail',
		demonstration: 'Demonstration',
		undrawn: 'No position to draw'
	},
	trouble: {
		picture:
			'This device cannot show the interactive map. Here is a picture with the same content; the list works in full.',
		base: 'The chosen base map cannot be reached; the drawn one is shown instead.',
		points: 'The places could not be fetched. Reload to try again; the list still works.',
		loading: 'Loading the interactive map'
	},
	gestures: {
		windows: 'Hold Ctrl and scroll to zoom the map',
		mac: 'Hold ⌘ and scroll to zoom the map',
		mobile: 'Use two fingers to move the map'
	},
	print: { title: 'Integrity culture map', at: (address) => `Address: ${address}` }
};
