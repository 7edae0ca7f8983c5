import type { paperForm as zh } from '../zh/paper-form';

/** The entry form to be printed, filled in by hand and stamped; used on the server only. */
export const paperForm = {
	title: 'Entry form',
	fileName: (contest, edition) => `Entry form - ${contest} ${edition}.pdf`,
	lead: (address) =>
		`Please enter online and send your work there: ${address}. A form that is filled in already can then be downloaded; or print this one first, sign and stamp it, and upload a scan as PDF.`,
	parts: {
		work: '1. The work',
		crew: '2. Who made it',
		contact: '3. Contact',
		questions: '4. Further questions',
		statements: '5. Statements',
		opinions: '6. Signatures and seals',
		limits: 'What each category asks'
	},
	work: 'Title of the work',
	category: 'Category',
	channel: 'How it is entered',
	town: 'Town or subdistrict',
	unit: 'Unit, in full',
	synopsis: 'Synopsis',
	name: 'Name',
	role: 'Role',
	age: 'Age, if under 18',
	contact: 'Contact',
	phone: 'Telephone',
	email: 'E-mail',
	address: 'Address',
	ai: 'Where AI was used',
	aiNone: 'Not at all',
	answers: { yes: 'Yes', no: 'No' },
	statementsLead: 'Please read these statements and tick those you agree to.',
	guardian: 'Signature of a guardian (where somebody is under fourteen):',
	sign: 'Signature of the entrant:',
	unitSeal: 'Seal of the unit:',
	levelSeal: (level) => `Recommendation and seal: ${level}`,
	date: 'Date:',
	page: (n, all) => `Page ${n} of ${all}`
} satisfies typeof zh;
