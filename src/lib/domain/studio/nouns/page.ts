import type { Description } from '../noun';

/** Pages of text the office writes itself, reached from menus. */
export const page: Description = {
	groups: ['what', 'text'],
	kind: null,
	category: null,
	address: (slug) => `/pages/${slug}`,
	fields: [
		{ name: 'title', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{ name: 'summary', kind: 'text', max: 400, bilingual: true, group: 'what' },
		{ name: 'body', kind: 'rich', bilingual: true, required: true, group: 'text' }
	]
};
