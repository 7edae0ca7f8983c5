import { articleKinds } from '../../article';
import type { Description } from '../noun';

/** Articles (文章) with the conventions of these sites: 来源, 原标题, 作者, 转载, 置顶. */
export const article: Description = {
	groups: ['what', 'text', 'proof'],
	kind: 'kind',
	category: null,
	address: (slug) => `/articles/${slug}`,
	fields: [
		{ name: 'title', kind: 'line', max: 120, bilingual: true, required: true, group: 'what' },
		{ name: 'slug', kind: 'slug', required: true, group: 'what' },
		{ name: 'kind', kind: 'choice', options: articleKinds, required: true, group: 'what' },
		{ name: 'originalTitle', kind: 'line', max: 160, group: 'proof' },
		{ name: 'summary', kind: 'text', max: 400, bilingual: true, group: 'what' },
		{ name: 'body', kind: 'rich', bilingual: true, required: true, group: 'text' },
		{ name: 'place', kind: 'reference', to: 'places', group: 'what' },
		{ name: 'source', kind: 'reference', to: 'sources', group: 'proof' },
		{ name: 'sourceName', kind: 'line', max: 80, group: 'proof' },
		{ name: 'sourceUrl', kind: 'line', max: 2000, format: 'url', group: 'proof' },
		{ name: 'author', kind: 'line', max: 80, group: 'proof' },
		{ name: 'repost', kind: 'yes', group: 'proof' },
		{ name: 'pinned', kind: 'yes', group: 'what' }
	]
};
