import type { exported as zh } from '../zh/exported';

export const exported: typeof zh = {
	fileName: (noun) => `liantu-${noun}`,
	sheets: { table: 'Content', about: 'About' },
	column: {
		id: 'Id',
		slug: 'Slug',
		state: 'State',
		live: 'Public',
		version: 'Version',
		updated: 'Changed',
		by: 'Changed by',
		page: 'Where to edit'
	},
	english: (label) => `${label} EN`,
	position: {
		lon: 'Longitude (WGS-84)',
		lat: 'Latitude (WGS-84)',
		precision: 'Precision',
		datum: 'Original datum',
		verified: 'Position checked'
	},
	precision: {
		exact: 'exact',
		village: 'village',
		town: 'town',
		district: 'district',
		unknown: 'unknown'
	},
	datum: { wgs84: 'WGS-84', gcj02: 'GCJ-02 (Amap, Tencent)', bd09: 'BD-09 (Baidu)' },
	points: (count) => `line of ${count} points`,
	yes: 'yes',
	no: 'no',
	has: 'yes',
	lacks: 'no',
	closed: 'closed',
	verified: 'checked',
	unverified: 'to be checked',
	comma: '; ',
	about: {
		item: 'Item',
		content: 'Content',
		what: 'What',
		query: 'Filter',
		total: 'Rows',
		at: 'Made at',
		by: 'Exported by',
		notice: 'Notice'
	},
	notice:
		'A working table with content that is not published; do not pass it on. Positions are WGS-84.'
};
