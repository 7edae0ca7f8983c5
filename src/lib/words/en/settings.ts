import type { settings as zh } from '../zh/settings';

type Detail = Record<string, string | number>;

export const settings: typeof zh = {
	title: 'Site settings',
	lead: 'They hold for the whole site; the public sees a change at once. Every change is recorded.',
	contents: 'On this page',
	zh: 'Chinese',
	en: 'English',
	on: 'On',
	save: 'Save this group',
	saved: 'Saved.',
	unchanged: 'Nothing has changed.',
	also: 'More settings',
	calendarLink: 'Working days',
	mailLink: 'Mail texts',
	menusLink: 'Menus',
	wordsLink: 'Word list',
	optional: 'Left empty, it is not shown',
	between: (min: number, max: number) => `A whole number from ${min} to ${max}`,
	usual: (value: string | number) => `Left empty: ${value}`,
	group: {
		brand: {
			title: 'Name and mark',
			lead: 'The name in the corner of every page and in search engines.'
		},
		footer: {
			title: 'Footer',
			lead: 'Sponsor, contact and registration numbers that government sites have to show.'
		},
		modules: {
			title: 'Parts of the site',
			lead: 'A part switched off leaves the menus and its addresses answer “not found”. Nothing is lost.'
		},
		review: {
			title: 'Review',
			lead: 'How many steps stand before anything becomes public, and how long they may take.'
		},
		health: {
			title: 'Content health',
			lead: 'Links within the site are always checked; other sites are asked only if you allow it.'
		},
		retention: {
			title: 'How long personal data is kept',
			lead: 'In days. Then it is deleted; the chain of the audit stays.'
		}
	},
	name: {
		'site.name': 'Name of the site',
		'site.district': 'Name of the district',
		'site.mark': 'Mark (number of a picture in the library)',
		'footer.sponsor': 'Sponsor',
		'footer.contact': 'Contact',
		'footer.icp': 'ICP number',
		'footer.police': 'Public security number',
		'footer.code': 'Government site code',
		'footer.institution': 'Link of the party and government mark',
		'footer.mistakes': 'Link of “find mistakes on government sites”',
		'security.contact': 'Contact for security problems',
		modules: 'Parts that are on',
		'review.steps': 'Steps of review',
		'review.days': 'Days after which a review is overdue',
		'health.days': 'Days after which a column counts as stale',
		'health.external': 'Check links to other sites',
		'retention.autosaves': 'Unsaved typing',
		'retention.outbox': 'Records of mails',
		'retention.audit': 'Names, e-mail and network addresses in the audit',
		'retention.corrections': 'Corrections that were dealt with',
		'retention.objections': 'Personal data in objections that were answered',
		'retention.unconfirmed': 'Accounts that never confirmed their address',
		'erasures.days': 'Answer to a request for deletion (working days)'
	},
	hint: {
		'footer.institution': 'Begins with https://',
		'footer.mistakes': 'Begins with https://',
		'security.contact': 'Begins with mailto:, tel: or https://; written into security.txt',
		'review.steps': '3 means first, second and final review; steps already passed stay passed',
		'health.external': 'The server then sends requests to other sites',
		'retention.audit': 'The law asks for six months at least'
	},
	module: {
		trails: 'Trails',
		articles: 'Articles',
		documents: 'Documents',
		events: 'Events',
		contests: 'Contests'
	},
	reason: {
		'chinese-first': () => 'Fill in the Chinese text first',
		'out-of-range': (d: Detail) => `Fill in a whole number from ${d.min} to ${d.max}`,
		malformed: () => 'This does not fit; see the note beside it',
		'changed-meanwhile': () =>
			'Somebody else has just changed this group. Below is what it says now; check it and fill in again',
		refused: () => 'Your account may not do this',
		'signed-out': () => 'You have been signed out; sign in in a new window, then save',
		'no-such': () => 'There is no such picture',
		'no-such-day': () => 'There is no such day; write it like 2027-02-10',
		'no-address': () => 'Fill in a path of this site (beginning with /) or an https:// address',
		'no-label': () => 'Fill in the Chinese name',
		'too-long': (d: Detail) => `${d.max} characters at most`,
		'too-many': (d: Detail) => `${d.max} at most`
	},
	calendar: {
		title: 'Working days',
		lead: 'Terms like “5 working days” follow this calendar: the published holiday notices first, then what you add here.',
		known: (year: number) => `Published notices are known up to ${year}.`,
		provisional: (year: number) =>
			`The notice for ${year} is not published or not entered: Monday to Friday count for now, and results are provisional.`,
		settled: (year: number) => `Your office has entered ${year} in full.`,
		year: (year: number) => `${year}`,
		day: 'Day',
		range: (first: string, last: string) => `${first} – ${last}`,
		weekday: (day: string, weekday: string) => `${weekday} ${day}`,
		days: (count: number) => `${count} days`,
		kind: 'Kind',
		works: 'Working',
		rests: 'Off',
		name: 'Name',
		source: 'Notice (number)',
		own: 'your office',
		add: 'Add a day',
		remove: 'Remove',
		settle: (year: number) => `${year} is entered in full`,
		unsettle: (year: number) => `${year} is not complete yet`,
		try: 'Try it',
		from: 'Starting on',
		count: 'Working days',
		answer: (day: string) => `until ${day}`,
		tentative: '(provisional)',
		none: 'No day of this year differs from a plain week.'
	},
	mail: {
		template: {
			confirm: 'Confirm the address',
			exists: 'Already registered',
			reset: 'New password',
			invite: 'Invitation',
			'email-change': 'New address',
			'password-changed': 'Password changed',
			'factor-changed': 'Second factor changed',
			'review-asked': 'Please review',
			'review-returned': 'Sent back',
			published: 'Published',
			'entry-received': 'Entry received',
			'entry-corrected': 'Correction received',
			'entry-invite': 'Invitation to an entry',
			'entry-message': 'New message',
			'entry-passed': 'Found eligible',
			'entry-returned': 'Returned for correction',
			'entry-refused': 'Not eligible',
			'entry-reopened': 'Checked again',
			'entry-advance': 'On to the next round',
			'entry-stop': 'Not selected',
			'entry-award': 'Proposed for a prize',
			'certificate-ready': 'Certificate ready',
			'objection-received': 'Objection received',
			'objection-answered': 'Objection answered',
			'entry-extended': 'More time to correct',
			'erasure-done': 'Personal data deleted',
			'erasure-kept': 'Why data is kept',
			'judging-checkpoint': 'Judging log: checkpoint',
			'jury-reminder': 'Reminder to jurors',
			'upload-expires': 'Upload not complete'
		},
		reason: {
			required: () => 'This may not be empty',
			'too-long': (d: Detail) => `${d.limit} characters at most, now ${d.length}`,
			'unknown-placeholder': (d: Detail) =>
				`At character ${Number(d.at) + 1}: there is no placeholder “{{${d.name}}}”`,
			'open-placeholder': (d: Detail) => `At character ${Number(d.at) + 1}: a brace has no partner`,
			'foreign-link': (d: Detail) =>
				`At character ${Number(d.at) + 1}: links lead to this site only`,
			'line-break': () => 'A subject has one line',
			control: (d: Detail) => `At character ${Number(d.at) + 1}: an invisible control character`,
			'link-in-subject': () => 'The link cannot stand in the subject',
			'link-missing': () => '{{link}} must be in the text, or nobody can go on from it'
		},
		title: 'Mail texts',
		lead: 'Every kind of mail the portal sends. Ours stand until you write your own; you can go back any time.',
		own: 'Your own text',
		ours: 'Our text',
		subject: 'Subject',
		body: 'Text',
		placeholders: 'Placeholders you may use',
		needsLink: '{{link}} must be in the text',
		preview: 'Preview',
		example: 'As it looks filled with examples',
		save: 'Save',
		look: 'Preview',
		restore: 'Back to our text',
		choose: 'Choose a mail'
	},
	menus: {
		title: 'Menus',
		lead: 'The links at the top and at the bottom of the pages. While there is no top menu of your own, ours is shown.',
		menu: { header: 'Top of the page', footer: 'Bottom of the page' },
		labelZh: 'Chinese name',
		labelEn: 'English name',
		href: 'Leads to',
		hrefHint: 'A path of this site such as /pages/about-us, or an https:// address',
		position: 'Order',
		hidden: 'Hidden',
		remove: 'Remove this entry',
		fresh: 'New entry',
		save: 'Save menus',
		none: 'Nothing yet.',
		pages: 'Pages of text you may link to'
	}
};
