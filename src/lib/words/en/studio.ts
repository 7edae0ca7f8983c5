import type { studio as zh } from '../zh/studio';
import { lists } from './lists';

const count = (n: number) => n.toLocaleString('en-GB');
const things = (n: number) => (n === 1 ? '1 item' : `${count(n)} items`);

export const studio: typeof zh = {
	name: 'Studio',
	title: (page) => `${page} · Studio`,
	skip: 'Skip to content',
	menu: 'Rooms',
	close: 'Close',
	toPublic: 'Public site',
	account: 'My account',
	signOut: 'Sign out',
	reading: 'Reading',
	crumbs: 'You are here',
	waiting: (n) => `${things(n)} waiting for you`,
	room: {
		home: 'Today',
		places: 'Places',
		units: 'Integrity units',
		trails: 'Trails',
		series: 'Series',
		events: 'Events',
		honours: 'Honours',
		articles: 'Articles',
		documents: 'Documents',
		pages: 'Pages',
		bases: 'Base maps',
		media: 'Media',
		contests: 'Contests',
		entries: 'Entries',
		judging: 'Judging',
		recommendations: 'Recommendations',
		films: 'Film processing',
		review: 'Review',
		corrections: 'Corrections',
		visits: 'Visits',
		venues: 'Venue requests',
		calendar: 'Calendar',
		attendance: 'Attendance',
		import: 'Import',
		stamps: 'Stamps',
		health: 'Content health',
		settings: 'Settings',
		menus: 'Menus',
		words: 'Word list',
		people: 'People',
		outbox: 'Outbox',
		audit: 'Audit trail'
	},
	roomGroup: { work: 'Daily work', content: 'Content', contest: 'Contests', office: 'Office' },
	state: {
		draft: 'Draft',
		review: 'In review',
		scheduled: 'Scheduled',
		published: 'Published',
		withdrawn: 'Withdrawn',
		expired: 'Expired'
	},
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
	create: (noun) => `New ${noun}`,

	home: {
		title: 'Today',
		hello: (name) => `Hello, ${name}`,
		calm: 'Nothing is waiting for you.',
		contest: {
			title: 'Waiting in the contests',
			of: {
				check: 'entries to check',
				overdue: 'returned, correction overdue',
				films: 'film jobs failed',
				messages: 'messages to answer',
				erasures: 'requests for deletion',
				lateErasures: 'requests for deletion overdue'
			}
		},
		visits: {
			title: 'Visits',
			of: {
				asked: 'requests wait for a time',
				venues: 'venue requests wait for your answer',
				unmarked: 'visits to be marked'
			}
		},
		returned: 'Sent back to you',
		toReview: 'For you to review',
		drafts: 'Your drafts',
		unsaved: 'What you began and did not save',
		scheduled: 'To be published soon',
		expiring: 'To expire soon',
		recent: 'Recent changes',
		health: 'Content health',
		healthLead: 'See what is empty or stale, and which places still need a checked position.',
		corrections: (n) =>
			n === 1 ? '1 correction from the public is open' : `${count(n)} corrections are open`,
		all: (n) => `All ${count(n)}`,
		none: 'No changes yet.',
		by: (name) => name,
		portal: 'The portal',
		at: (time) => `Published ${time}`,
		until: (time) => `Expires ${time}`,
		start: 'Make something new'
	},

	...lists,

	palette: {
		title: 'Go to',
		button: 'Find or go to',
		label: 'Room, thing or action',
		hint: 'Type a name, pinyin or initials',
		rooms: 'Rooms',
		actions: 'Actions',
		things: 'Things',
		recent: 'Changed by you lately',
		none: 'Nothing found.',
		count: (n) => (n === 1 ? '1 result' : `${n} results`),
		keys: 'Arrow keys choose, Enter opens, Esc closes',
		find: 'Find'
	},

	shortcuts: {
		title: 'Keyboard shortcuts',
		open: 'Shortcuts',
		everywhere: 'Everywhere',
		inLists: 'In lists',
		palette: 'Find or go anywhere',
		help: 'Show this table',
		down: 'Next row',
		up: 'Previous row',
		select: 'Select this row',
		enter: 'Open this row',
		search: 'Go to the search field',
		create: 'Make a new one',
		nextPage: 'Next page',
		previousPage: 'Previous page',
		or: 'or'
	},

	corrections: {
		title: 'Corrections',
		lead: 'What the public reported on pages of places. Nothing about the sender is kept.',
		open: 'Open',
		done: 'Done',
		evidence: 'Evidence',
		reference: (number) => `No. ${number}`,
		edit: 'Edit the place',
		markDone: 'Mark as done',
		reopen: 'Open again',
		doneBy: (name, at) => `${name}, ${at}`,
		none: 'No correction is open.',
		noneDone: 'No correction has been dealt with yet.',
		missing: 'This correction is gone.'
	}
};
