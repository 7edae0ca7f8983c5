import type { Words } from '..';

export const articles: Words['articles'] = {
	title: 'News and stories',
	lead: 'What is done nearby, a look back at events, and how this site checks positions and cites its sources.',
	published: 'Published',
	source: 'Source',
	own: 'Written for this site',
	basedOn: (title) => `${title}; text written for this site`,
	author: 'Author',
	originalTitle: 'Original title',
	repost: 'Reposted',
	pinned: 'Pinned',
	place: 'Place',
	none: 'Nothing has been published yet.',
	total: (count) => `${count} ${count === 1 ? 'article' : 'articles'}`,
	feed: 'Follow in a feed reader',
	kinds: 'Show by section',
	kind: { news: 'News', story: 'Stories', notice: 'Notices', study: 'Learning', site: 'This site' },
	textSize: { label: 'Text size', small: 'Small', normal: 'Normal', large: 'Large' },
	external: ' (leads to another site)',
	table: 'Table, can be scrolled sideways'
};
