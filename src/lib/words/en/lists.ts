import type { lists as zh } from '../zh/lists';

const count = (n: number) => n.toLocaleString('en-GB');
const things = (n: number) => (n === 1 ? '1 item' : `${count(n)} items`);

export const lists: typeof zh = {
	list: {
		total: (n) => things(n),
		of: (from, to, total) => `${count(from)}–${count(to)} of ${count(total)}`,
		search: 'Search by name, pinyin or address name',
		find: 'Find',
		filters: 'Filters',
		apply: 'Apply filters',
		clear: 'Clear all conditions',
		remove: (name) => `Remove the condition “${name}”`,
		facet: { state: 'State', kind: 'Kind', category: 'Category', town: 'Town' },
		more: 'More conditions',
		none: 'Not filled in',
		live: 'Seen by the public',
		liveYes: 'Public',
		liveNo: 'Not public',
		mine: 'Last changed by me',
		newer: 'Newer version not published',
		trash: 'Trash',
		sort: 'Order',
		sorts: { updated: 'Changed', name: 'Name', state: 'State', kind: 'Kind' },
		sortWords: {
			'-updated': 'Newest change first',
			updated: 'Oldest change first',
			name: 'Name A to Z',
			'-name': 'Name Z to A',
			state: 'By state',
			'-state': 'By state, reversed',
			kind: 'By kind',
			'-kind': 'By kind, reversed'
		},
		ascending: 'ascending',
		descending: 'descending',
		column: {
			select: 'Select',
			title: 'Name',
			state: 'State',
			kind: 'Kind',
			town: 'Town',
			updated: 'Changed'
		},
		selectOne: (title) => `Select “${title}”`,
		selectAll: 'Select all on this page',
		selected: (n) => `${count(n)} selected`,
		selectedNone: 'Tick items to work on several at once',
		newerMark: 'Newer version',
		liveMark: 'Public',
		trashedAt: (time) => `In the trash since ${time}`,
		by: (name) => name,
		empty: 'Nothing meets these conditions.',
		emptyHelp: 'Remove a condition, or try another spelling (pinyin and initials work too).',
		nothing: (noun) => `There is no ${noun} yet.`,
		beyond: 'There is nothing on this page.',
		first: 'Back to the first page',
		export: 'Export',
		exportLead: 'Everything the present filter keeps; the export is recorded.',
		format: { xlsx: 'Excel workbook', csv: 'CSV table', geojson: 'GeoJSON map data' },
		loading: 'Looking',
		keys: 'Keyboard'
	},

	views: {
		title: 'Saved views',
		all: 'All',
		keep: 'Save these filters as a view',
		name: 'Name of the view',
		shared: 'Colleagues see it too',
		sharedMark: 'shared',
		save: 'Save',
		drop: (name) => `Delete the view “${name}”`,
		kept: 'The view is saved.',
		dropped: 'The view is deleted.',
		refusal: {
			required: 'Give it a name.',
			'too-long': 'A name has at most 60 characters.',
			'too-many': 'There are too many views; delete one you no longer use.',
			'not-yours': 'This view is not yours.',
			missing: 'This view is gone.'
		}
	},

	bulk: {
		label: 'Work on several',
		submit: 'Submit for review',
		withdraw: 'Withdraw',
		trash: 'Move to the trash',
		restore: 'Restore from the trash',
		reason: 'Reason for withdrawing',
		reasonHint: 'Needed for withdrawing; it is recorded.',
		choose: 'Tick what you want to work on first.',
		tooMany: (limit) => `At most ${limit} items at once.`,
		done: {
			submit: (n) => `Submitted ${things(n)} for review.`,
			withdraw: (n) => `Withdrew ${things(n)}.`,
			trash: (n) => `Moved ${things(n)} to the trash.`,
			restore: (n) => `Restored ${things(n)}.`
		},
		refused: (n) => `${things(n)} left as they were:`,
		why: {
			state: 'not possible in the present state',
			'not-live': 'the public does not see it anyway',
			'still-live': 'the public still sees it; withdraw it first',
			'in-trash': 'it is in the trash',
			'not-in-trash': 'it is not in the trash',
			'not-yours': 'your role does not allow it',
			'not-your-step': 'another role reviews this step',
			'own-work': 'it holds your own work; somebody else must review it',
			'step-done': 'you have reviewed one step already',
			stale: 'somebody just changed it; have a look',
			'reason-required': 'no reason was given',
			'comment-required': 'no comment was given',
			'too-long': 'the reason is too long',
			missing: 'it is gone',
			taken: 'its address name is used by another now',
			checks: 'checks did not pass; open it to see them',
			'venue-declined': 'the manager of its venue declined; open it to see',
			other: 'it did not pass; open it to see why'
		}
	}
};
