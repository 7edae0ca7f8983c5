import type { health as zh } from '../zh/health';

export const health: typeof zh = {
	title: 'Content health',
	lead: 'Checked anew with every visit. What is marked “must be mended” counts against the site when government sites are inspected.',
	fine: (count: number) => `${count} ${count === 1 ? 'thing' : 'things'} in order`,
	grade: { good: 'Fine', mend: 'Could be better', bad: 'Must be mended', unknown: 'Not checked' },
	summary: (bad: number, mend: number) =>
		bad
			? `${bad} must be mended, ${mend} could be better.`
			: mend
				? `Nothing must be mended, ${mend} could be better.`
				: 'Everything is fine.',
	of: (count: number, of: number) => `${count} of ${of}`,
	more: (count: number) => `and ${count} more`,
	at: (moment: string) => `Last checked: ${moment}`,
	look: 'Check links to other sites now',
	looking: 'Other sites are visited one by one; that may take minutes.',
	notAllowed: 'Checking other sites has to be allowed in the settings first.',
	settings: 'To the settings',
	done: 'Checked.',
	busy: 'A check is under way; come back in a while.',
	refused: 'Your account may not do this.',
	sign: {
		'empty-columns': { title: 'Empty columns', lead: 'The public sees them, and nothing in them' },
		'stale-columns': {
			title: 'Columns long untouched',
			lead: 'The number is days without a change'
		},
		'overdue-reviews': { title: 'Overdue reviews', lead: 'The number is days of waiting' },
		'unlocated-places': { title: 'Places without a position', lead: 'Listed, and not drawn' },
		'unchecked-places': {
			title: 'Places whose position nobody checked',
			lead: 'Marked as unchecked on the map, or known by village or town only'
		},
		'dead-links': {
			title: 'Dead links within the site',
			lead: 'In published texts and menus, to pages that are not there'
		},
		'outside-links': {
			title: 'Dead links to other sites',
			lead: 'Pages that are gone or do not answer'
		},
		'footer-numbers': {
			title: 'Missing in the footer',
			lead: 'Sponsor, contact, registration numbers and marks'
		},
		'base-numbers': {
			title: 'Base maps without an approval number',
			lead: 'Approved maps, live maps, or bases with boundaries'
		},
		declared: {
			title: 'Declared and recorded differ',
			lead: 'First what is recorded, then what was declared'
		},
		pictures: {
			title: 'Pictures with gaps',
			lead: 'No alternative text, no consent where it is needed, or no licence'
		},
		'ended-honours': { title: 'Honours past their time', lead: 'The day is the end of validity' },
		documents: { title: 'Incomplete documents', lead: 'No file, number or issuer' }
	}
};
