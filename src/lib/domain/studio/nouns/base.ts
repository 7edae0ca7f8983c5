import type { Description } from '../noun';

/** Map bases: our drawing, a painting, an approved map, a live service. */
export const base: Description = {
	groups: ['what', 'map', 'proof'],
	kind: 'kind',
	category: null,
	address: null,
	fields: [
		{ name: 'name', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{
			name: 'kind',
			kind: 'choice',
			options: ['illustrated', 'painting', 'approved', 'live'],
			required: true,
			group: 'what'
		},
		{ name: 'config', kind: 'base', required: true, group: 'map' },
		{ name: 'minZoom', kind: 'number', min: 0, max: 22, required: true, group: 'map' },
		{ name: 'maxZoom', kind: 'number', min: 0, max: 22, required: true, group: 'map' },
		{ name: 'position', kind: 'number', min: 0, max: 99, whole: true, group: 'map' },
		{ name: 'declaresBoundaries', kind: 'yes', group: 'proof' },
		{ name: 'approvalNumber', kind: 'line', max: 40, format: 'approval', group: 'proof' },
		{
			name: 'attribution',
			kind: 'line',
			max: 200,
			bilingual: true,
			required: true,
			group: 'proof'
		},
		{ name: 'notice', kind: 'line', max: 200, bilingual: true, group: 'proof' }
	]
};
