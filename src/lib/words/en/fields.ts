// Long because it names every field of every noun in one table.
import type * as zh from '../zh/fields';
import { happenings } from './happenings';
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
	series: {
		title: { label: 'Title' },
		slug,
		kind: { label: 'Kind' },
		theme: { label: 'Theme' },
		summary,
		town: { label: 'Hosting town', hint: 'Leave empty for the whole district.' },
		demonstration: {
			label: 'Demonstration',
			hint: 'Shows what the portal can do; never took place.'
		},
		opensOn: { label: 'First day', hint: 'Leave empty when not published.' },
		closesOn: { label: 'Last day' },
		declaredDays: { label: 'Days declared', hint: 'As published; shown apart from the dates.' },
		chapters: { label: 'Chapters', hint: 'In order; events name their chapter in their own form.' },
		body: { label: 'About' },
		recap: { label: 'Looking back', hint: 'Written afterwards; may stay empty.' },
		album: { label: 'Pictures', hint: 'The first is the cover; each needs alternative text.' },
		sources
	},
	events: {
		title: { label: 'Title' },
		slug,
		type: { label: 'Type' },
		summary,
		series: { label: 'Series' },
		chapter: { label: 'Chapter', hint: 'The address name of a chapter of that series.' },
		demonstration: {
			label: 'Demonstration',
			hint: 'Shows what the portal can do; never took place.'
		},
		when: { label: 'When', hint: 'Say only what is known: minutes, days, or between which days.' },
		place: {
			label: 'Venue',
			hint: 'A place of the portal; its manager is asked when it is not yours.'
		},
		venueNote: { label: 'Where exactly', hint: 'Which hall, where to meet.' },
		town: { label: 'Town', hint: 'That of the venue when left empty.' },
		programme: { label: 'Programme', hint: 'Leave the time empty when not published.' },
		audiences: { label: 'For', hint: 'None chosen means everybody.' },
		languages: { label: 'Languages' },
		access: { label: 'Accessibility', hint: 'Yes, no, or not published.' },
		price: { label: 'Price', hint: '0 or empty when free.' },
		host: { label: 'Host' },
		organizer: { label: 'Organizer' },
		phone: { label: 'Phone', hint: 'The published office number only, never a private one.' },
		body: { label: 'About' },
		album: { label: 'Pictures', hint: 'The first is the cover; each needs alternative text.' },
		recap: { label: 'Looking back', hint: 'Written after the event.' },
		attendance: {
			label: 'Published attendance',
			hint: 'As published; check-ins are counted apart.'
		},
		article: { label: 'Report' },
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
	proof: 'Sources and proof',
	time: 'When and where',
	whom: 'For whom, by whom',
	after: 'Afterwards'
};

const { kind, category, level, access, mode } = nouns;

export const options: typeof zh.options = {
	places: { kind, category, level, access },
	trails: { mode },
	series: { kind: happenings.seriesKind },
	events: {
		type: happenings.type,
		audiences: happenings.audience,
		languages: happenings.language,
		access,
		'when.precision': happenings.precision,
		'when.days': happenings.days
	},
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

export const units: typeof zh.units = { m: 'm', min: 'min', yuan: 'yuan' };
