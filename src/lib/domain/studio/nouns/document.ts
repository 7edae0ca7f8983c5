import { validities } from '../../document';
import type { Description } from '../noun';

/** Documents (文件): number, issuer, date, validity and the text of the PDF. */
export const document: Description = {
	groups: ['what', 'text', 'proof'],
	kind: 'validity',
	category: null,
	address: (slug) => `/documents/${slug}`,
	fields: [
		{ name: 'title', kind: 'line', max: 200, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{ name: 'number', kind: 'line', max: 80, group: 'what' },
		{ name: 'issuer', kind: 'line', max: 120, bilingual: true, group: 'what' },
		{ name: 'date', kind: 'day', group: 'what' },
		{
			name: 'validity',
			kind: 'choice',
			options: validities,
			required: true,
			group: 'what'
		},
		{ name: 'validFrom', kind: 'day', group: 'what' },
		{ name: 'validUntil', kind: 'day', group: 'what' },
		{ name: 'summary', kind: 'text', max: 400, bilingual: true, group: 'text' },
		{ name: 'body', kind: 'rich', bilingual: true, group: 'text' },
		{ name: 'file', kind: 'asset', form: 'document', group: 'text' },
		{ name: 'source', kind: 'reference', to: 'sources', group: 'proof' }
	]
};
