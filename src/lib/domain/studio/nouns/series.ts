import { seriesKinds } from '../../events/event';
import type { Description } from '../noun';

/** Series (活动周, 主题行动, 系列活动) with their chapters (篇章). */
export const series: Description = {
	groups: ['what', 'time', 'text', 'look', 'proof'],
	kind: 'kind',
	category: null,
	address: (slug) => `/series/${slug}`,
	fields: [
		{ name: 'title', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{ name: 'kind', kind: 'choice', options: seriesKinds, required: true, group: 'what' },
		{ name: 'theme', kind: 'line', max: 120, bilingual: true, group: 'what' },
		{ name: 'summary', kind: 'text', max: 400, bilingual: true, group: 'what' },
		{ name: 'town', kind: 'reference', to: 'towns', group: 'what' },
		{ name: 'demonstration', kind: 'yes', group: 'what' },
		{ name: 'opensOn', kind: 'day', group: 'time' },
		{ name: 'closesOn', kind: 'day', group: 'time' },
		{ name: 'declaredDays', kind: 'number', min: 1, max: 366, whole: true, group: 'time' },
		{
			name: 'chapters',
			kind: 'rows',
			max: 30,
			group: 'time',
			parts: [
				{ name: 'title', kind: 'pair', max: 80, required: true },
				{ name: 'slug', kind: 'slug', required: true },
				{ name: 'day', kind: 'day' },
				{ name: 'summary', kind: 'texts', max: 400 }
			]
		},
		{ name: 'body', kind: 'rich', bilingual: true, group: 'text' },
		{ name: 'recap', kind: 'rich', bilingual: true, group: 'text' },
		{ name: 'album', kind: 'gallery', group: 'look' },
		{ name: 'sources', kind: 'references', to: 'sources', max: 12, group: 'proof' }
	]
};
