import type { downloads as zh } from '../zh/downloads';

export const downloads: typeof zh = {
	title: 'Liantu register of places',
	fileName: 'liantu-places',
	columns: {
		slug: 'Slug',
		name: 'Name',
		nameEn: 'Name EN',
		kind: 'Kind',
		category: 'Category',
		level: 'Level',
		town: 'Town',
		address: 'Address',
		addressEn: 'Address EN',
		summary: 'Summary',
		summaryEn: 'Summary EN',
		tags: 'Tags',
		lon: 'Longitude (WGS-84)',
		lat: 'Latitude (WGS-84)',
		precision: 'Precision',
		verified: 'Position verified',
		sources: 'Sources',
		licence: 'Licence',
		notice: 'Notice',
		page: 'Page'
	},
	precision: {
		exact: 'exact',
		village: 'village',
		town: 'town',
		district: 'district',
		unknown: 'unknown'
	},
	yes: 'yes',
	no: 'no',
	comma: '; ',
	stop: '; ',
	datum: 'positions are WGS-84; see the column “Precision”',
	licence:
		'Licences stand in the column “Licence”; where none is named, ask the source. Please name the source when you quote.',
	sheets: { table: 'Places', about: 'About' },
	about: {
		item: 'Item',
		content: 'Content',
		title: 'Title',
		query: 'Filter',
		total: 'Number',
		at: 'Made at',
		attribution: 'Provided by',
		notice: 'Base and positions',
		licence: 'Licence'
	}
};
