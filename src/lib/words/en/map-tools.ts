import type { mapTools as zh } from '../zh/map-tools';

const number = (count: number) => count.toLocaleString('en-GB');

/** Words of the map’s own tools; loaded with the living map alone. */
export const mapTools: typeof zh = {
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
	near: {
		ask: 'Near me',
		asking: 'Finding you',
		stop: 'Stop sorting by distance',
		from: (count) => `The ${count.toLocaleString('en-GB')} nearest to you`,
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
	controls: {
		label: 'Map buttons',
		in: 'Zoom in',
		out: 'Zoom out',
		home: 'Whole map',
		keys: 'Keyboard help'
	},
	card: {
		label: 'Place card',
		details: 'Read more',
		close: 'Close the card',
		several: (count) => `${count.toLocaleString('en-GB')} places here`,
		severalNote: 'They share one point on the map.',
		openUntil: (time) => `Open until ${time}`,
		closedUntil: (day, time) => `Closed now; opens ${day} at ${time}`,
		closed: 'Closed now',
		position: 'Position',
		stop: (number) => `stop ${number}`,
		loading: 'Fetching this place',
		failed: 'This place could not be fetched; its own page may still open.'
	},
	views: { label: 'Show as', map: 'Map', list: 'List' },
	trails: {
		title: 'Trails',
		on: 'Draw the trails on the map',
		off: 'Hide the trails on the map',
		stops: (recorded, declared) =>
			declared === null
				? `${number(recorded)} stops`
				: `${number(declared)} stops declared, ${number(recorded)} recorded`,
		follow: 'Show this trail',
		hide: 'Stop showing only this trail',
		demonstration: 'Demonstration',
		undrawn: 'No position to draw'
	},
	events: {
		title: 'Events',
		choice: { today: 'Today', week: 'This week' },
		dates: (count) => (count === 1 ? '1 date' : `${number(count)} dates`),
		off: 'Hide events',
		heading: { today: 'Events today', week: 'Events this week' },
		total: (total, places) =>
			`${total === 1 ? '1 date' : `${number(total)} dates`}, ${places === 1 ? '1 place' : `${number(places)} places`} marked on the map`,
		none: {
			today: 'Nothing takes place today. See this week, or all events.',
			week: 'Nothing takes place this week. All events include later dates.'
		},
		all: 'All events',
		more: (count) => `${number(count)} more in the list of events`,
		narrowed: 'Only events that match your choice are shown.',
		everyKind: 'Show all',
		at: (place, count) => `${place}: ${count === 1 ? '1 event' : `${number(count)} events`}`,
		note: (count) => (count === 1 ? '1 event' : `${number(count)} events`),
		here: { today: 'Here today', week: 'Here this week' },
		noPlace: 'Place not announced',
		undrawn: 'not on the map',
		standing: { postponed: 'Postponed', cancelled: 'Cancelled' },
		demonstration: 'Demonstration',
		span: 'exact day not announced'
	},
	trouble: {
		picture:
			'This device cannot show the interactive map. Here is a picture with the same content; the list works in full.',
		base: 'The chosen base map cannot be reached; the drawn one is shown instead.',
		points: 'The places could not be fetched. Reload to try again; the list still works.'
	},
	gestures: {
		windows: 'Hold Ctrl and scroll to zoom the map',
		mac: 'Hold ⌘ and scroll to zoom the map',
		mobile: 'Use two fingers to move the map'
	},
	bases: { label: 'Base map', current: (name) => `Base map: ${name}` }
};
