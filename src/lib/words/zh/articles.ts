export const articles = {
	title: '资讯与故事',
	lead: '身边的工程、村里的变化、活动的回顾，也写清楚这个网站怎么做事。',
	published: '发布时间',
	source: '来源',
	own: '本站撰写',
	basedOn: (title: string) => `本站依据《${title}》的公开信息撰写`,
	place: '相关地点',
	none: '还没有发布资讯。',
	total: (count: number) => `共 ${count} 篇`,
	feed: '用阅读器订阅'
};
