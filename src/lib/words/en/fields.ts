import type * as zh from '../zh/fields';
import { nouns } from './nouns';

const slug = {
	label: 'Address name',
	hint: 'Lower-case letters, digits and hyphens, such as liangzhu-hall. Keep it once published.'
};
const summary = { label: 'Summary', hint: 'One or two sentences, shown in lists and when shared.' };
const sources = { label: 'Sources', hint: 'Everything said needs one; several are possible.' };

export const fields: typeof zh.fields = {
	places: {
		name: { label: 'Name' },
		slug,
		kind: { label: 'Kind' },
		category: { label: 'Unit category', hint: 'Only for integrity units.' },
		level: { label: 'Level' },
		summary,
		story: { label: 'Story', hint: 'Leave an empty line between paragraphs.' },
		tags: { label: 'Tags', hint: 'Up to 12.' },
		town: { label: 'Town' },
		position: {
			label: 'Position',
			hint: 'Pick it on the map, search, or paste coordinates. Leave it empty without a reliable source.'
		},
		address: { label: 'Address' },
		transport: { label: 'Getting there' },
		phone: { label: 'Phone', hint: 'The published office number only, never a private one.' },
		week: { label: 'Weekly opening hours', hint: 'Leave empty when not published.' },
		days: { label: 'Exceptions', hint: 'Holidays and changes; they overrule the week.' },
		access: { label: 'Accessibility', hint: 'Yes, no, or not published.' },
		media: { label: 'Pictures and recordings', hint: 'Every picture needs alternative text.' },
		sources
	},
	trails: {
		name: { label: 'Name' },
		slug,
		theme: { label: 'Theme' },
		corridor: { label: 'Corridor' },
		summary,
		story: { label: 'Story', hint: 'Leave an empty line between paragraphs.' },
		demonstration: {
			label: 'Demonstration trail',
			hint: 'Made of real places, but not officially published.'
		},
		stops: { label: 'Stops', hint: 'In walking order; a stop refers to a place, never copies it.' },
		line: { label: 'Line', hint: 'Draw it on the map; it snaps to the stops.' },
		mode: { label: 'Travelled' },
		length: { label: 'Length' },
		minutes: { label: 'Duration' },
		declaredStops: {
			label: 'Declared stops',
			hint: 'The officially published number, shown beside what is recorded.'
		},
		sources
	},
	honours: {
		title: { label: 'Title' },
		place: { label: 'Given to' },
		form: { label: 'Form' },
		level: { label: 'Level' },
		issuer: { label: 'Issuing body' },
		issuerRank: {
			label: 'Rank of the body',
			hint: 'Only province-level bodies and city or county committees and governments may name.'
		},
		documentNumber: { label: 'Document number' },
		date: { label: 'Date', hint: 'The year alone, or year and month, will do.' },
		validUntil: { label: 'Valid until' },
		source: { label: 'Source' }
	},
	articles: {
		title: { label: 'Title' },
		slug,
		kind: { label: 'Column' },
		originalTitle: {
			label: 'Original title',
			hint: 'Where a reposted article had a different one.'
		},
		summary,
		body: { label: 'Text' },
		place: { label: 'Place' },
		source: { label: 'Source' },
		sourceName: {
			label: 'Name of the source',
			hint: 'For one that is not in the list of sources.'
		},
		sourceUrl: { label: 'Link to the source', hint: 'The whole address, beginning with https://.' },
		author: { label: 'Author', hint: 'A body or a byline; nothing else about a person.' },
		repost: { label: 'Repost' },
		pinned: { label: 'Pinned' }
	},
	documents: {
		title: { label: 'Title' },
		slug,
		number: { label: 'Document number' },
		issuer: { label: 'Issuing body' },
		date: { label: 'Date' },
		validity: { label: 'Validity' },
		validFrom: { label: 'In force from' },
		validUntil: { label: 'Valid until' },
		summary,
		body: { label: 'Text' },
		file: { label: 'File', hint: 'A PDF; its text can be searched.' },
		source: { label: 'Source' }
	},
	pages: {
		title: { label: 'Title' },
		slug,
		summary,
		body: { label: 'Text' }
	},
	bases: {
		name: { label: 'Name' },
		slug,
		kind: { label: 'Kind of base' },
		config: { label: 'How it is drawn' },
		minZoom: { label: 'Lowest zoom' },
		maxZoom: { label: 'Highest zoom' },
		position: { label: 'Order', hint: 'Smaller numbers come first.' },
		declaresBoundaries: {
			label: 'Draws administrative boundaries',
			hint: 'Then it needs an approval number before it is published.'
		},
		approvalNumber: {
			label: 'Approval number (审图号)',
			hint: 'Such as GS(2024)0650号 or 浙S(2023)12号.'
		},
		attribution: { label: 'Attribution' },
		notice: {
			label: 'Notice on the map',
			hint: 'For instance that it is a sketch, not a survey map.'
		}
	}
};

export const groups: typeof zh.groups = {
	what: 'Basics',
	where: 'Where',
	visit: 'Visiting',
	look: 'Pictures',
	way: 'The way',
	text: 'Text',
	map: 'Drawing',
	proof: 'Sources and proof'
};

const { kind, category, level, access, mode } = nouns;

export const options: typeof zh.options = {
	places: { kind, category, level, access },
	trails: { mode },
	honours: {
		form: { honour: 'Honour', naming: 'Naming' },
		level,
		issuerRank: {
			province: 'Province',
			city: 'City',
			county: 'County or district',
			town: 'Town',
			department: 'Department'
		}
	},
	articles: {
		kind: { news: 'News', story: 'Story', notice: 'Notice', study: 'Study', site: 'This site' }
	},
	documents: {
		validity: {
			'in-force': 'In force',
			amended: 'Amended',
			repealed: 'Repealed',
			unknown: 'Not stated'
		}
	},
	bases: {
		kind: {
			illustrated: 'Illustrated map',
			painting: 'Painting',
			approved: 'Approved map',
			live: 'Live map'
		}
	}
};

export const units: typeof zh.units = { m: 'm', min: 'min' };
