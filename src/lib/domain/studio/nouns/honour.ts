import { levels } from '../../place';
import type { Description } from '../noun';

/** Honours (荣誉、命名): level, issuing body, document number, date, valid-until, source. */
export const honour: Description = {
	groups: ['what', 'proof'],
	kind: 'level',
	category: 'form',
	address: null,
	fields: [
		{ name: 'title', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'place', kind: 'reference', to: 'places', required: true, group: 'what' },
		{ name: 'form', kind: 'choice', options: ['honour', 'naming'], required: true, group: 'what' },
		{ name: 'level', kind: 'choice', options: levels, required: true, group: 'what' },
		{ name: 'issuer', kind: 'line', max: 120, bilingual: true, group: 'proof' },
		{
			name: 'issuerRank',
			kind: 'choice',
			options: ['province', 'city', 'county', 'town', 'department'],
			group: 'proof'
		},
		{ name: 'documentNumber', kind: 'line', max: 80, group: 'proof' },
		{ name: 'date', kind: 'day', partial: true, group: 'proof' },
		{ name: 'validUntil', kind: 'day', partial: true, group: 'proof' },
		{ name: 'source', kind: 'reference', to: 'sources', group: 'proof' }
	]
};
