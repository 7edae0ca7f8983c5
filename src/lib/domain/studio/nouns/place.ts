import { accessFacts, categories, kinds, levels } from '../../place';
import type { Description } from '../noun';

/** Culture sites, demonstration units, venues and service points (阵地、单元、场馆、服务点). */
export const place: Description = {
	groups: ['what', 'where', 'visit', 'look', 'proof'],
	kind: 'kind',
	category: 'category',
	address: (slug) => `/places/${slug}`,
	fields: [
		{ name: 'name', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{ name: 'kind', kind: 'choice', options: kinds, required: true, group: 'what' },
		{ name: 'category', kind: 'choice', options: categories, group: 'what' },
		{ name: 'level', kind: 'choice', options: levels, group: 'what' },
		{ name: 'summary', kind: 'text', max: 400, bilingual: true, group: 'what' },
		{ name: 'story', kind: 'text', max: 8000, bilingual: true, group: 'what' },
		{ name: 'tags', kind: 'tags', max: 12, group: 'what' },
		{ name: 'town', kind: 'reference', to: 'towns', group: 'where' },
		{ name: 'position', kind: 'position', group: 'where' },
		{ name: 'address', kind: 'line', max: 200, bilingual: true, group: 'where' },
		{ name: 'transport', kind: 'text', max: 600, bilingual: true, group: 'where' },
		{ name: 'phone', kind: 'line', max: 40, format: 'phone', group: 'visit' },
		{ name: 'week', kind: 'week', group: 'visit' },
		{ name: 'days', kind: 'days', group: 'visit' },
		{ name: 'access', kind: 'facts', options: accessFacts, group: 'visit' },
		{ name: 'media', kind: 'gallery', group: 'look' },
		{ name: 'sources', kind: 'references', to: 'sources', max: 12, group: 'proof' }
	]
};
