import type { contests as zh } from '../zh/contests';

const count = (n: number) => n.toLocaleString('en-GB');
const plural = (n: number, one: string) => `${count(n)} ${one}${n === 1 ? '' : 's'}`;

/** Words of the public pages of contests. */
export const contests = {
	title: 'Contests',
	lead: 'Calls for works about integrity: what is asked for now, how to take part, and how many works earlier editions had.',
	verify: 'Check a certificate',
	none: 'No contest has been announced.',
	editions: 'Editions',
	editionsOf: (n) => plural(n, 'edition'),
	current: 'Going on now',
	seeCall: 'Read the call',
	enter: 'Take part',
	phase: {
		before: 'Not open yet',
		open: 'Open for entries',
		grace: 'Closed, finishing uploads',
		correction: 'Eligibility check, returned entries may be corrected',
		judging: 'Judging',
		notice: 'Public notice',
		over: 'Over'
	},
	archived: 'Earlier edition',
	opens: 'Opens',
	closes: 'Closes',
	closesAt: (when) => `Closes ${when}`,
	opensAt: (when) => `Opens ${when}`,
	closedAt: (when) => `Closed ${when}`,
	graceUntil: (when) =>
		`Entries whose film was uploading at the close may be submitted until ${when}`,
	correctUntil: 'Corrections until',
	noticeFrom: 'Public notice begins',
	noticeUntil: 'Public notice ends',
	resultsAt: 'Results',
	round: (title) => title,
	left: 'Left until it closes',
	leftToOpen: 'Left until it opens',
	days: 'days',
	hours: 'hours',
	minutes: 'min',
	seconds: 's',
	leftSpoken: (d, h, m) => `${plural(d, 'day')} ${plural(h, 'hour')} ${plural(m, 'minute')}`,
	serverClock: 'By the server’s clock (Beijing time)',
	call: 'The call',
	need: 'What you need',
	needLead:
		'Each category asks for something else. Your browser checks the film before it is sent and tells you at once what does not fit.',
	category: (title) => title,
	university: 'University division',
	channel: { person: 'Individuals', unit: 'Recommended by a unit' },
	channels: 'Ways to take part',
	personAbout: (n) =>
		n === null
			? 'Individuals enter by themselves.'
			: `Individuals enter by themselves, at most ${count(n)} each.`,
	unitAbout: (chain, n) =>
		`${chain ? `Works of units are recommended by ${chain}, one after the other` : 'Units enter by themselves'}${n === null ? '.' : `, at most ${count(n)} per unit.`}`,
	level: { town: 'town', district: 'district', city: 'city' },
	quota: (level, n) => `Each ${level} recommends at most ${count(n)}. `,
	limits: {
		length: 'Length',
		size: 'File size',
		container: 'File type',
		codecs: 'Codecs',
		resolution: 'Picture size',
		ratio: 'Aspect ratio',
		rate: 'Frame rate',
		subtitles: 'Subtitles',
		sound: 'Sound'
	},
	lengthBetween: (from, to) =>
		from && to ? `${from} to ${to}` : to ? `at most ${to}` : `at least ${from}`,
	minutesText: (m, s) =>
		[m ? `${m} min` : '', s ? `${s} s` : ''].filter(Boolean).join(' ') || '0 s',
	sizeMost: (size) => `at most ${size}`,
	sides: (short, long) =>
		[short && `shorter side at least ${short} px`, long && `longer side at most ${long} px`]
			.filter(Boolean)
			.join(', '),
	rateBetween: (from, to) =>
		from && to
			? `${from}–${to} frames per second`
			: to
				? `at most ${to} frames per second`
				: `at least ${from} frames per second`,
	codecsText: (video, audio) => `picture ${video}${audio ? `; sound ${audio}` : ''}`,
	subtitle: {
		free: 'not asked for',
		file: 'as a file beside the film (SRT, VTT)',
		'file-or-burned-in': 'needed, in the picture or as a file'
	},
	soundNeeded: 'needed',
	materials: 'What to send',
	optional: 'optional',
	material: {
		film: 'Film',
		poster: 'Poster',
		stills: 'Stills',
		script: 'Script',
		form: 'Stamped form (PDF)',
		captions: 'Subtitles',
		file: 'Attachment'
	},
	atMost: (n) => `at most ${count(n)}`,
	checks: 'How works are checked',
	checksLead: 'Once before and once after the upload; you see both results.',
	checkSteps: [
		[
			'Before the upload',
			'Your browser reads length, picture size, file type and codecs and compares them with the category. What does not fit is said at once. The film does not leave your computer.'
		],
		[
			'During the upload',
			'When the line drops it goes on where it stopped, on another computer too. Every part is checked, and in the end the fingerprint of the whole file (SHA-256).'
		],
		[
			'After the upload',
			'The server checks that the film is whole and really a film, looks for black picture, silence and loudness, and for films that are the same or nearly so.'
		],
		[
			'Eligibility',
			'The office compares form, materials and checks. What needs correcting comes back to you with reasons and a date.'
		]
	],
	dates: 'Dates',
	notSet: 'to be announced',
	statements: 'Statements',
	statementsLead: 'Who submits agrees to these statements. Open one to read it in full.',
	requiredStatement: 'required',
	guardianStatement: 'by a guardian, for anybody under fourteen',
	ai: 'Use of AI is declared',
	aiLead: 'It may be used; say what for. It is labelled when the work is shown.',
	aiKind: {
		script: 'script',
		picture: 'pictures',
		video: 'video',
		voice: 'voices',
		music: 'music',
		face: 'faces, digital humans',
		translation: 'subtitles translated',
		other: 'other'
	},
	downloads: 'Downloads',
	calendar: 'Dates for your calendar (ICS)',
	form: 'Entry form (PDF, to print and stamp)',
	changes: 'Dates were changed',
	change: (when, why) => `Changed ${when}${why ? `: ${why}` : ''}`,
	changed: (what, from, to) => `${what}: ${from} became ${to}`,
	showing: {
		never: 'Works are seen by the jury only and not shown to the public.',
		'per-entry':
			'Works are seen by the jury only. After the results, those are shown whose authors and organizers agree.'
	},
	archive: 'Earlier editions',
	chartTitle: 'Entries per edition',
	edition: 'Edition',
	entries: 'Entries',
	unknown: 'not found',
	asTable: 'Show the numbers',
	figures: 'Published figures',
	parts: 'On this page',
	source: 'Source',
	winners: 'Winners',
	stand: { notice: 'See the public notice', results: 'See the results' },
	winnersUnknown:
		'No published list of winners was found. It will be added, with its source, when one is.',
	noPlan: 'Only published figures are recorded of this edition.',
	calendarName: (contest, edition) => `${contest}, ${edition}`,
	calendarEvent: (contest, what) => `${contest}: ${what}`
} satisfies typeof zh;
