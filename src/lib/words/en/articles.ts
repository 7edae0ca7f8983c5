import type { Words } from '..';

export const articles: Words['articles'] = {
	title: 'News and stories',
	lead: 'Works nearby, changes in the villages, looking back at events, and how this site goes about its work.',
	published: 'Published',
	source: 'Source',
	own: 'Written for this site',
	basedOn: (title) => `Written for this site from what “${title}” made public`,
	place: 'Place',
	none: 'Nothing has been published yet.',
	total: (count) => `${count} ${count === 1 ? 'article' : 'articles'}`,
	feed: 'Follow in a feed reader'
};
