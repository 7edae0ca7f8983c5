import type { Words } from '..';

export const site: Words['site'] = {
	name: 'Liantu',
	district: 'Yuhang Integrity Culture Map',
	tagline: 'One map of the integrity culture around you',
	skip: 'Skip to content',
	menu: 'Menu',
	search: 'Search',
	signIn: 'Sign in',
	accountOf: (name) => `Account of ${name}`,
	searchLabel: 'Search sites, units, towns or trails',
	nav: {
		label: 'Main navigation',
		map: 'Map',
		places: 'Places',
		units: 'Units',
		trails: 'Trails',
		events: 'Events',
		contests: 'Contests',
		articles: 'News',
		about: 'About'
	},
	preferences: {
		label: 'Reading',
		elder: 'Large text',
		normal: 'Standard text',
		dark: 'Dark',
		light: 'Light',
		otherLanguage: '中文',
		otherLanguageTag: 'zh-CN'
	},
	crumbs: 'You are here',
	home: 'Home',
	footer: {
		label: 'About this site',
		sponsor: 'Published by',
		contact: 'Contact',
		icp: 'ICP registration',
		police: 'Public security registration',
		code: 'Website code',
		institution: 'Mark of a public body',
		mistakes: 'Report a mistake on a government site',
		documents: 'Documents',
		about: 'About this site',
		accessibility: 'Accessibility statement',
		feed: 'News feed',
		api: 'Open data',
		reports:
			'To report breaches of discipline or law by officials, call 12388 or use its website; this site neither accepts nor keeps such reports.'
	},
	colon: ': ',
	bracketed: (text) => ` (${text})`,
	copied: 'Copied',
	close: 'Close',
	more: 'More',
	all: 'All',
	back: 'Back',
	print: 'Print',
	loading: 'Loading',
	pager: {
		label: 'Pages',
		previous: 'Previous',
		next: 'Next',
		page: (page, pages) => `Page ${page} of ${pages}`
	},
	total: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'place' : 'places'}`,
	notPublished: 'Not published',
	source: 'Source',
	sources: 'Sources',
	updated: 'Updated'
};
