export const articles = {
	title: '资讯与故事',
	lead: '身边的做法、活动的回顾，也说明本站怎样核实位置、引用资料。',
	published: '发布时间',
	source: '来源',
	own: '本站撰写',
	basedOn: (title: string) => `${title}；文字由本站撰写`,
	place: '相关地点',
	none: '还没有发布资讯。',
	total: (count: number) => `共 ${count} 篇`,
	feed: '用阅读器订阅'
};
