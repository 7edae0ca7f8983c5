import type { correction as zh, office as zhOffice } from '../zh/correction';

export const correction: typeof zh = {
	title: 'Correction',
	titleFor: (name) => `Correct “${name}”`,
	lead: 'A new address, other hours, a misspelt name: tell us here.',
	anonymous: 'No account, no name and no contact needed; we do not record who wrote.',
	reports:
		'To report breaches of discipline or law by officials, call 12388 or use its website. Such reports are neither accepted nor stored here.',
	field: 'What is wrong',
	choose: 'Please choose',
	option: {
		name: 'Name',
		category: 'Kind',
		town: 'Town',
		address: 'Address',
		position: 'Position on the map',
		hours: 'Opening hours',
		phone: 'Office telephone',
		transport: 'Getting there',
		access: 'Accessibility',
		story: 'Description',
		honour: 'Honour',
		trail: 'Trail',
		media: 'Pictures, recordings',
		other: 'Something else'
	},
	statement: 'What is right',
	statementHelp: 'At most 1,000 characters. Please write only facts about this place.',
	evidence: 'How do you know (optional)',
	evidenceHelp:
		'For example: seen there, a notice at the door, a public page. At most 500 characters.',
	send: 'Send the correction',
	back: 'Back',
	problem: 'It was not sent. Please see below:',
	trap: 'Please leave this empty',
	refusal: {
		choose: () => 'Please choose one.',
		required: () => 'Please write what is right.',
		'too-long': ({ limit, length }) => `Too long: at most ${limit} characters, here ${length}.`,
		accusation: () =>
			'This reads like a report of a breach of discipline or law and was not stored. Please call 12388 or use its website; if you only want to correct a fact about this place, please write it another way.',
		personal: () =>
			'This contains a mobile number, an identity number, an e-mail address or a social account and was not stored. Please remove it and send again.',
		'line-number': () =>
			'Please write no telephone number here. To correct an office number, choose “Office telephone” above.',
		'too-often': () =>
			'That was too often, and this one was not stored. Please try again in ten minutes.'
	},
	thanks: 'Received, thank you',
	thanksLead: 'The office will check it. Once confirmed, the page and its sources change together.',
	reference: 'Number of this correction',
	referenceHelp: 'Give this number when you ask about it later.',
	toPlace: 'Back to the place',
	another: 'Correct something else'
};

export const office: typeof zhOffice = {
	reference: 'Number',
	at: 'When',
	place: 'Place',
	field: 'Fact',
	statement: 'What is right',
	evidence: 'How known',
	none: 'No corrections yet.',
	usage: 'Usage: npm run corrections [-- --csv] [--en]',
	wrong: (name, problem, example) => `Setting ${name} ${problem}, e.g. ${example}`
};
