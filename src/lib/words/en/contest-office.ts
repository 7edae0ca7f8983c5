// long because every page on which an edition is set up speaks with these words
import type { office as zh } from '../zh/contest-office';
import { contestChecks } from './contest-checks';
import { contestFields } from './contest-fields';

const count = (n: number) => n.toLocaleString('en-GB');
const many = (n: number, one: string, more = `${one}s`) => `${count(n)} ${n === 1 ? one : more}`;

export const office: typeof zh = {
	title: 'Contests',
	lead: 'Set up contests and their editions, write the plan, check it and publish it. Everything can be changed without a developer.',
	newContest: 'New contest',
	noContests: 'There is no contest yet.',
	openPublic: 'Open the public page',
	kinds: { film: 'Films', speech: 'Speeches' },
	states: { draft: 'In preparation', published: 'Published', archived: 'Archived' },
	phases: {
		before: 'Not open yet',
		open: 'Open',
		grace: 'Grace',
		correction: 'Corrections',
		judging: 'Judging',
		notice: 'Public notice',
		over: 'Over'
	},
	columns: {
		edition: 'Edition',
		state: 'State',
		period: 'Open',
		entries: 'Entries',
		left: 'Time left'
	},
	period: (from, until) => `${from} to ${until}`,
	noDates: 'No dates yet',
	submitted: (n) => many(n, 'entry', 'entries'),
	drafts: (n) => `and ${many(n, 'draft')}`,
	published: 'As published',
	notFound: 'No published number was found',
	daysLeft: (n) => (n > 0 ? `closes in ${many(n, 'day')}` : 'closes today'),
	opensIn: (n) => (n > 0 ? `opens in ${many(n, 'day')}` : 'opens today'),
	noEditions: 'No edition yet.',
	newEdition: 'New edition',
	hidden: 'Not public',
	contest: {
		edit: 'Name and description',
		new: 'New contest',
		newLead: 'Say what the contest is; its editions are made in it afterwards.',
		title: 'Name',
		about: 'Description',
		slug: 'Name in addresses',
		slugHint: 'Small letters, digits and hyphens, such as yucong-cup. Stays once it is public.',
		kind: 'What is judged',
		shown: 'Shown on the public site',
		shownHint: 'Switched on by itself when an edition is published.',
		editions: 'Editions'
	},
	edition: {
		new: 'New edition',
		newLead:
			'The shortest way is to copy the last one: categories, rules and statements come along, dates and the call are written anew.',
		title: 'Name of the edition',
		titleExample: (n) => `第${n}届`,
		titleExampleEn: (n) => `Edition ${n}`,
		ordinal: 'Which edition',
		ordinalHint: 'A number; it stands in entry numbers and statistics.',
		slug: 'Name in addresses',
		slugHint: 'Usually the number of the edition, such as 7. Stays once it is published.',
		from: 'Begin with',
		copy: (title) => `a copy of the plan of “${title}”`,
		fresh: 'the usual plan, to be filled in',
		past: 'one that is over: only published numbers are kept',
		dates: 'Copied dates',
		moves: { year: 'move all by one year', clear: 'clear them' },
		make: 'Create',
		facts: 'Name and address',
		remove: 'Delete this edition',
		removeLead:
			'An edition in preparation that nobody has entered can be deleted. This cannot be undone.',
		removeSure: 'I want it deleted',
		archive: 'Archive',
		archiveLead:
			'After the close and the results. The plan can then no longer be changed; the public still sees it.',
		archiveSure: 'I want it archived'
	},
	tabs: {
		overview: 'Overview',
		figures: 'Published numbers',
		codes: 'Late codes',
		preview: 'Preview',
		versions: 'Versions'
	},
	sections: {
		call: {
			title: 'The call',
			lead: 'What the public reads on the page of the call. Chinese is required, English is wanted.'
		},
		categories: {
			title: 'Categories',
			lead: 'The kinds of entries. Length, size, format and materials of each are on its own page.'
		},
		form: {
			title: 'Entry form',
			lead: 'Crew roles, uses of AI and questions of your own that entrants answer.'
		},
		channels: {
			title: 'Channels',
			lead: 'How persons and units enter, who recommends entries of units, and how many.'
		},
		statements: {
			title: 'Statements',
			lead: 'Texts entrants read and agree to. After publishing, a changed text is a new version; earlier agreements keep the old words.'
		},
		dates: {
			title: 'Dates',
			lead: 'All in the time of China. The server’s clock decides, never the entrant’s.'
		},
		numbering: {
			title: 'Numbers',
			lead: 'An entry gets its number when it is first submitted; it stays and is never given again.'
		},
		keeping: {
			title: 'Keeping and showing',
			lead: 'How long personal data is kept, whether films are shown, how much one account may upload.'
		}
	},
	limits: 'Rules and materials',
	limitsOf: (title) => `${title}: rules and materials`,
	toCategories: 'Back to the categories',
	save: 'Save',
	saved: (version) => `Saved as version ${version}.`,
	unchanged: 'Nothing was changed, so nothing was saved.',
	problems: (n) =>
		n === 1
			? 'One thing needs mending; nothing was saved yet:'
			: `${n} things need mending; nothing was saved yet:`,
	unsaved: 'There are changes that are not saved.',
	leaveSure: 'There are changes that are not saved. Leave all the same?',
	why: 'Reason for the change',
	whyDates:
		'This edition is published. Say why its dates move; the reason is shown on the page of the call.',
	whyLimits: 'This category has entries. Say why its rules change; the reason is kept.',
	conflict: {
		title: 'Somebody else just changed this page',
		lead: (who, version) =>
			`While you were editing, ${who} saved this page (version ${version}). All you typed is still below. What differs:`,
		somebody: 'a colleague',
		theirs: 'Saved now',
		mine: 'Typed by you',
		none: 'Both say the same; just save.',
		keep: 'Press “Save” once more to keep yours; to take what is saved now, open the page anew.',
		reopen: 'Drop mine, open anew'
	},
	rows: {
		up: (what) => `Move up: ${what}`,
		down: (what) => `Move down: ${what}`,
		remove: (what) => `Delete: ${what}`,
		removed: 'A row was deleted; it counts once you save.',
		full: (max) => `At most ${max} rows.`,
		empty: 'None yet.'
	},
	tongue: { zh: 'Chinese', en: 'English' },
	optional: '(optional)',
	day: 'Day',
	time: 'Time',
	everyCategory: 'None ticked: asked in every category.',
	warns: { lead: 'If not met', fail: 'Refuse', warn: 'Only warn' },
	count: (length, max) => `${length} / ${max}`,
	presets: 'Usual',
	field: contestFields,
	check: contestChecks,
	checkList: {
		title: 'Before publishing',
		stops: (n) => `${many(n, 'thing')} must be added before it can be published.`,
		ready: 'Everything required is there; it can be published.',
		stop: 'Must be added',
		warn: 'Look again',
		mend: 'Mend it',
		clean: 'Nothing to warn of.',
		filled: 'Filled in',
		missing: (n) => `${n} missing`,
		warnings: (n) => many(n, 'warning')
	},
	list: (some) => some.join(', '),
	noted: (name, note) => `${name} (${note})`,
	gist: {
		category: (title, code, film) => `${title} (${code}): ${film}`,
		title: 'The plan in short',
		change: 'Change',
		empty: 'Not filled in yet',
		film: (length, size) => `${length}, up to ${size}`,
		upTo: (length) => `up to ${length}`,
		between: (from, until) => `${from} to ${until}`,
		anyLength: 'any length',
		noFilm: 'no film',
		roles: (n) => many(n, 'crew role'),
		questions: (n) => many(n, 'question'),
		ai: (n) => (n ? `${many(n, 'use')} of AI to declare` : 'AI is not asked for'),
		person: (n) => (n === null ? 'Persons, any number' : `Persons, at most ${n} each`),
		unit: (chain) => (chain ? `Units, recommended by ${chain}` : 'Units, directly'),
		grace: (n) => (n ? `${n} minutes of grace` : 'no grace'),
		correct: (at) => `corrections until ${at}`,
		results: (at) => `results ${at}`
	},
	publish: {
		title: 'Publish',
		lead: 'Once published, the call is public, and entries open at the opening date.',
		ask: 'Publish this edition …',
		sure: 'Yes, publish',
		sureLead: (title, from, until) =>
			`“${title}” will be published, open from ${from} to ${until}. Dates can move afterwards for a reason that is shown; categories with entries cannot be deleted.`,
		cancel: 'Not yet',
		done: 'Published. The page of the call is public now.',
		published: (at) => `Published ${at}`
	},
	numbers: {
		example: 'Examples',
		parts: 'Parts to choose from',
		part: {
			'{edition}': 'which edition',
			'{year}': 'year in which the call opens',
			'{category}': 'code of the category',
			'{channel}': 'G for persons, D for units',
			'{n:4}': 'running number of four digits'
		},
		within:
			'With the category’s code, each category counts from 1; without it, the whole edition does.'
	},
	codes: {
		lead: 'After the close an entry may come late for a reason, with a code: one code, one entry, all of it on record.',
		make: 'Make a code',
		reason: 'Reason',
		reasonHint: 'Such as: power cut, letter of the unit. Nothing private, please.',
		hours: 'Good for',
		hourOptions: { 24: '1 day', 48: '2 days', 72: '3 days', 168: '7 days', 720: '30 days' },
		made: 'The code is made',
		madeLead: 'It is shown this once. Copy it or write it down now; it is not kept.',
		copy: 'Copy',
		copied: 'Copied',
		until: (at) => `Good until ${at}`,
		none: 'No code was made yet.',
		columns: { code: 'Code', reason: 'Reason', until: 'Good until', by: 'Made by', state: 'State' },
		state: { open: 'Not used', used: 'Used', revoked: 'Taken back', expired: 'Expired' },
		usedAt: (at) => `used ${at}`,
		revoke: 'Take back',
		notYet: 'This edition is not published; codes are of no use yet.'
	},
	figures: {
		lead: 'Numbers that were published, each with its source; where none was found, that is said. Nothing is computed or filled in.',
		add: 'Add a number',
		key: 'Key',
		label: 'Name',
		value: 'Number',
		valueHint: 'Empty where none was found; then the note says so.',
		note: 'Note',
		source: 'Source',
		noSource: '(none)',
		save: 'Save the numbers',
		saved: 'The numbers are saved.'
	},
	preview: {
		lead: 'What the public and entrants will see, as saved now.',
		call: 'The call',
		form: 'Entry form',
		categories: 'Categories and rules',
		need: 'What you need',
		required: 'required',
		optional: 'optional',
		files: (n) => `${many(n, 'file')} at most`,
		each: (size) => `each up to ${size}`,
		dates: 'Dates',
		statements: 'Statements to agree to',
		guardianOnly: 'only where somebody under fourteen is of the crew',
		noText: 'The text of the call is not written yet.',
		number: 'A number',
		chooseCategory: 'Category',
		crew: 'Crew',
		atLeast: (n) => `at least ${n}`,
		ai: 'Use of AI',
		questions: 'Further questions',
		onlyOffice: 'seen by the office only',
		show: 'Public showing',
		never: 'Only the jury sees the films.',
		perEntry: 'Awarded films may be shown where the entrant chose so and the office confirmed each.'
	},
	versions: {
		lead: 'Every save is kept as a version: who changed what, and when.',
		number: (n) => `Version ${n}`,
		first: 'As it began',
		by: (who) => who,
		changed: 'Changed',
		show: 'Show changes',
		between: (a, b) => `From version ${a} to version ${b}`,
		before: 'Before',
		after: 'Now',
		none: 'Nothing changed.',
		why: (text) => `Reason: ${text}`,
		system: 'the portal'
	},
	refusal: {
		gone: () => 'This is no longer there; reload the page.',
		taken: () => 'Already in use; choose another.',
		missing: () => 'Please fill in.',
		double: () => 'The same as one before.',
		'bad-id': () => 'The key of this row is wrong; delete it and add it again.',
		'bad-slug': () => 'Small letters, digits and hyphens only, none at either end.',
		'bad-code': () => 'One to six letters or digits.',
		'bad-ratio': () => 'Write shapes as 16:9.',
		'choose-one': () => 'Choose at least one.',
		'unknown-field': () => 'The form held something unknown; reload the page and try again.',
		'too-long': ({ max }) => `Too long; at most ${max} characters.`,
		'too-many': ({ max }) => `Too many; at most ${max}.`,
		'too-large': ({ max }) => `Too large; at most ${max}.`,
		'too-small': ({ min }) => `Too small; at least ${min}.`,
		'too-few': () => 'There must be at least two options.',
		'not-readable': () => 'This could not be read; write it as the hint shows.',
		'less-than-least': () => 'The most is less than the least.',
		'before-what-precedes': () => 'This comes before what must precede it.',
		'one-film': () => 'A film is sent in here: the materials need exactly one of the kind “Film”.',
		'film-without-limits': () => 'No film is sent in here: no material may be of the kind “Film”.',
		'no-such-category': () => 'A category that no longer exists was chosen; tick again.',
		'one-count': () => 'A number needs its running part {n}, exactly once.',
		'unknown-part': () => 'A part in braces is unknown; choose from the list below.',
		'strange-sign': () => 'Besides the parts in braces only letters, digits and hyphens.',
		'category-has-entries': ({ id, n }) =>
			`“${id}” has ${n} entries (drafts included) and cannot be deleted. To take no more, close its channels.`,
		'code-in-numbers': ({ n }) => `The code stands in the numbers of ${n} entries and stays.`,
		'film-has-entries': ({ n }) => `There are ${n} entries; whether a film is sent in stays.`,
		'material-has-entries': ({ id, n }) =>
			`Files may lie under “${id}” (${n} entries, drafts included): it keeps its kind and stays; it may become optional.`,
		'question-has-entries': ({ id, n }) =>
			`“${id}” may have been answered (${n} entries, drafts included): it keeps its kind and stays; it may become optional.`,
		'option-has-entries': ({ id, n }) =>
			`“${id}” may have been chosen (${n} entries, drafts included) and stays.`,
		'role-has-entries': ({ id, n }) =>
			`The role “${id}” may be in use (${n} entries, drafts included) and stays.`,
		'numbers-given': ({ n }) => `${n} numbers were given; this stays.`,
		'why-limits': ({ n }) => `This category has ${n} entries: say why its rules change.`,
		'why-dates': () => 'This edition is published: say why its dates move; the reason is shown.',
		'already-open': ({ n }) => `There are ${n} entries: it cannot open later any more.`,
		archived: () => 'This edition is archived and changes no more.',
		published: () => 'This edition is published already.',
		'not-published': () => 'This edition is not published.',
		'still-open': () => 'It is not closed yet and cannot be archived.',
		'has-entries': ({ n }) => `There are ${n} entries (drafts included); it cannot be deleted.`,
		'has-editions': () => 'Editions have plans already; this stays.',
		'address-published': () => 'The address is public and stays, or links people kept would break.',
		'edition-published': () => 'An edition is published; the contest cannot be hidden.',
		'changed-meanwhile': () => 'Somebody just changed the plan; check it once more.',
		'no-plan': () => 'That edition has no plan to copy.',
		'no-such-source': () => 'There is no such source.',
		'say-unknown': () => 'Without a number the note must say that none was found.',
		'code-used': () => 'An entry used this code; it cannot be taken back.',
		'not-sure': () => 'Tick the box first.'
	}
};
