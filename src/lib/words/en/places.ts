import type { Words } from '..';

export const places: Words['places'] = {
	title: 'Register of places',
	lead: 'Culture sites, integrity units, venues and service points, from the same data as the map. Every place names its sources; what could not be found says “not published”.',
	found: (total) => `${total.toLocaleString('en')} ${total === 1 ? 'place' : 'places'}`,
	drawn: (drawn) => `${drawn.toLocaleString('en')} of them on the map`,
	foundFor: (q, total) => `${total.toLocaleString('en')} found for “${q}”`,
	view: { label: 'Show as', cards: 'Cards', table: 'Table' },
	sort: {
		label: 'Order',
		options: { name: 'By name', town: 'By town', near: 'By distance', recent: 'Newest first' }
	},
	filters: {
		label: 'Filter',
		q: 'Name, pinyin or initials',
		apply: 'Show results'
	},
	onMap: 'See on the map',
	empty: {
		title: 'No place fits these filters',
		help: 'Leave out one filter, write it another way (pinyin and initials work too), or look at the whole register.',
		page: 'There is nothing on this page.',
		all: 'Show all',
		first: 'Back to the first page'
	},
	downloads: {
		label: 'Download this list',
		lead: 'A download holds exactly what the filters show, with sources and notes.',
		csv: 'CSV table',
		geojson: 'GeoJSON map data',
		xlsx: 'Excel table'
	},
	column: {
		name: 'Name',
		kind: 'Kind',
		town: 'Town',
		level: 'Level',
		position: 'Position',
		distance: 'Distance'
	},
	away: (distance) => `${distance} from you`,
	notDrawn: 'Not on the map',
	place: {
		facts: 'Facts',
		address: 'Address',
		town: 'Town',
		phone: 'Telephone',
		transport: 'Getting there',
		tags: 'Tags',
		hours: 'Opening hours',
		access: 'Accessibility',
		accessYes: 'yes',
		accessNo: 'no',
		accessUnknown: 'Not published. If you need assistance, please ask locally before you set out.',
		hoursUnknown: 'Not published. Please ask locally before you set out.',
		closed: 'Closed',
		openNow: (until) => `Open now, until ${until}`,
		closedNow: 'Closed now',
		opensAt: (day, time) => `opens ${day} ${time}`,
		today: 'today',
		day: 'Day',
		time: 'Hours',
		exceptions: 'Coming changes',
		story: 'Story',
		photos: 'Pictures',
		photoBy: (credit) => `Picture: ${credit}`,
		audio: 'Recordings',
		transcript: 'Transcript',
		panorama: 'Panorama',
		panoramaHelp:
			'Drag sideways, or focus it and press the left and right arrow keys, to look all around.',
		read: 'Read aloud',
		stop: 'Stop reading',
		onMap: 'See on the map',
		mapLabel: (name) => `Position of ${name} on the illustrated map`,
		position: {
			exact: 'The mark shows the actual position.',
			village: 'The mark shows the village, not the door.',
			town: 'The mark shows the town, not the door.',
			district: 'The mark shows the district, not the door.',
			unknown:
				'No position could be cited, so this place is in the register and not drawn on the map.'
		},
		accuracy: (metres) => `It may be off by about ${metres}.`,
		directions: {
			title: 'Directions',
			lead: 'The app you choose finds the way; you choose where to start.',
			to: (name) => `The destination is “${name}”.`,
			roughly: (name) =>
				`The exact spot is not published. These links lead to ${name}, not to the door.`,
			vendor: { amap: 'Amap', baidu: 'Baidu Maps', tencent: 'Tencent Maps', apple: 'Apple Maps' },
			opens: 'opens in a new window',
			district: 'Yuhang District',
			qr: 'Scan to carry this page on your phone',
			qrAlt: (name) => `QR code of the address of this page, ${name}`
		},
		near: 'Nearby',
		nearLead: (precise) =>
			precise
				? 'In order of straight-line distance.'
				: 'Some positions are approximate, and so are these distances and directions.',
		nearAt: (direction, distance) => `${distance} to the ${direction}`,
		same: 'At the same indicative position',
		trails: 'On these trails',
		stopNumber: (n) => `Stop ${n}`,
		demonstration: 'Demonstration trail',
		honours: 'Honours',
		honour: {
			level: 'Level',
			issuer: 'Issuing body',
			document: 'Document',
			date: 'Date',
			validUntil: 'Valid until',
			source: 'Source'
		},
		field: {
			'*': 'everything',
			name: 'name',
			category: 'kind of unit',
			kind: 'kind',
			town: 'town',
			address: 'address',
			position: 'position',
			level: 'level',
			summary: 'summary',
			story: 'story',
			hours: 'opening hours',
			phone: 'telephone',
			transport: 'getting there',
			access: 'accessibility',
			honour: 'honour',
			value: 'number'
		},
		updated: (day) => `Page updated ${day}`,
		wrong: 'Something wrong here?',
		correct: 'Tell us what is right'
	}
};
