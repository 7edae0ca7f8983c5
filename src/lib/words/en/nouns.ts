import type { Words } from '..';

export const nouns: Words['nouns'] = {
	figure: { derived: 'Derived', asOf: (when) => `Date of the figure: ${when}` },
	kind: {
		site: 'Culture site',
		unit: 'Integrity unit',
		venue: 'Venue',
		service: 'Service point'
	},
	kindShort: { site: 'Site', unit: 'Unit', venue: 'Venue', service: 'Service point' },
	category: {
		office: 'Government office',
		'state-enterprise': 'State-owned enterprise',
		'private-enterprise': 'Private enterprise',
		village: 'Village or community',
		school: 'School',
		hospital: 'Hospital',
		transport: 'Transport',
		culture: 'Culture'
	},
	level: {
		national: 'National',
		province: 'Province',
		city: 'City',
		district: 'District',
		town: 'Town'
	},
	precision: {
		exact: 'Exact position',
		village: 'Position of the village',
		town: 'Position of the town',
		district: 'Position of the district',
		unknown: 'Position unknown'
	},
	access: {
		'step-free': 'Step-free entrance',
		toilet: 'Accessible toilet',
		parking: 'Accessible parking',
		lift: 'Lift',
		'hearing-loop': 'Hearing loop',
		'guide-dogs': 'Guide dogs welcome',
		seating: 'Seats to rest',
		'large-print': 'Large-print material'
	},
	mode: { walk: 'On foot', cycle: 'By bicycle', drive: 'By car', mixed: 'Several ways' },
	direction: {
		n: 'north',
		ne: 'north-east',
		e: 'east',
		se: 'south-east',
		s: 'south',
		sw: 'south-west',
		w: 'west',
		nw: 'north-west'
	},
	weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
	trail: 'Trail',
	town: 'Town',
	honour: 'Honour',
	positionUnverified: 'Position to be verified',
	synthetic: 'Synthetic data for tests',
	metres: (metres) =>
		metres < 1000
			? `${Math.max(10, Math.round(metres / 10) * 10)} m`
			: `${Number((metres / 1000).toFixed(metres < 10_000 ? 1 : 0))} km`,
	minutes: (minutes) =>
		minutes < 60
			? `${minutes} min`
			: `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`
};
