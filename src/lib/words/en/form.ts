import type * as zh from '../zh/form';

type Detail = Record<string, string | number>;

/** Long because it is one table of words. */
export const form: typeof zh.form = {
	noun: {
		places: 'place',
		trails: 'trail',
		series: 'series',
		events: 'event',
		honours: 'honour',
		articles: 'article',
		documents: 'document',
		pages: 'page',
		bases: 'base map'
	},
	createTitle: (noun) => `New ${noun}`,
	editTitle: (title) => `Edit “${title}”`,
	untitled: '(no name yet)',
	contents: 'Contents',
	/** Between names in a list. */
	and: ', ',
	problems: (count) => `${count} to correct`,
	required: 'required',
	changed: 'changed',
	tongue: { zh: 'Chinese', en: 'English' },
	count: (length, max) => `${length} / ${max}`,
	left: (over) => `${over} too many`,
	none: 'Not filled in',
	choose: 'Please choose',
	notStated: 'Not published',
	yes: 'Yes',
	no: 'No',
	onOff: { on: 'Yes', off: 'No' },

	save: 'Save',
	saveNew: 'Save as draft',
	saving: 'Saving …',
	saveFailed:
		'Not saved: no connection, or you were signed out. What you typed is still here; sign in in a new window and save again.',
	undo: 'Undo',
	redo: 'Redo',
	eventDesk: 'Dates, sign-ups, mails',
	history: 'Versions',
	keys: 'Ctrl+S saves, Ctrl+Z undoes, Ctrl+Shift+Z redoes',
	saved: (number) => `Saved as version ${number}.`,
	same: 'Nothing had changed, so no new version was made.',
	created: 'Saved as a draft. Submit it for review, beside the form, to show it to the public.',
	restored: (number) =>
		number
			? `The content of version ${number} is back, as a new draft.`
			: 'The first content is back, as a new draft.',
	taken: (fields) => `What somebody else changed meanwhile was merged in: ${fields}.`,
	version: (number) => (number ? `Version ${number}` : 'No version yet'),

	auto: {
		typing: 'Changes not saved',
		saving: 'Keeping your typing …',
		saved: (time) => `Typing kept at ${time}`,
		failed: 'Your typing could not be kept; trying again. Please leave this page open.',
		clean: 'No unsaved changes',
		found: (time) => `You have unsaved typing here from ${time}.`,
		foundOld: (version) =>
			`It was typed over version ${version}; a newer one has been saved since and will be merged.`,
		carryOn: 'Continue',
		discard: 'Discard',
		shown: 'This is what you typed last time and did not save.',
		leave: 'Some changes are not kept yet. Leave all the same?'
	},
	present: {
		here: (names) => `${names} also has this open.`,
		typing: (names) =>
			`${names} is changing the same thing. Saving merges field by field; nobody’s work is lost.`,
		newer: (number) => `Somebody has just saved version ${number}. It is merged when you save.`,
		see: 'See what changed'
	},
	closed: {
		'in-review':
			'This is in review and cannot be changed. Take it back first, or wait until it is sent back.',
		'in-trash': 'This is in the trash and cannot be changed.',
		'not-yours': 'You may read this, but not change it.'
	},

	problem: (count) =>
		`Not saved: ${count} ${count === 1 ? 'thing needs' : 'things need'} correcting. Everything you typed is still here.`,
	conflict: {
		title: 'Two versions of the same field',
		lead: (name, number) =>
			`While you were editing, ${name} saved version ${number}, which differs from yours below. Choose for each field, then save again. Everything you typed is still here.`,
		somebody: 'another editor',
		mine: 'Keep mine',
		theirs: 'Take theirs',
		both: 'I will edit it in the form below and save',
		minePart: 'Mine',
		theirsPart: 'Theirs',
		empty: '(empty)'
	},

	preview: {
		title: 'Preview',
		open: 'Preview',
		close: 'Close preview',
		tab: 'Open in a new window',
		mode: { normal: 'Desktop', elder: 'Elder', phone: 'Phone' },
		modeLabel: 'Preview as',
		frame: 'The page as the public will see it',
		note: 'This shows what you are typing, and only to you.',
		refresh: 'Refresh',
		notYet: 'No preview yet',
		notYetLead: 'Once these are filled in, the page can be shown.',
		none: 'This has no public page of its own, so there is nothing to preview.',
		back: 'Back to the form'
	},

	map: {
		point: 'Mark it on the map',
		path: 'Draw it on the map',
		painting: 'Fit its corners on the map',
		drawing: 'Draw on the map',
		close: 'Close the map',
		failed: 'The map could not be opened; please fill in the inputs below.'
	},
	position: {
		at: 'Coordinates',
		atHint: 'Longitude and latitude in any order: 119.98, 30.37 or 30°22′12″N 119°58′48″E',
		given: 'Taken from',
		datum: {
			wgs84: 'WGS-84 / CGCS2000 (Tianditu, GPS)',
			gcj02: 'GCJ-02 (Amap, Tencent)',
			bd09: 'BD-09 (Baidu)'
		},
		precision: 'Precise to',
		precisions: {
			exact: 'the door or spot',
			village: 'the village',
			town: 'the town',
			district: 'the district',
			unknown: 'not known'
		},
		accuracy: 'Accuracy (m)',
		verified: 'Checked on the spot or against the original record',
		verifiedShort: 'checked',
		unverified: 'not checked'
	},
	week: {
		hint: 'For instance 9-17, 09:00-11:30, 13:30-17:00 or 24h; empty means closed.',
		copyWeekdays: 'Monday to all weekdays',
		copyAll: 'Monday to every day',
		clear: 'Clear',
		sentence: 'As one sentence',
		sentenceHint: 'For instance: Mon-Fri 09:00-17:00; Sat 09:00-12:00',
		fill: 'Fill in',
		unreadable: 'That sentence could not be read; please fill in the days.',
		closed: 'closed'
	},
	days: {
		day: 'Day',
		hours: 'Hours (empty: closed all day)',
		zh: 'Reason (Chinese)',
		en: 'Reason (English)',
		add: 'Another day'
	},
	rows: {
		add: 'Another row',
		remove: (name) => `Remove ${name}`,
		up: (name) => `Move ${name} up`,
		down: (name) => `Move ${name} down`,
		order: 'Order',
		nth: (n) => `item ${n}`
	},
	stops: {
		place: 'Place',
		zh: 'Note on this stop (Chinese)',
		en: 'Note (English)',
		add: 'Another stop',
		nth: (n) => `Stop ${n}`
	},
	when: {
		precision: 'Known',
		from: 'Begins',
		to: 'Ends',
		fromDay: 'First day',
		toDay: 'Last day',
		repeat: 'Repeats',
		repeats: {
			'': 'Does not repeat',
			daily: 'Daily',
			weekly: 'Weekly',
			monthly: 'Monthly',
			yearly: 'Yearly',
			rule: 'By an RRULE'
		},
		every: 'Every how many days (weeks, months, years)',
		weekdays: 'On which days',
		nth: 'Which day of the month',
		nths: {
			'': 'The same date',
			'1': 'The first such weekday',
			'2': 'The second such weekday',
			'3': 'The third such weekday',
			'4': 'The fourth such weekday',
			'-1': 'The last such weekday'
		},
		count: 'How many times',
		until: 'Or until which day',
		rule: 'Rule (RFC 5545)',
		days: 'On holidays and make-up working days',
		except: 'Not on these days',
		exceptHint: 'Separated by blanks, such as 2026-10-01 2026-10-02',
		more: 'Further dates',
		add: 'Add a date',
		nthDate: (n: number) => `Further date ${n}`
	},
	records: {
		title: 'Title',
		'title.en': 'Title in English',
		slug: 'Address name',
		day: 'Day',
		summary: 'Summary',
		'summary.en': 'Summary in English',
		at: 'Time',
		who: 'Speaker or ensemble'
	},
	gallery: {
		asset: 'Id in the media library',
		zh: 'Alternative text: what it shows (Chinese)',
		en: 'Alternative text (English)',
		add: 'Another picture',
		nth: (n) => `Picture ${n}`,
		library: 'Open the media library'
	},
	path: { hint: 'GeoJSON coordinates, or one “longitude, latitude” per line.' },
	rich: {
		hint: 'An empty line begins a paragraph; “## ” a heading, “- ” a list item, **bold**, [text](address).'
	},
	tags: { add: 'Another tag', hint: 'Press Enter after each' },
	combo: {
		placeholder: 'Name, pinyin or initials',
		noScript: 'Full name or address name',
		searching: 'Searching …',
		nothing: 'Nothing found',
		found: (count) => `${count} found; choose with the arrow keys`,
		clear: 'Clear the choice',
		chosen: 'Chosen'
	},
	base: {
		source: 'Source',
		sources: {
			drawing: 'Our own drawing',
			picture: 'Picture placed by its corners',
			pmtiles: 'PMTiles file',
			tianditu: 'Tianditu',
			xyz: 'Tile service'
		},
		url: 'Address',
		tileSize: 'Tile size',
		layers: 'Layers',
		key: 'Key',
		picture: 'Picture',
		pictureHint:
			'With an id of the media library the address may stay empty; where both are given, the id counts.',
		ground: 'Drawn over',
		grounds: {
			'/base/yuhang.json': 'Our drawing of Yuhang',
			'/base/paper.json': 'Blank paper'
		} as Record<string, string>,
		corner: ['Top left', 'Top right', 'Bottom right', 'Bottom left']
	},
	slug: { propose: 'Make from the name' },

	refusal: {
		required: () => 'Please fill this in.',
		blank: () => 'Please write the text.',
		'too-long': ({ max, length }: Detail) => `Too long: at most ${max} characters, now ${length}.`,
		'too-short': ({ min }: Detail) => `Too short: at least ${min} characters.`,
		'too-many': ({ max, length }: Detail) => `Too many: at most ${max}, now ${length}.`,
		'too-few': ({ min }: Detail) => `Too few: at least ${min}.`,
		'too-large': ({ max }: Detail) => `Too large: at most ${max}.`,
		'too-small': ({ min }: Detail) => `Too small: at least ${min}.`,
		'not-a-number': () => 'Please write a number.',
		'not-whole': () => 'Please write a whole number.',
		'not-a-day': () => 'This is no day we can read, or there is no such day. Write 2026-11-22.',
		'not-a-slug': () => 'Lower-case letters, digits and hyphens only, such as liangzhu-hall.',
		'not-a-choice': () => 'Please choose one of those listed.',
		'not-a-line': () =>
			'The line could not be read: at least two points, as GeoJSON coordinates or one “longitude, latitude” per line.',
		'not-a-base': () => 'How the base is drawn is not complete.',
		'not-readable': () => 'This could not be read; please check how it is written.',
		'unknown-field': () => 'Something was sent that this form does not have; nothing was saved.',
		taken: () => 'This address name is in use already; please choose another.',
		fixed: () => 'This address name is referred to and can no longer be changed.',
		'no-such': ({ slug }: Detail) => `“${slug}” was not found.`,
		'outside-your-scope': () => 'This place lies outside of what you manage.',
		'not-yours': () => 'You may not change this.',
		'in-review': () =>
			'It is in review and was not saved. Take it back first, or wait until it is sent back.',
		'in-trash': () => 'It is in the trash and was not saved.',
		'no-such-version': () => 'The version you opened is gone; please open this page anew.',
		'changed-meanwhile': () => 'Somebody has just saved a newer version; please look at it first.',
		'ends-before-start': () => 'The end must be later than the beginning.',
		'never-ends': () => 'The repetition never ends: say how many times, or until which day.',
		'too-many-dates': ({ max }: Detail) => `Too many dates: an event has at most ${max}.`,
		'rule-too-far': ({ years }: Detail) =>
			`The repetition reaches too far: at most ${years} years.`,
		'no-such-rule': () =>
			'The rule cannot be read; write for example FREQ=WEEKLY;BYDAY=SA;COUNT=8.',
		'no-dates': () =>
			'No date is left; look at the repetition, the working days and the days without.',
		'not-for-days': () => 'What is only known to lie between days cannot repeat.',
		'no-such-day': ({ day }: Detail) =>
			day ? `There is no day “${day}”.` : 'There is no such day; write 2026-11-22.',
		'no-such-moment': () => 'There is no such moment; write 2026-11-22 14:30.',
		'too-long-time': ({ days }: Detail) => `At most ${days} days; longer ones are a series.`,
		'signed-up': ({ day, count }: Detail) =>
			`${count} sign-ups stand for ${day}. Cancel or postpone that date first, so that people are told.`,
		'category-only-for-units': () =>
			'Only integrity units have a category; change the kind or clear the category.',
		'closes-before-opens': () => 'It must close later than it opens.',
		'hours-overlap': () => 'The hours of one day overlap.',
		'hours-grammar': () => 'These hours could not be read; write 09:00-17:00.',
		'half-hours': () => 'Opening and closing time belong together.',
		'not-degrees': () => 'These coordinates could not be read; write 119.98, 30.37.',
		'out-of-range': () => 'These coordinates lie outside of the world.',
		swapped: () => 'Longitude and latitude seem to be swapped.',
		projected: () => 'These look like projected coordinates; please use degrees.',
		'null-island': () => 'The coordinates are 0, 0, which is hardly a real place.',
		'precision-missing': () => 'Please say how precise the position is.',
		'zoom-upside-down': () => 'The highest zoom cannot be below the lowest.',
		'zooms-inverted': () => 'The highest zoom cannot be below the lowest.',
		'boundaries-need-approval': () => 'A map with administrative boundaries needs its 审图号.',
		'approved-needs-approval': () => 'An approved map needs its 审图号.',
		'approval-malformed': () => 'This is no 审图号, such as GS(2024)0650号.',
		'source-unfit-for-kind': () => 'This kind of base cannot have this source.',
		'tianditu-layer-unknown': () => 'Tianditu has no such layer.',
		'corners-crossed': () =>
			'The corners are out of order: top left, top right, bottom right, bottom left.',
		'corners-outside-world': () => 'The corners lie outside of the world.',
		'picture-undrawable': () =>
			'A map cannot draw this picture: no SVG, TIFF, PDF, animation or broken file. Please use JPG, PNG, WebP or AVIF.',
		'picture-missing': () =>
			'There is no such picture. Choose one of the media library, or upload it there first.',
		'template-incomplete': () => 'The address must contain {z}, {x} and {y}.',
		'rich-deep': () => 'The lists in the text lie too deep in each other.',
		'rich-large': () => 'The text is too long; please divide it.'
	},
	wrong: 'Something is wrong here; it was not saved.',

	units: {
		metres: (metres) =>
			metres < 1000
				? `${metres < 10 ? Number(metres.toFixed(1)) : Math.round(metres)} m`
				: `${Number((metres / 1000).toFixed(2))} km`,
		points: (count) => `${count} points`
	}
};
