import type { map as zh } from '../zh/map';

const number = (count: number) => count.toLocaleString('en-GB');
const places = (count: number) => (count === 1 ? '1 place' : `${number(count)} places`);

export const map: typeof zh = {
	title: 'Integrity culture map',
	description:
		'Culture sites, integrity units, venues, service points and trails of Yuhang, on a map and as a list.',
	label: 'Yuhang integrity culture map',
	pictureLabel: 'Drawn map of Yuhang',
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
	card: {
		label: 'Place card',
		details: 'Read more',
		close: 'Close the card',
		several: (count) => `${places(count)} here`,
		severalNote: 'They share one point on the map.',
		openUntil: (time) => `Open until ${time}`,
		closedUntil: (day, time) => `Closed now; opens ${day} at ${time}`,
		closed: 'Closed now',
		position: 'Position',
		stop: (number) => `stop ${number}`,
		loading: 'Fetching this place',
		failed: 'This place could not be fetched; its own page may still open.'
	},
	near: {
		ask: 'Near me',
		asking: 'Finding you',
		stop: 'Stop sorting by distance',
		from: (count) => `The ${number(count)} nearest to you`,
		private: 'Your position is used on this device only and never sent to this site.',
		rounded:
			'There are many places, so the server sorts them: the position sent is blurred to about a hundred metres and not kept.',
		denied:
			'Permission was not given. Allow location in your browser’s settings, or filter by town.',
		failed: 'No position was found. Try again later, or filter by town.',
		unsupported: 'This browser cannot find positions. Please filter by town.',
		far: 'You are far from Yuhang; distances are for orientation only.',
		here: 'Where you are'
	},
	share: {
		open: 'Share',
		title: 'Share this map',
		link: 'Link',
		copy: 'Copy the link',
		copied: 'Link copied',
		copyCode: 'Copy the code',
		codeCopied: 'Code copied',
		qr: 'Scan with a phone to open the same map',
		embed: 'Code for a web page',
		embedTitle: 'Yuhang integrity culture map',
		print: 'Print'
	},
	bases: { label: 'Base map', current: (name) => `Base map: ${name}` },
	controls: {
		label: 'Map buttons',
		in: 'Zoom in',
		out: 'Zoom out',
		home: 'Whole map',
		keys: 'Keyboard help',
		closeKeys: 'Close keyboard help'
	},
	keys: {
		title: 'The map by keyboard',
		lead: 'Move the focus to the map with Tab, then:',
		rows: [
			['↑ ↓ ← →', 'read out the nearest place that way'],
			['Enter', 'open the place just read'],
			['1 – 9', 'open the 1st to 9th place of the list'],
			['+ −', 'zoom in, zoom out'],
			['Shift + ↑ ↓ ← →', 'move the map'],
			['0', 'whole map'],
			['Esc', 'close the card']
		]
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
