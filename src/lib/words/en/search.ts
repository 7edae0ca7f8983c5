import type { Words } from '..';

export const search: Words['search'] = {
	title: 'Search',
	titleFor: (query) => `Results for “${query}”`,
	description:
		'Search the culture sites, integrity units, venues, service points, trails and news of Yuhang in Chinese, pinyin or initials.',
	clear: 'Clear',
	facets: 'Kind of result',
	all: 'All',
	subject: {
		place: 'Places',
		trail: 'Trails',
		article: 'News',
		event: 'Events',
		town: 'Towns',
		document: 'Documents',
		series: 'Series'
	},
	kindNote: 'Show this kind',
	found: (query, count) =>
		`${count.toLocaleString('en-US')} ${count === 1 ? 'result' : 'results'} for “${query}”`,
	near: (query) => `Nothing matches “${query}” exactly. These results are close to it.`,
	otherName: 'In Chinese',
	inList: (count) =>
		count === 1
			? 'Show this place in the list'
			: `Filter these ${count.toLocaleString('en-US')} places in the list`,
	onMap: 'Show on the map',
	filters: 'By town or category',
	start: {
		title: 'What are you looking for?',
		lead: 'Type a name, a town, a category, or a word from the text.',
		ways: [
			['Chinese characters, even one or two', '廉', '/search?q=%E5%BB%89'],
			['Pinyin, complete or not', 'yucong', '/search?q=yucong'],
			['Pinyin initials', 'ycll', '/search?q=ycll'],
			['Traditional characters', '鸕鳥', '/search?q=%E9%B8%95%E9%B3%A5'],
			['Pinyin and characters together', 'yucong廉路', '/search?q=yucong%E5%BB%89%E8%B7%AF']
		]
	},
	none: {
		title: (query) => `Nothing found for “${query}”`,
		lead: 'You could try this:',
		ways: [
			'use fewer words and keep those you are surest of;',
			'use pinyin or its initials, such as luniao or ycll;',
			'put spaces between words: each of them is looked for.'
		],
		otherwise: 'Or browse:',
		elsewhere: (count) =>
			`There ${count === 1 ? 'is 1 result' : `are ${count.toLocaleString('en-US')} results`} of other kinds: show all`
	},
	box: {
		placeholder: 'Name, town, pinyin or initials',
		suggestions: 'Suggestions',
		count: (count) =>
			count
				? `${count} ${count === 1 ? 'suggestion' : 'suggestions'}, use the up and down arrow keys`
				: 'No suggestions',
		all: (query) => `Search for “${query}”`
	}
};
