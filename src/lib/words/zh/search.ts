export const search = {
	title: '搜索',
	titleFor: (query: string) => `“${query}”的搜索结果`,
	description:
		'搜索余杭的廉洁文化阵地、清廉单元、场馆、服务点、廉路和资讯，可以用汉字、拼音或拼音首字母。',
	clear: '清空',
	facets: '结果类型',
	all: '全部',
	subject: {
		place: '地点',
		trail: '廉路',
		article: '资讯',
		event: '活动',
		town: '镇街',
		document: '文件',
		series: '系列活动'
	},
	kindNote: '按类型查看',
	found: (query: string, count: number) =>
		`共找到 ${count.toLocaleString('en-US')} 条与“${query}”有关的结果`,
	near: (query: string) => `没有找到与“${query}”完全一致的内容，下面是相近的结果。`,
	otherName: '英文名',
	inList: (count: number) => `在列表中筛选这 ${count.toLocaleString('en-US')} 个地点`,
	onMap: '在地图上看',
	filters: '按镇街或类别查看',
	start: {
		title: '想找什么？',
		lead: '输入名称、镇街、类别，或者内容里的词。',
		ways: [
			['汉字，一个字、两个字都可以', '廉', '/search?q=%E5%BB%89'],
			['拼音，不用打全', 'yucong', '/search?q=yucong'],
			['拼音首字母', 'ycll', '/search?q=ycll'],
			['繁体字', '鸕鳥', '/search?q=%E9%B8%95%E9%B3%A5'],
			['拼音和汉字连着写', 'yucong廉路', '/search?q=yucong%E5%BB%89%E8%B7%AF']
		] as [string, string, string][]
	},
	none: {
		title: (query: string) => `没有找到“${query}”`,
		lead: '可以这样再试：',
		ways: [
			'少输几个字，只留最有把握的两三个字；',
			'用拼音或者首字母，例如 luniao、ycll；',
			'几个词之间加空格，每个词都会去找。'
		],
		otherwise: '也可以直接浏览：',
		elsewhere: (count: number) => `其他类型里有 ${count.toLocaleString('en-US')} 条结果，查看全部`
	},
	box: {
		placeholder: '名称、镇街、拼音或首字母',
		suggestions: '搜索建议',
		count: (count: number) => (count ? `有 ${count} 条建议，用上下方向键选择` : '没有建议'),
		all: (query: string) => `搜索“${query}”`
	}
};
