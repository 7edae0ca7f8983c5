import { modes } from '../../trail';
import type { Description } from '../noun';

/** Trails (廉路) with their stops. */
export const trail: Description = {
	groups: ['what', 'way', 'proof'],
	kind: 'mode',
	category: null,
	address: (slug) => `/trails/${slug}`,
	fields: [
		{ name: 'name', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{ name: 'theme', kind: 'line', max: 120, bilingual: true, group: 'what' },
		{ name: 'corridor', kind: 'reference', to: 'corridors', group: 'what' },
		{ name: 'summary', kind: 'text', max: 400, bilingual: true, group: 'what' },
		{ name: 'story', kind: 'text', max: 8000, bilingual: true, group: 'what' },
		{ name: 'demonstration', kind: 'yes', group: 'what' },
		{ name: 'stops', kind: 'stops', group: 'way' },
		{ name: 'line', kind: 'path', group: 'way' },
		{ name: 'mode', kind: 'choice', options: modes, group: 'way' },
		{
			name: 'length',
			kind: 'number',
			min: 1,
			max: 1_000_000,
			whole: true,
			unit: 'm',
			group: 'way'
		},
		{
			name: 'minutes',
			kind: 'number',
			min: 1,
			max: 10_000,
			whole: true,
			unit: 'min',
			group: 'way'
		},
		{ name: 'declaredStops', kind: 'number', min: 0, max: 999, whole: true, group: 'way' },
		{ name: 'sources', kind: 'references', to: 'sources', max: 12, group: 'proof' }
	]
};
