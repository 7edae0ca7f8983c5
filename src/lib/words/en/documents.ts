import type { documents as zh } from '../zh/documents';

export const documents: typeof zh = {
	title: 'Documents',
	lead: 'Search by title, number, issuer and text; every document says whether it is in force.',
	none: 'No document has been published yet. Once there are some, they can be found here by number, title and text.',
	noneFound: 'No document matches.',
	showAll: 'Show all documents',
	total: (count) => `${count} ${count === 1 ? 'document' : 'documents'}`,
	find: 'Find a document',
	query: 'Title, number or text',
	issuer: 'Issuer',
	year: 'Year',
	any: 'Any',
	yearOption: (year, count) => `${year} (${count})`,
	option: (name, count) => `${name} (${count})`,
	submit: 'Search',
	number: 'Number',
	date: 'Date of issue',
	published: 'Published',
	validity: 'Validity',
	validFrom: 'In force from',
	validUntil: 'Valid until',
	source: 'Source',
	force: {
		'in-force': 'In force',
		amended: 'Amended',
		repealed: 'Repealed',
		unknown: 'Validity not stated',
		coming: 'Not yet in force',
		ended: 'Validity has ended'
	},
	facts: 'About this document',
	text: 'Text',
	download: (size) => `Download the PDF (${size})`,
	words: 'Words of the PDF',
	wordsNote: 'Taken from the PDF by a program; its layout may differ. The PDF is what counts.',
	wordsCut: 'For the rest see the PDF.'
};
