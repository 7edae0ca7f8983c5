import type { Words } from '..';

export const articles: Words['articles'] = {
	title: 'News and stories',
	lead: 'What is done nearby, a look back at events, and how this site checks positions and cites its sources.',
	published: 'Published',
	source: 'Source',
	own: 'Written for this site',
	basedOn: (title) => `${title}; text written for this site`,
	place: 'Place',
	none: 'Nothing has been published yet.',
	total: (count) => `${count} ${count === 1 ? 'article' : 'articles'}`,
	feed: 'Follow in a feed reader'
};
